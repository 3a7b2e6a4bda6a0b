extension EvaluatedPoint {
    /// The accuracy in percent with which it takes part in a frontier; nil without one, and where training did not converge: whatever such
    /// a network guesses, it is nothing to build.
    public var contendingPercent: Double? { accuracy.flatMap { $0.converged ? $0.percent : nil } }
}

extension [EvaluatedPoint] {
    /// The rows that no other row dominates in a cost and in accuracy, by rising cost; rows without an accuracy, and those whose training
    /// did not converge, take no part.
    ///
    /// The rows should be of one data set: accuracies on different data sets do not compare.
    public func frontier(cost: CostAxis = .energy) -> [EvaluatedPoint] {
        let candidates = map { ParetoFrontier.Candidate(cost: cost.value(of: $0), gain: $0.contendingPercent ?? .nan) }
        return ParetoFrontier.indices(of: candidates).map { self[$0] }
    }
}
