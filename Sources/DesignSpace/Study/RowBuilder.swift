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
    /// The codes of the few precisions that the paper has, before a point is looked up among thousands that it has not.
    private let publishedPrecisions: Set<Int>
    private var last: Shared<EvaluatedPoint.PricedDesign>?
    private var baseline: Evaluation?

    /// - Parameter count: about how many rows there will be.
    init(_ study: Study, accelerator: Accelerator, count: Int) {
        self.study = study
        evaluations = SharedEvaluations(on: accelerator, count: count)
        publishedRows = Dictionary(study.published.points.map { ($0.point, $0) }) { first, _ in first }
        publishedPrecisions = Set(
            study.published.points.map(\.point.precision.code) + study.published.designs.map(\.precision.code))
        rows.reserveCapacity(count)
    }

    mutating func addRows(
        of benchmark: Study.Benchmark, pricing: Pricing, records: [ExperimentRecord], imported: ImportedAccuracies
    ) {
        // What is shared is priced for one benchmark.
        last = nil
        baseline = priced(benchmark.baseline.network, benchmark.baseline.precision, pricing)
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
    private mutating func addImported(_ imported: ImportedAccuracies, _ pricing: Pricing) {
        let benchmark = pricing.benchmark
        let ours = imported.filter { $0.dataset == benchmark.dataset && benchmark.networks.contains($0.network) }
        let evidence = evidence(of: ours, baseline: benchmark.baseline)
        var numbers = IdentityNumbers()
        var found: [Shared<Evidence>?] = []
        for group in ours.groups {
            guard let design = design(group.point, pricing) else { continue }
            for place in group.places {
                let one = ours[place]
                let number = numbers.number(of: one.testimony.identity)
                if number == found.count { found.append(evidence[one.testimony.identity]) }
                guard let evidence = found[number] else { continue }
                rows.append(EvaluatedPoint(index: rows.count, design, percent: one.accuracyPercent, evidence))
            }
        }
    }

    /// What the rows of each testimony have in common.
    private func evidence(
        of imported: ImportedAccuracies, baseline: PointReference
    ) -> [ObjectIdentifier: Shared<Evidence>] {
        var baselines: [String: Accuracy] = [:]
        for group in imported.groups where group.point.reference == baseline {
            for place in group.places where baselines[imported[place].source] == nil {
                baselines[imported[place].source] = imported[place].accuracy
            }
        }
        let samples = imported.ofEachTestimony
        // Where all are of one source its name would tell nobody anything.
        let names = Set(samples.map(\.source)).count > 1 ? SourceNames(samples.map(\.source)) : nil
        return Dictionary(
            samples.map { one in
                let evidence = Evidence(
                    provenance: one.accuracy.provenance, state: .imported, runs: [], baselineAccuracy: baselines[one.source],
                    distinction: names?.short(one.source))
                return (one.testimony.identity, Shared(evidence))
            }
        ) { first, _ in first }
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
        guard let evaluation = priced(point.network, point.precision, pricing), let baseline else { return nil }
        let design = EvaluatedPoint.PricedDesign(
            point: point, evaluation: evaluation, published: figures(of: point), baseline: baseline)
        let shared = Shared(design)
        last = shared
        return shared
    }

    private func figures(of point: DesignPoint) -> PublishedFigures {
        guard publishedPrecisions.contains(point.precision.code) else {
            return PublishedFigures(area: nil, power: nil, designSource: "")
        }
        guard let row = publishedRows[point] else { return PublishedFigures(precision: point.precision, in: study.published) }
        return PublishedFigures(row, in: study.published)
    }

    private mutating func priced(_ network: String, _ precision: Precision, _ pricing: Pricing) -> Evaluation? {
        evaluations.evaluation(of: network, among: pricing.networks, at: precision, accounting: pricing.accounting)
    }
}
