import HardwareModel
import Networks
import Precision

extension EvaluatedStudy {
    /// The study with a row for everything that could be run on a data set: the study's precisions on those of its networks that fit.
    ///
    /// The networks, the baseline and the accounting are the study's own for the data set; for one that it does not have, every network
    /// of its rows that takes such images, against float32 of the first, under the accounting of that network's benchmark. Points that
    /// have rows already get no others.
    ///
    /// - Parameter imageShape: the shape of the images of a data set that the study does not have.
    /// - Returns: nil if none of the networks fits.
    public func offering(_ dataset: String, imageShape: Shape? = nil) -> EvaluatedStudy? {
        let networks = networksOfRows
        let own = study.benchmarks.first { $0.dataset == dataset }
        guard let benchmark = own ?? imageShape.flatMap({ self.benchmark(of: dataset, $0, networks) }),
            let first = networks[benchmark.baseline.network]
        else { return nil }
        var evaluations = SharedEvaluations(on: accelerator)
        // Energy that was asked for under one accounting is charged so here too.
        let accounting = forcedAccounting ?? benchmark.accounting
        let baseline = evaluations.evaluation(of: first, at: benchmark.baseline.precision, accounting: accounting)
        var known = Set(rows.lazy.filter { $0.point.dataset == dataset }.map(\.point))
        var rows = rows
        let evidence = Shared(EvaluatedPoint.Evidence(provenance: nil, state: .notRun, runs: [], baselineAccuracy: nil))
        for network in benchmark.networks.compactMap({ networks[$0] }) {
            for precision in precisions {
                let point = DesignPoint(network: network.name, dataset: dataset, precision: precision)
                guard known.insert(point).inserted else { continue }
                let design = EvaluatedPoint.PricedDesign(
                    point: point, evaluation: evaluations.evaluation(of: network, at: precision, accounting: accounting),
                    published: PublishedFigures(precision: precision, in: study.published), baseline: baseline)
                rows.append(EvaluatedPoint(index: rows.count, Shared(design), percent: nil, evidence))
            }
        }
        return EvaluatedStudy(own == nil ? study.adding(benchmark) : study, on: accelerator, rows: rows)
    }

    /// The networks that rows are of, by name.
    private var networksOfRows: [String: Network] {
        var networks: [String: Network] = [:]
        for row in rows where networks[row.point.network] == nil { networks[row.point.network] = row.evaluation.network }
        return networks
    }

    /// The precisions of the study: its grid, or what its paper has.
    private var precisions: [Precision] { study.grid.isEmpty ? study.published.designs.map(\.precision) : study.grid }

    /// The accounting of the rows where it is another than the study's.
    private var forcedAccounting: Accounting? {
        guard let row = rows.first, let own = study.benchmarks.first(where: { $0.dataset == row.point.dataset })?.accounting
        else { return nil }
        return row.evaluation.accounting == own ? nil : row.evaluation.accounting
    }

    private func benchmark(of dataset: String, _ shape: Shape, _ networks: [String: Network]) -> Study.Benchmark? {
        var names: [String] = []
        for name in study.benchmarks.flatMap(\.networks) where networks[name]?.input == shape && !names.contains(name) {
            names.append(name)
        }
        guard let first = names.first else { return nil }
        return Study.Benchmark(
            dataset: dataset, title: dataset, networks: names, baseline: PointReference(network: first, precision: .float32),
            accounting: study.benchmark(of: first)?.accounting ?? .nominal, testImages: 0)
    }
}

extension Study {
    /// The study with one more data set.
    fileprivate func adding(_ benchmark: Benchmark) -> Study {
        Study(
            name: name, title: title, source: source, accelerator: accelerator, benchmarks: benchmarks + [benchmark],
            published: published, grid: grid, includesMeasured: includesMeasured)
    }
}
