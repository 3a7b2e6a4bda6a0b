/// A question to the rows of a study, as `net=alex++ acc>80 energy<250 prec~fixed`.
///
/// A comparison is a field, one of `= != < <= > >= ~` and a value; `~` means contains. A space is "and"; `or` binds less than "and",
/// `not` more; parentheses group. A value with spaces or signs stands in double quotes. A row in which a field is not known fails
/// every comparison with it. Numbers are equal if they are so to the last digit that was typed: `acc=83.08` passes what is shown as 83.08.
/// So does `acc<=83.08`, and `acc>83.08` does not: a limit with all the decimals that a figure is shown with is compared with that.
public struct Filter: Hashable, Sendable {
    /// How a field is compared with a value.
    public enum Comparison: String, Hashable, Sendable, CaseIterable {
        /// Equal; texts without regard to case, numbers to the last digit that was typed.
        case equal = "="
        /// Not equal.
        case notEqual = "!="
        /// Less.
        case less = "<"
        /// Less or equal.
        case lessOrEqual = "<="
        /// More.
        case more = ">"
        /// More or equal.
        case moreOrEqual = ">="
        /// The field's text contains the value.
        case contains = "~"
    }

    indirect enum Expression: Hashable, Sendable {
        case everything
        case compare(FilterField, Comparison, FilterOperand)
        case not(Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
    }

    /// The text that the filter was read from.
    public let text: String

    let expression: Expression

    /// Reads a filter; text of spaces alone lets everything pass.
    ///
    /// - Throws: `FilterError` with the place of the mistake and the names that would fit.
    public init(_ text: String) throws(FilterError) {
        self.text = text
        var parser = FilterParser(text)
        expression = try parser.parse()
    }

    /// Whether a row passes.
    public func passes(_ row: EvaluatedPoint) -> Bool { expression.passes(row) }

    /// Whether one of its comparisons is with a field.
    public func asks(for field: FilterField) -> Bool { expression.asks(for: field) }

    /// The rows that pass, in their order. The frontier is theirs, unless the filter asks for the frontier of all.
    public func passing(_ rows: [EvaluatedPoint]) -> [EvaluatedPoint] {
        let passing = rows.filter(passes)
        return passing.count == rows.count || asks(for: .frontier) ? passing : passing.markedAnew()
    }
}

extension Filter.Expression {
    func asks(for field: FilterField) -> Bool {
        switch self {
        case .everything: false
        case .not(let inner): inner.asks(for: field)
        case .and(let left, let right), .or(let left, let right): left.asks(for: field) || right.asks(for: field)
        case .compare(let compared, _, _): compared == field
        }
    }

    func passes(_ row: EvaluatedPoint) -> Bool {
        switch self {
        case .everything: true
        case .not(let inner): !inner.passes(row)
        case .and(let left, let right): left.passes(row) && right.passes(row)
        case .or(let left, let right): left.passes(row) || right.passes(row)
        case .compare(let field, let comparison, let value):
            field.value(in: row).map { field.holds($0, comparison, value) } ?? false
        }
    }
}

extension FilterField {
    /// Whether a comparison of what a row holds with what is asked for holds.
    ///
    /// Data sets are found by their titles too, which differ from their names in hyphens and spaces: CIFAR-10 is `cifar10`. A state of two
    /// words needs no quotes: `not-run`.
    func holds(_ found: FilterValue, _ comparison: Filter.Comparison, _ asked: FilterOperand) -> Bool {
        guard self == .data || self == .state, case .text(let name) = found, case .text(let title) = asked else {
            return comparison.holds(found, asked)
        }
        return comparison.holds(.text(DatasetName.bare(name)), .text(DatasetName.bare(title)))
    }
}

extension Filter.Comparison {
    func holds(_ found: FilterValue, _ asked: FilterOperand) -> Bool {
        switch (found, asked) {
        case (.number(let found), .number(let asked, let isAsShown)): holds(found, asked, isAsShown: isAsShown)
        case (.text(let found), .text(let asked)):
            self == .contains ? found.lowercased().contains(asked) : holds(found.lowercased(), asked)
        case (.number, .text), (.text, .number): false
        }
    }

    private func holds(_ found: Double, _ asked: DecimalNumber, isAsShown: Bool) -> Bool {
        let isWritten = asked.isWritten(for: found)
        let isSame = isAsShown ? isWritten : found == asked.value
        return switch self {
        case .equal, .contains: isWritten
        case .notEqual: !isWritten
        case .less: found < asked.value && !isSame
        case .lessOrEqual: found < asked.value || isSame
        case .more: found > asked.value && !isSame
        case .moreOrEqual: found > asked.value || isSame
        }
    }

    private func holds(_ found: String, _ asked: String) -> Bool {
        switch self {
        case .equal, .contains: found == asked
        case .notEqual: found != asked
        case .less: found < asked
        case .lessOrEqual: found <= asked
        case .more: found > asked
        case .moreOrEqual: found >= asked
        }
    }
}
