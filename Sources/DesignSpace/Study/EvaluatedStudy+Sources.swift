extension EvaluatedStudy {
    /// The rows of a data set whose accuracies are of some sources, in the study's order; the frontier is theirs alone.
    ///
    /// - Parameter sources: the sources; nil among them lets rows without an accuracy through.
    public func rows(on dataset: String, from sources: Set<Accuracy.Source?>) -> [EvaluatedPoint] {
        let all = rows(on: dataset)
        var kept = all.filter { sources.contains($0.accuracy?.source) }
        if kept.count == all.count { return all }
        for position in kept.indices { kept[position].isOnFrontier = false }
        for position in CompactRows(kept).frontier(of: dataset) { kept[position].isOnFrontier = true }
        return kept
    }
}
