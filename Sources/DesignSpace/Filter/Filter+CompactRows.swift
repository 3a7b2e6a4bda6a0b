extension Filter {
    /// The positions of the rows that pass.
    public func passing(_ rows: CompactRows) -> PositionSet { expression.passing(rows) }
}

extension Filter.Expression {
    fileprivate func passing(_ rows: CompactRows) -> PositionSet {
        switch self {
        case .everything: return PositionSet(upTo: rows.count, all: true)
        case .not(let inner): return inner.passing(rows).complement
        case .and(let left, let right):
            var both = left.passing(rows)
            both.formIntersection(right.passing(rows))
            return both
        case .or(let left, let right):
            var either = left.passing(rows)
            either.formUnion(right.passing(rows))
            return either
        case .compare(let field, let comparison, let value): return passing(rows, field, comparison, value)
        }
    }

    /// The rows that pass a comparison: what rows have in common is compared once.
    private func passing(
        _ rows: CompactRows, _ field: FilterField, _ comparison: Filter.Comparison, _ value: FilterOperand
    ) -> PositionSet {
        if field == .frontier {
            let passes = (yes: comparison.holds(.text("yes"), value), no: comparison.holds(.text("no"), value))
            if passes.yes == passes.no { return PositionSet(upTo: rows.count, all: passes.yes) }
            return passes.yes ? rows.onFrontier : rows.onFrontier.complement
        }
        switch field.column.sharing {
        case .design:
            let verdicts = rows.designs.map(passes)
            return PositionSet(upTo: rows.count) { verdicts[Int(rows.designOfRow[$0])] }
        case .evidence:
            let verdicts = rows.evidences.map(passes)
            return PositionSet(upTo: rows.count) { verdicts[Int(rows.evidenceOfRow[$0])] }
        case .none:
            let numbers = rows.numbers(of: field.column)
            return PositionSet(upTo: rows.count) { !numbers[$0].isNaN && comparison.holds(.number(numbers[$0]), value) }
        }
    }
}
