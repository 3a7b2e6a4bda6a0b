/// A mistake in a filter's text.
public struct FilterError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Problem: Hashable, Sendable {
        /// A name that no field has.
        case unknownField(String)
        /// A field without one of the comparison signs behind it.
        case missingComparison(field: String)
        /// A comparison without a value.
        case missingValue
        /// A field of numbers compared with something else.
        case notANumber(field: String, value: String)
        /// A sign that the field cannot be compared with.
        case comparisonDoesNotFit(field: String, comparison: String)
        /// Another language's sign for a comparison, as `==`.
        case unknownComparison(String, meant: String)
        /// A precision that is none, as a family of them without its bits.
        case notAPrecision(String)
        /// A word that a field of few words cannot have.
        case notAChoice(String, field: FilterField)
        /// A value that a yes-or-no field cannot have.
        case notYesOrNo(String)
        /// An opening parenthesis without its closing one, or the reverse.
        case unbalancedParenthesis
        /// A quote that does not end.
        case unterminatedQuote
        /// `or`, `not` or a parenthesis with nothing to stand for.
        case missingExpression
        /// Deeper nesting or more text than anybody writes.
        case tooLong
    }

    /// The text in which it stands.
    public let text: String

    /// How many characters stand before it.
    public let offset: Int

    /// What is wrong.
    public let problem: Problem
}

extension FilterError: CustomStringConvertible {
    /// The filter, a caret under the mistake, what it is, and what would fit.
    public var description: String {
        let shown = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        return "\(shown)\n\(String(repeating: " ", count: offset))^ \(message)"
    }

    /// What is wrong and what would fit, without the text.
    public var message: String {
        switch problem {
        case .unknownField(let name):
            "there is no field '\(name)': use \(Self.suggestion(for: name))"
        case .missingComparison(let field):
            "'\(field)' needs a comparison: = != < <= > >= or ~"
        case .missingValue:
            "a value is missing"
        case .notANumber(let field, let value):
            "'\(field)' is a number, '\(value)' is not"
        case .comparisonDoesNotFit(let field, let comparison):
            "'\(field)' cannot be compared with \(comparison): use "
                + (FilterField(rawValue: field)?.isNumeric == true ? "= != < <= > >=" : "= != or ~")
        case .unknownComparison(let sign, let meant):
            "there is no '\(sign)': use \(meant)"
        case .notAPrecision(let value):
            value.contains(where: \.isWhitespace)
                ? "'\(value)' is no precision by its short name, as fixed8, fixed:4,8, pow2 or fixed4@layer"
                : "'\(value)' is no precision: prec~\(value) finds those whose names contain it"
        case .notAChoice(let value, let field):
            "there is no \(field.rawValue) '\(value)': use "
                + (field.choices ?? []).map { $0.replacing(" ", with: "-") }.joined(separator: ", ")
        case .notYesOrNo(let value):
            "'\(value)' is neither yes nor no"
        case .unbalancedParenthesis:
            "a parenthesis has no partner"
        case .unterminatedQuote:
            "the quote does not end"
        case .missingExpression:
            "a comparison is missing, as acc>80"
        case .tooLong:
            "the filter is too long or too deep: keep to \(FilterParser.largestLength) characters"
                + " and \(FilterParser.largestDepth) levels"
        }
    }

    /// The field that is spelt nearly so, or those that begin with the name's first two letters or stand in it; if there is none those
    /// that people ask for most, which a small screen has room for.
    private static func suggestion(for name: String) -> String {
        let names = FilterField.allCases.map(\.rawValue)
        let asked = name.lowercased()
        if let meant = NearMiss.suggestion(for: asked, among: names) { return meant }
        let near = names.filter { asked.contains($0) || (asked.count > 1 && $0.hasPrefix(asked.prefix(2))) }
        guard near.isEmpty else { return near.joined(separator: ", ") }
        return "\(common.map(\.rawValue).joined(separator: ", ")) or any column"
    }

    private static let common: [FilterField] = [
        .net, .data, .prec, .acc, .drop, .energy, .saving, .power, .area, .latency, .kib, .source, .frontier,
    ]
}
