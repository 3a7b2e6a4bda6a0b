import HardwareModel
import Networks
import Precision
import Quantities

/// A study with every point priced: the rows that the table, the plot and the explorer show.
public struct EvaluatedStudy: Hashable, Sendable {
    /// What may be asked otherwise than the study says.
    public struct Options: Hashable, Sendable {
        /// The energy accounting of every row; nil for what the study says of each benchmark.
        public var accounting: Accounting?
        /// The accelerator to price on; nil for the study's.
        public var accelerator: Accelerator?

        /// Makes options.
        public init(accounting: Accounting? = nil, accelerator: Accelerator? = nil) {
            self.accounting = accounting
            self.accelerator = accelerator
        }
    }

    /// The study, with what a user has trained besides.
    public let study: Study

    /// The accelerator that it is priced on.
    public let accelerator: Accelerator

    /// The rows in the study's order.
    public private(set) var rows: [EvaluatedPoint]

    /// The data sets of the study that have rows, in its order.
    public private(set) var datasets: [String] = []

    /// Prices a study.
    ///
    /// - Parameter records: results of runs; used if the study includes measured points. Runs of one design and recipe with several
    ///   seeds become one row with their mean.
    /// - Parameter imported: accuracies that a user has brought, likewise; a row each.
    /// - Throws: `DesignSpaceError.unknown` for a network or accelerator that the catalogue lacks.
    public init(
        _ study: Study, in catalogue: Catalogue, records: [ExperimentRecord] = [], imported: [ImportedAccuracy] = [],
        options: Options = Options()
    ) throws(DesignSpaceError) {
        let records = study.includesMeasured ? catalogue.ofKnownNetworks(records) : []
        let networks = Set(catalogue.networks.map(\.name))
        let imported = ImportedAccuracies(study.includesMeasured ? imported : []).filter { networks.contains($0.network) }
        self.study = study.including(records.map(\.spec.point) + imported.points)
        if let other = options.accelerator {
            accelerator = other
        } else {
            accelerator = try catalogue.accelerator(study.accelerator)
        }
        var builder = RowBuilder(self.study, accelerator: accelerator, count: records.count + imported.count + 64)
        for benchmark in self.study.benchmarks {
            let networks = try Self.networks(of: benchmark, in: catalogue)
            let pricing = Pricing(
                networks: networks, accounting: options.accounting ?? benchmark.accounting, benchmark: benchmark)
            builder.addRows(of: benchmark, pricing: pricing, records: records, imported: imported)
        }
        rows = builder.rows
        markFrontier()
    }

    init(_ study: Study, on accelerator: Accelerator, rows: [EvaluatedPoint]) {
        self.study = study
        self.accelerator = accelerator
        self.rows = rows
        markFrontier()
    }

    private static func networks(
        of benchmark: Study.Benchmark, in catalogue: Catalogue
    ) throws(DesignSpaceError) -> [String: Network] {
        var networks: [String: Network] = [:]
        for name in benchmark.networks + [benchmark.baseline.network] {
            networks[name] = try catalogue.network(name)
        }
        return networks
    }

    /// Finds the data sets, and marks the rows of each that no other row of it dominates in energy and accuracy.
    private mutating func markFrontier() {
        let compact = CompactRows(rows)
        var present: [String] = []
        for design in compact.designs where design.point.dataset != present.last { present.append(design.point.dataset) }
        datasets = study.benchmarks.map(\.dataset).filter(present.contains)
        for dataset in datasets {
            for position in compact.frontier(of: dataset) { rows[position].isOnFrontier = true }
        }
    }

    /// The rows of a data set, in the study's order.
    public func rows(on dataset: String) -> [EvaluatedPoint] {
        var isOfDataset = PointAnswers { $0.dataset == dataset }
        var (first, end, count) = (0, 0, 0)
        for position in rows.indices where isOfDataset.answer(for: rows[position].point) {
            if count == 0 { first = position }
            (end, count) = (position + 1, count + 1)
        }
        // Those of a data set stand together, and a piece of an array is copied faster than one row after the other.
        if count == end - first { return Array(rows[first..<end]) }
        return rows.filter { isOfDataset.answer(for: $0.point) }
    }

    /// The rows of a point, published before measured; several where both exist.
    public func rows(of reference: PointReference) -> [EvaluatedPoint] {
        rows.filter { $0.point.reference == reference }
    }
}
