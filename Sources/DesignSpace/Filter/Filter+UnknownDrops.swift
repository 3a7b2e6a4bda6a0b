extension Filter {
    /// How many accuracies fail a comparison with the drop only because their source has no baseline, in words; nil for none, and for a
    /// filter that does not ask for the drop.
    public func unknownDrops(among rows: CompactRows) -> String? {
        guard asks(for: .drop) else { return nil }
        let hasBaseline = rows.evidences.map { $0.baselineAccuracy?.percent != nil }
        let count = (0..<rows.count).count { !rows.percents[$0].isNaN && !hasBaseline[Int(rows.evidenceOfRow[$0])] }
        guard count > 0 else { return nil }
        return "the drop of \(count.counted("point", grouped: true)) is not known: no baseline of the same source"
    }
}
