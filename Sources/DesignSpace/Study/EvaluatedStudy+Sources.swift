extension EvaluatedStudy {
    /// The rows of a data set whose accuracies are of some sources, in the study's order; the frontier is theirs alone.
    ///
    /// - Parameter sources: the sources; nil among them lets rows without an accuracy through.
    public func rows(on dataset: String, from sources: Set<Accuracy.Source?>) -> [EvaluatedPoint] {
        let all = rows(on: dataset)
        let kept = all.filter { sources.contains($0.accuracy?.source) }
        return kept.count == all.count ? all : kept.markedAnew()
    }
}

extension [EvaluatedPoint] {
    /// The same rows, of which those are marked that no other of them on the same data set dominates in energy and accuracy.
    func markedAnew() -> [EvaluatedPoint] {
        var rows = self
        let compact = CompactRows(rows)
        for position in rows.indices { rows[position].isOnFrontier = false }
        for dataset in Set(compact.designs.map(\.point.dataset)) {
            for position in compact.frontier(of: dataset) { rows[position].isOnFrontier = true }
        }
        return rows
    }
}
