extension [EvaluatedPoint] {
    /// The rows that no other row dominates in a cost and in accuracy, by rising cost; rows without an accuracy take no part.
    ///
    /// The rows should be of one data set: accuracies on different data sets do not compare.
    public func frontier(cost: CostAxis = .energy) -> [EvaluatedPoint] {
        let known = filter { $0.accuracy?.percent != nil }
        let candidates = known.map {
            ParetoFrontier.Candidate(cost: cost.value(of: $0), gain: $0.accuracy?.percent ?? .nan)
        }
        return ParetoFrontier.indices(of: candidates).map { known[$0] }
    }
}
