import Precision
import Recipes

/// What runs say of one design point: the runs of one recipe, and their mean over the seeds.
public struct MeasuredPoint: Hashable, Sendable {
    /// The design point.
    public let point: DesignPoint
    /// The recipe of all of the runs.
    public let recipe: Recipe
    /// Runs that are complete and have an accuracy, in the order of their seeds.
    public let finished: [ExperimentRecord]
    /// The mean over the runs that are complete; nil while there is none.
    public let accuracy: Accuracy?
    /// How far the runs came.
    public let state: EvaluatedPoint.State

    /// One point for each design and recipe that has runs on a benchmark: networks as the benchmark has them, precisions as a paper's table
    /// does, of many bits before few, then recipes.
    public static func all(in records: [ExperimentRecord], benchmark: Study.Benchmark) -> [MeasuredPoint] {
        let ours = records.filter {
            $0.spec.dataset == benchmark.dataset && benchmark.networks.contains($0.spec.network)
        }
        // Attempts tell how far a point is only while it has no result.
        let known = Set(ours.filter(\.status.isFinal).map { Group($0, images: nil) })
        var order: [Group] = []
        var groups: [Group: [ExperimentRecord]] = [:]
        for record in ours where record.status.isFinal || !known.contains(Group(record, images: nil)) {
            let group = Group(record, images: record.status.isFinal ? record.datasetSHA256 : nil)
            if groups[group] == nil { order.append(group) }
            groups[group, default: []].append(record)
        }
        let points = order.compactMap { group in groups[group].flatMap { MeasuredPoint($0) } }
        let places = points.map { Place($0, in: benchmark) }
        return points.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { points[$0] }
    }

    /// Where a point stands in a table.
    private struct Place: Comparable {
        private let network: Int
        private let precision: (Int, Int)
        private let recipe: String

        init(_ measured: MeasuredPoint, in benchmark: Study.Benchmark) {
            network = benchmark.networks.firstIndex(of: measured.point.network) ?? 0
            precision = (measured.point.precision.tablePlace, measured.point.radix == .layer ? 1 : 0)
            recipe = measured.recipe.name
        }

        static func < (left: Place, right: Place) -> Bool {
            if left.network != right.network { return left.network < right.network }
            return left.precision == right.precision ? left.recipe < right.recipe : left.precision < right.precision
        }

        static func == (left: Place, right: Place) -> Bool { !(left < right) && !(right < left) }
    }

    /// What the runs of one point have in common.
    private struct Group: Hashable {
        let reference: PointReference
        // A network whose preset was edited, and a data set that was imported anew, is another of the same name.
        let networkFingerprint: String
        let datasetSHA256: String?
        let recipe: Recipe

        init(_ record: ExperimentRecord, images: String?) {
            reference = record.spec.point.reference
            networkFingerprint = record.spec.networkFingerprint
            datasetSHA256 = images
            recipe = record.spec.recipe
        }

        /// Hashes what nearly always tells two apart.
        func hash(into hasher: inout Hasher) {
            hasher.combine(reference.precision)
            hasher.combine(reference.network)
            hasher.combine(recipe.name)
        }
    }

    private init?(_ runs: [ExperimentRecord]) {
        guard let first = runs.first else { return nil }
        point = first.spec.point
        recipe = first.spec.recipe
        finished = runs.filter { $0.status.isFinal && $0.testAccuracyPercent != nil }.sorted { $0.spec.seed < $1.spec.seed }
        guard let one = finished.first else {
            accuracy = nil
            state = Self.state(of: first)
            return
        }
        let mean = finished.compactMap(\.testAccuracyPercent).reduce(0, +) / Double(finished.count)
        accuracy = Accuracy(
            percent: mean, source: .measured,
            origin: (finished.count == 1 ? "run \(one.key.prefix(12))" : finished.count.counted("run"))
                + ", recipe \(recipe.name), \(one.spec.phase.epochs.counted("epoch"))",
            testImages: one.testImages, seeds: finished.count, converged: finished.allSatisfy { $0.status == .done })
        state = .measured
    }

    private static func state(of record: ExperimentRecord) -> EvaluatedPoint.State {
        switch record.status {
        case .done, .notConverged: .measured
        case .running: .running(record.shareDone ?? Double(record.epochs) / Double(max(1, record.spec.phase.epochs)))
        case .interrupted: .interrupted
        case .failed: .failed
        }
    }

    /// The lowest and the highest accuracy of the runs, in percent; nil while there are fewer than two.
    public var spread: ClosedRange<Double>? {
        let percents = finished.compactMap(\.testAccuracyPercent)
        guard percents.count > 1, let lowest = percents.min(), let highest = percents.max() else { return nil }
        return lowest...highest
    }
}
