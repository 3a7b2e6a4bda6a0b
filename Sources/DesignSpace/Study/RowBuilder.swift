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

/// Builds rows, sharing evaluations between the points that have them in common.
struct RowBuilder {
    private(set) var rows: [EvaluatedPoint] = []
    private var evaluations: SharedEvaluations

    init(accelerator: Accelerator) { evaluations = SharedEvaluations(on: accelerator) }

    mutating func addRows(
        of study: Study, benchmark: Study.Benchmark, pricing: Pricing, records: [ExperimentRecord],
        imported: [ImportedAccuracy]
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
        let measured = MeasuredPoint.all(in: records, benchmark: benchmark)
        let baselines = measured.filter { $0.point.reference == benchmark.baseline }
        for run in measured {
            let baseline = baselines.first { $0.recipe == run.recipe }
            let figures = PublishedFigures(of: run.point, in: study.published)
            add(run.point, run.accuracy, run.state, baseline?.accuracy, pricing, figures, runs: run.finished)
        }
        addImported(imported, of: study, pricing)
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

    /// Adds what a user has brought: a row for each source, beside what was measured and never mixed with it.
    private mutating func addImported(_ imported: [ImportedAccuracy], of study: Study, _ pricing: Pricing) {
        let ours = imported.filter {
            $0.point.dataset == pricing.benchmark.dataset && pricing.benchmark.networks.contains($0.point.network)
        }
        let baselines = Dictionary(
            ours.filter { $0.point.reference == pricing.benchmark.baseline }.map { ($0.source, $0.accuracy) }
        ) { first, _ in first }
        for one in ours {
            let figures = PublishedFigures(of: one.point, in: study.published)
            add(one.point, one.accuracy, .imported, baselines[one.source], pricing, figures)
        }
    }

    private mutating func add(
        _ point: DesignPoint, _ accuracy: Accuracy?, _ state: EvaluatedPoint.State, _ baselineAccuracy: Accuracy?,
        _ pricing: Pricing, _ published: PublishedFigures, runs: [ExperimentRecord] = []
    ) {
        guard
            let evaluation = priced(point.reference, pricing),
            let baseline = priced(pricing.benchmark.baseline, pricing)
        else { return }
        rows.append(
            EvaluatedPoint(
                index: rows.count, point: point, evaluation: evaluation, accuracy: accuracy, state: state, runs: runs,
                published: published, baseline: baseline, baselineAccuracy: baselineAccuracy,
                isOnFrontier: false))
    }

    private mutating func priced(_ reference: PointReference, _ pricing: Pricing) -> Evaluation? {
        pricing.networks[reference.network].map {
            evaluations.evaluation(of: $0, at: reference.precision, accounting: pricing.accounting)
        }
    }
}
