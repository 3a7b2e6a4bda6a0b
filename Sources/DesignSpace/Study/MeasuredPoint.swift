import Recipes

/// What runs say of one design point: the mean over the seeds of one recipe.
struct MeasuredPoint {
    let point: DesignPoint
    let accuracy: Accuracy?
    let state: EvaluatedPoint.State

    /// One point for each design and recipe that has runs on a benchmark, in the order in which the runs were first asked for.
    static func all(in records: [ExperimentRecord], benchmark: Study.Benchmark) -> [MeasuredPoint] {
        let ours = records.filter {
            $0.spec.dataset == benchmark.dataset && benchmark.networks.contains($0.spec.network)
        }
        var order: [String] = []
        var groups: [String: [ExperimentRecord]] = [:]
        for record in ours {
            let group = "\(record.spec.point.reference.name) \(record.spec.recipe)"
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(record)
        }
        return order.compactMap { groups[$0].flatMap(MeasuredPoint.init) }
    }

    private init?(_ runs: [ExperimentRecord]) {
        guard let first = runs.first else { return nil }
        point = first.spec.point
        let final = runs.filter { $0.status.isFinal && $0.testAccuracyPercent != nil }
        guard let best = final.first else {
            accuracy = nil
            state = Self.state(of: first)
            return
        }
        let mean = final.compactMap(\.testAccuracyPercent).reduce(0, +) / Double(final.count)
        accuracy = Accuracy(
            percent: mean, source: .measured,
            origin: final.count == 1
                ? "run \(best.key.prefix(12)), recipe \(best.spec.recipe.name)"
                : "\(final.count) runs, recipe \(best.spec.recipe.name)",
            testImages: best.testImages, seeds: final.count, converged: final.allSatisfy { $0.status == .done })
        state = .measured
    }

    private static func state(of record: ExperimentRecord) -> EvaluatedPoint.State {
        switch record.status {
        case .done, .notConverged: .measured
        case .running: .running(Double(record.epochs) / Double(max(1, record.spec.phase.epochs)))
        case .interrupted: .interrupted
        case .failed: .failed
        }
    }
}
