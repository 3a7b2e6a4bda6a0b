import HardwareModel
import Networks
import Quantities
import Recipes

/// What a paper says of accuracy, point by point and in words, beside what runs of this program say.
public struct Reproduction: Hashable, Sendable {
    /// A design point with the paper's figure and the runs of each recipe.
    public struct Row: Hashable, Sendable {
        /// The design point, on the data set of the runs.
        public let point: DesignPoint
        /// The paper's row; nil for a point that the paper does not have.
        public let published: PublishedStudy.PointRow?
        /// The runs, one entry for each recipe.
        public let measured: [MeasuredPoint]
        /// Energy of one image, by the model.
        public let energy: Energy
    }

    /// A data set with its points: the paper's in its order, then those that only runs have.
    public struct Section: Hashable, Sendable {
        /// The data set of the runs.
        public let benchmark: Study.Benchmark
        /// The rows.
        public let rows: [Row]

        /// The data set of the published figures.
        public var publishedDataset: String { benchmark.besideDataset ?? benchmark.dataset }
    }

    /// What the runs of one recipe say to the paper's statements.
    public struct Verdicts: Hashable, Sendable {
        /// The recipe's name.
        public let recipe: String
        /// One verdict for each statement.
        public let statements: [StatementVerdict]
    }

    /// The study.
    public let study: Study
    /// The data sets of the study that have published or measured rows.
    public let sections: [Section]
    /// The paper's statements, recipe by recipe in the order of their names.
    public let verdicts: [Verdicts]
    /// The paper's frontier against ours, one for each data set that has both.
    public let contests: [FrontierContest]

    /// Puts runs beside the figures of a study's paper.
    ///
    /// - Parameter options: another accelerator than the study's, or another accounting.
    /// - Throws: `DesignSpaceError.unknown` for a network or accelerator that the catalogue lacks.
    public init(
        of study: Study, records: [ExperimentRecord], in catalogue: Catalogue,
        options: EvaluatedStudy.Options = EvaluatedStudy.Options()
    ) throws(DesignSpaceError) {
        let records = catalogue.ofKnownNetworks(records)
        // Also a study that has the paper's figures alone is held against runs here.
        var measuring = study
        measuring.includesMeasured = true
        let evaluated = try EvaluatedStudy(measuring, in: catalogue, records: records, options: options)
        let study = evaluated.study
        self.study = study
        let pricer = try PointPricer(
            study, in: catalogue, accelerator: evaluated.accelerator, accounting: options.accounting)
        sections = Self.sections(of: study, records: records, pricer)
        contests = study.benchmarks.compactMap { FrontierContest(of: $0.dataset, in: evaluated.rows) }
        let points = study.benchmarks.flatMap { MeasuredPoint.all(in: records, benchmark: $0) }.filter { !$0.finished.isEmpty }
        verdicts = Set(points.map(\.recipe.name)).sorted().map { recipe in
            let ours = points.filter { $0.recipe.name == recipe }
            return Verdicts(
                recipe: recipe,
                statements: study.published.statements.map { statement in
                    StatementVerdict(
                        statement, measured: Self.byReference(ours.filter { $0.point.dataset == statement.dataset }),
                        energyPercent: { point, other in pricer.energyPercent(of: point, against: other, on: statement.dataset) })
                })
        }
    }

    /// The points by name; of two recipes of one name, the one with more runs stands, then the longer one.
    private static func byReference(_ points: [MeasuredPoint]) -> [PointReference: MeasuredPoint] {
        Dictionary(points.map { ($0.point.reference, $0) }) { first, second in
            let weights = [first, second].map { ($0.finished.count, $0.recipe.float.epochs + $0.recipe.quantized.epochs) }
            return weights[1] > weights[0] ? second : first
        }
    }

    private static func sections(of study: Study, records: [ExperimentRecord], _ pricer: PointPricer) -> [Section] {
        let replaced = Set(study.benchmarks.compactMap(\.besideDataset))
        return study.benchmarks.compactMap { benchmark in
            // The paper's data set stands beside the one that replaces it, unless somebody ran it after all.
            let measured = MeasuredPoint.all(in: records, benchmark: benchmark)
            if measured.isEmpty, replaced.contains(benchmark.dataset) { return nil }
            let rows = Self.rows(of: benchmark, study.published, measured: measured, pricer)
            return rows.isEmpty ? nil : Section(benchmark: benchmark, rows: rows)
        }
    }

    /// How long its runs are trained, with that of a float parent: the more thorough recipe stands first.
    private static func length(of point: MeasuredPoint) -> Int { point.recipe.float.epochs + point.recipe.quantized.epochs }

    private static func rows(
        of benchmark: Study.Benchmark, _ paper: PublishedStudy, measured: [MeasuredPoint], _ pricer: PointPricer
    ) -> [Row] {
        let dataset = benchmark.besideDataset ?? benchmark.dataset
        let published = paper.points.filter { $0.point.dataset == dataset && benchmark.networks.contains($0.point.network) }
        var references = published.map(\.point.reference)
        for point in measured where !point.finished.isEmpty && !references.contains(point.point.reference) {
            references.append(point.point.reference)
        }
        return references.compactMap { reference in
            guard let energy = pricer.energy(of: reference, on: benchmark.dataset) else { return nil }
            return Row(
                point: DesignPoint(
                    network: reference.network, dataset: benchmark.dataset, precision: reference.precision, radix: reference.radix),
                published: published.first { $0.point.reference == reference },
                measured: measured.filter { $0.point.reference == reference }.sorted { Self.length(of: $0) > Self.length(of: $1) },
                energy: energy)
        }
    }
}
