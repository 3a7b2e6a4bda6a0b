import DesignSpace
import Precision

/// The design points that a sweep of a study trains.
public enum SweepPoints {
    /// The points that the study's paper has, those that it says NA of among them, and the study's grid of precisions.
    ///
    /// A data set that the paper does not have is swept only if it is named: for the grid, on each network that the study trains on it.
    ///
    /// - Parameter dataset: the one data set to sweep; nil for all that the paper has.
    /// - Throws: `DesignSpaceError.unknown` if the study does not have that data set.
    public static func all(of study: Study, dataset: String? = nil) throws(DesignSpaceError) -> [DesignPoint] {
        let benchmarks = study.benchmarks.filter { dataset == nil || $0.dataset == dataset }
        if benchmarks.isEmpty, let dataset {
            throw .unknown(what: "data set in study \(study.name)", name: dataset, known: study.benchmarks.map(\.dataset))
        }
        var seen: Set<DesignPoint> = []
        return benchmarks.flatMap { points(of: $0, in: study, isNamed: dataset != nil) }.filter { seen.insert($0).inserted }
    }

    private static func points(of benchmark: Study.Benchmark, in study: Study, isNamed: Bool) -> [DesignPoint] {
        let published = study.published.points.map(\.point).filter {
            $0.dataset == benchmark.dataset && benchmark.networks.contains($0.network)
        }
        guard isNamed || !published.isEmpty || study.published.points.isEmpty else { return [] }
        return published
            + benchmark.networks.flatMap { network in
                study.grid.map { DesignPoint(network: network, dataset: benchmark.dataset, precision: $0) }
            }
    }
}
