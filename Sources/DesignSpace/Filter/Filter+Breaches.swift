import Quantities

extension Filter {
    /// What of the filter a row breaks, as `power 220.7 > 200 mW`; nothing of a row that passes.
    ///
    /// A figure has as many decimals as it takes to tell it from the limit.
    public func breaches(by row: EvaluatedPoint) -> [String] { expression.breaches(by: row, wanted: true) }
}

extension Filter.Expression {
    /// The comparisons because of which the expression is not what it should be.
    fileprivate func breaches(by row: EvaluatedPoint, wanted: Bool) -> [String] {
        guard passes(row) != wanted else { return [] }
        switch self {
        case .everything: return []
        case .not(let inner): return inner.breaches(by: row, wanted: !wanted)
        case .and(let left, let right), .or(let left, let right):
            return left.breaches(by: row, wanted: wanted) + right.breaches(by: row, wanted: wanted)
        case .compare(let field, _, let operand): return [field.statement(on: row, beside: operand)]
        }
    }
}

extension FilterField {
    /// What a row has, and how that stands to what was asked for.
    fileprivate func statement(on row: EvaluatedPoint, beside operand: FilterOperand) -> String {
        switch (value(in: row), operand) {
        case (.number(let found), .number(let asked, _)):
            let relation = found > asked.value ? ">" : found < asked.value ? "<" : "="
            let limit = asked.value.trimmed(significant: 9)
            return "\(rawValue) \(text(of: found, toTellFrom: asked.value)) \(relation) \(limit)\(unit.isEmpty ? "" : " \(unit)")"
        case (.text(let found), _): return "\(rawValue) is \(found)"
        case (.number, .text), (nil, _): return "\(rawValue) is not known"
        }
    }

    private func text(of found: Double, toTellFrom asked: Double) -> String {
        let texts = (decimals...9).lazy.map { found.text(decimals: $0) }
        let telling = texts.first { text in Double(text).map { ($0 > asked, $0 < asked) == (found > asked, found < asked) } ?? true
        }
        return telling ?? found.text(decimals: decimals)
    }
}
