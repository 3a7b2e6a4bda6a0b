import HardwareModel
import Networks
import Quantities

/// Prices points of a study's benchmarks by name.
struct PointPricer {
    private let benchmarks: [Study.Benchmark]
    private let accelerator: Accelerator
    private let accounting: Accounting?
    private var networks: [String: Network] = [:]

    /// - Parameter accounting: the accounting of every energy; nil for what the study says of each benchmark.
    /// - Throws: `DesignSpaceError.unknown` for a network that the catalogue lacks.
    init(_ study: Study, in catalogue: Catalogue, accelerator: Accelerator, accounting: Accounting?) throws(DesignSpaceError) {
        benchmarks = study.benchmarks
        self.accounting = accounting
        self.accelerator = accelerator
        for name in study.benchmarks.flatMap(\.networks) { networks[name] = try catalogue.network(name) }
    }

    /// Energy of one image under the accounting of the data set; nil for a network that is not of it.
    func energy(of point: PointReference, on dataset: String) -> Energy? {
        guard let benchmark = benchmarks.first(where: { $0.dataset == dataset }), let network = networks[point.network] else {
            return nil
        }
        return Evaluation(
            network: network, precision: point.precision, accelerator: accelerator, accounting: accounting ?? benchmark.accounting
        ).energy
    }

    /// What a point takes of another's energy, in percent.
    func energyPercent(of point: PointReference, against other: PointReference, on dataset: String) -> Double? {
        guard let ours = energy(of: point, on: dataset), let theirs = energy(of: other, on: dataset) else { return nil }
        return ours / theirs * 100
    }
}
