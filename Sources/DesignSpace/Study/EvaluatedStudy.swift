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

    /// The study.
    public let study: Study

    /// The accelerator that it is priced on.
    public let accelerator: Accelerator

    /// The rows in the study's order.
    public private(set) var rows: [EvaluatedPoint]

    /// Prices a study.
    ///
    /// - Parameter records: results of runs; used if the study includes measured points. Runs of one design and recipe with several
    ///   seeds become one row with their mean.
    /// - Throws: `DesignSpaceError.unknown` for a network or accelerator that the catalogue lacks.
    public init(
        _ study: Study, in catalogue: Catalogue, records: [ExperimentRecord] = [], options: Options = Options()
    ) throws(DesignSpaceError) {
        self.study = study
        if let other = options.accelerator {
            accelerator = other
        } else {
            accelerator = try catalogue.accelerator(study.accelerator)
        }
        var builder = RowBuilder(accelerator: accelerator)
        for benchmark in study.benchmarks {
            let networks = try Self.networks(of: benchmark, in: catalogue)
            let pricing = Pricing(
                networks: networks, accounting: options.accounting ?? benchmark.accounting, benchmark: benchmark)
            try builder.addRows(of: study, benchmark: benchmark, pricing: pricing, records: records)
        }
        rows = builder.rows
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

    /// Marks the rows of each data set that no other row of it dominates in energy and accuracy.
    private mutating func markFrontier() {
        for dataset in datasets {
            for row in rows.filter({ $0.point.dataset == dataset }).frontier() { rows[row.index].isOnFrontier = true }
        }
    }

    /// The data sets of the study that have rows, in its order.
    public var datasets: [String] {
        let present = Set(rows.map(\.point.dataset))
        return study.benchmarks.map(\.dataset).filter(present.contains)
    }

    /// The rows of a point, published before measured; several where both exist.
    public func rows(of reference: PointReference) -> [EvaluatedPoint] {
        rows.filter { $0.point.reference == reference }
    }
}

/// What every row of a benchmark is priced with.
struct Pricing {
    let networks: [String: Network]
    let accounting: Accounting
    let benchmark: Study.Benchmark
}

/// Builds rows, sharing designs and mappings between the points that have them in common.
struct RowBuilder {
    let accelerator: Accelerator
    private(set) var rows: [EvaluatedPoint] = []
    private var designs: [Precision: Design] = [:]
    private var mappings: [String: Mapping] = [:]

    init(accelerator: Accelerator) { self.accelerator = accelerator }

    mutating func addRows(
        of study: Study, benchmark: Study.Benchmark, pricing: Pricing, records: [ExperimentRecord]
    ) throws(DesignSpaceError) {
        let published = study.published.points.filter {
            $0.point.dataset == benchmark.dataset && benchmark.networks.contains($0.point.network)
        }
        let baselinePublished = published.first { $0.point.reference == benchmark.baseline }
        for row in published {
            let accuracy = Accuracy(published: row, testImages: benchmark.testImages)
            let baseline = baselinePublished.map { Accuracy(published: $0, testImages: benchmark.testImages) }
            add(row.point, accuracy, .published, baseline, pricing, PublishedFigures(row, in: study.published))
        }
        let measured = study.includesMeasured ? MeasuredPoint.all(in: records, benchmark: benchmark) : []
        let measuredBaseline = measured.first { $0.point.reference == benchmark.baseline }?.accuracy
        for run in measured {
            let figures = study.published.row(of: run.point).map { PublishedFigures($0, in: study.published) }
            add(run.point, run.accuracy, run.state, measuredBaseline, pricing, figures)
        }
        // A data set that the paper does not have shows runs alone: a row for everything that could be run would bury them.
        guard !published.isEmpty || study.published.points.isEmpty else { return }
        let known = Set(rows.map(\.point))
        for network in benchmark.networks {
            for precision in study.grid {
                let point = DesignPoint(network: network, dataset: benchmark.dataset, precision: precision)
                if known.contains(point) { continue }
                add(point, nil, .notRun, nil, pricing, PublishedFigures(precision: precision, in: study.published))
            }
        }
    }

    private mutating func add(
        _ point: DesignPoint, _ accuracy: Accuracy?, _ state: EvaluatedPoint.State, _ baselineAccuracy: Accuracy?,
        _ pricing: Pricing, _ published: PublishedFigures?
    ) {
        guard
            let evaluation = priced(point.reference, pricing),
            let baseline = priced(pricing.benchmark.baseline, pricing)
        else { return }
        rows.append(
            EvaluatedPoint(
                index: rows.count, point: point, evaluation: evaluation, accuracy: accuracy, state: state,
                published: published ?? PublishedFigures(), baseline: baseline, baselineAccuracy: baselineAccuracy,
                isOnFrontier: false))
    }

    private mutating func priced(_ reference: PointReference, _ pricing: Pricing) -> Evaluation? {
        guard let network = pricing.networks[reference.network] else { return nil }
        let design = designs[reference.precision] ?? Design(accelerator, precision: reference.precision)
        let mapping = mappings[network.name] ?? Mapping(network, on: accelerator.tile)
        designs[reference.precision] = design
        mappings[network.name] = mapping
        return .init(design: design, mapping: mapping, accounting: pricing.accounting)
    }
}

extension Accuracy {
    /// The accuracy that a paper's row gives.
    init(published row: PublishedStudy.PointRow, testImages: Int) {
        self.init(
            percent: row.accuracyPercent, source: .published, origin: row.source, testImages: testImages, seeds: 1,
            converged: row.converged)
    }
}

extension PublishedFigures {
    /// What a study prints of a point and of the accelerator behind it.
    init(_ row: PublishedStudy.PointRow, in study: PublishedStudy) {
        self.init(precision: row.point.precision, in: study)
        // The tables have one radix policy, the paper's: a point with another shares its cost, not its accuracy.
        guard row.point.radix == .global else { return }
        accuracyPercent = row.accuracyPercent
        energy = row.energy
        source = source.isEmpty ? row.source : "\(row.source), \(source)"
    }

    /// What a study prints of an accelerator.
    init(precision: Precision, in study: PublishedStudy) {
        let design = study.design(of: precision)
        self.init(area: design?.area, power: design?.power, source: design == nil ? "" : study.designSource)
    }
}
