import HardwareModel
import Networks
import Precision
import Quantities

/// What every row of a benchmark is priced with.
struct Pricing {
    let networks: [String: Network]
    let accounting: Accounting
    let benchmark: Study.Benchmark
}

/// Builds rows, sharing designs and evidence between the points that have them in common.
struct RowBuilder {
    typealias Evidence = EvaluatedPoint.Evidence

    private(set) var rows: [EvaluatedPoint] = []
    private let study: Study
    private var evaluations: SharedEvaluations
    private let publishedRows: [DesignPoint: PublishedStudy.PointRow]
    /// The few precisions that the paper has, before a point is looked up among thousands that it has not.
    private let publishedPrecisions: Set<Precision>
    private var last: Shared<EvaluatedPoint.PricedDesign>?
    private var baseline: Evaluation?

    /// - Parameter count: about how many rows there will be.
    init(_ study: Study, accelerator: Accelerator, count: Int) {
        self.study = study
        evaluations = SharedEvaluations(on: accelerator, count: count)
        publishedRows = Dictionary(study.published.points.map { ($0.point, $0) }) { first, _ in first }
        publishedPrecisions = Set(study.published.points.map(\.point.precision))
        rows.reserveCapacity(count)
    }

    mutating func addRows(
        of benchmark: Study.Benchmark, pricing: Pricing, records: [ExperimentRecord], imported: [ImportedAccuracy]
    ) {
        // What is shared is priced for one benchmark.
        last = nil
        baseline = priced(benchmark.baseline, pricing)
        let published = study.published.points.filter {
            $0.point.dataset == benchmark.dataset && benchmark.networks.contains($0.point.network)
        }
        let baselinePublished = published.first { $0.point.reference == benchmark.baseline }
        let baseline = baselinePublished.map { Accuracy(published: $0, testImages: benchmark.testImages) }
        for row in published {
            let accuracy = Accuracy(published: row, testImages: benchmark.testImages)
            add(row.point, accuracy, .published, baseline, pricing)
        }
        let measured = MeasuredPoint.all(in: records, benchmark: benchmark)
        let baselines = measured.filter { $0.point.reference == benchmark.baseline }
        for (run, distinction) in zip(measured, MeasuredPoint.distinctions(among: measured)) {
            let baseline = baselines.first { $0.recipe == run.recipe }
            add(run.point, run.accuracy, run.state, baseline?.accuracy, pricing, runs: run.finished, distinction: distinction)
        }
        addImported(imported, pricing)
        // A data set that the paper does not have shows runs alone: a row for everything that could be run would bury them.
        guard !published.isEmpty || study.published.points.isEmpty else { return }
        addUnknown(pricing)
    }

    /// Adds what nobody has trained.
    private mutating func addUnknown(_ pricing: Pricing) {
        let benchmark = pricing.benchmark
        var known: Set<DesignPoint> = []
        var last: DesignPoint?
        for point in rows.lazy.map(\.point) where point != last {
            last = point
            if study.grid.contains(point.precision) { known.insert(point) }
        }
        for network in benchmark.networks {
            for precision in study.grid {
                let point = DesignPoint(network: network, dataset: benchmark.dataset, precision: precision)
                if known.contains(point) { continue }
                add(point, nil, .notRun, nil, pricing)
            }
        }
    }

    /// Adds what a user has brought: a row for each source, beside what was measured and never mixed with it.
    private mutating func addImported(_ imported: [ImportedAccuracy], _ pricing: Pricing) {
        let benchmark = pricing.benchmark
        var isOurs = PointAnswers<Bool> { $0.dataset == benchmark.dataset && benchmark.networks.contains($0.network) }
        let ours = imported.filter { isOurs.answer(for: $0.point) }
        var isBaseline = PointAnswers<Bool> { $0.reference == benchmark.baseline }
        var baselines: [String: Accuracy] = [:]
        for one in ours where isBaseline.answer(for: one.point) && baselines[one.source] == nil {
            baselines[one.source] = one.accuracy
        }
        // Where all are of one source its name would tell nobody anything.
        let hasSeveral = ours.first.map { first in ours.contains { $0.source != first.source } } ?? false
        let names = hasSeveral ? SourceNames(Self.sources(of: ours)) : nil
        var evidence: [ObjectIdentifier: Shared<Evidence>] = [:]
        for one in ours {
            guard let design = design(one.point, pricing) else { continue }
            let key = one.testimony.identity
            let rest =
                evidence[key]
                ?? Shared(
                    Evidence(
                        provenance: one.accuracy.provenance, state: .imported, runs: [], baselineAccuracy: baselines[one.source],
                        distinction: names?.short(one.source)))
            evidence[key] = rest
            rows.append(EvaluatedPoint(index: rows.count, design, percent: one.accuracyPercent, rest))
        }
    }

    /// The sources of accuracies, each once for each testimony, of which many rows have one.
    private static func sources(of imported: [ImportedAccuracy]) -> [String] {
        var seen: Set<ObjectIdentifier> = []
        return imported.filter { seen.insert($0.testimony.identity).inserted }.map(\.source)
    }

    private mutating func add(
        _ point: DesignPoint, _ accuracy: Accuracy?, _ state: EvaluatedPoint.State, _ baselineAccuracy: Accuracy?,
        _ pricing: Pricing, runs: [ExperimentRecord] = [], distinction: String? = nil
    ) {
        guard let design = design(point, pricing) else { return }
        let evidence = Evidence(
            provenance: accuracy?.provenance, state: state, runs: runs, baselineAccuracy: baselineAccuracy,
            distinction: distinction)
        rows.append(EvaluatedPoint(index: rows.count, design, percent: accuracy?.percent, Shared(evidence)))
    }

    /// The priced design of a point: that of the row before if it is the same, as it most often is where there are many.
    private mutating func design(_ point: DesignPoint, _ pricing: Pricing) -> Shared<EvaluatedPoint.PricedDesign>? {
        if let last, last.value.point == point { return last }
        guard let evaluation = priced(point.reference, pricing), let baseline else { return nil }
        let design = EvaluatedPoint.PricedDesign(
            point: point, evaluation: evaluation, published: figures(of: point), baseline: baseline)
        let shared = Shared(design)
        last = shared
        return shared
    }

    private func figures(of point: DesignPoint) -> PublishedFigures {
        guard publishedPrecisions.contains(point.precision), let row = publishedRows[point] else {
            return PublishedFigures(precision: point.precision, in: study.published)
        }
        return PublishedFigures(row, in: study.published)
    }

    private mutating func priced(_ reference: PointReference, _ pricing: Pricing) -> Evaluation? {
        pricing.networks[reference.network].map {
            evaluations.evaluation(of: $0, at: reference.precision, accounting: pricing.accounting)
        }
    }
}
