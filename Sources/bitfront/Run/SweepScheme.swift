import Datasets
import DesignSpace
import ExperimentStore
import Experiments

/// Works out what a sweep is to run.
struct SweepScheme {
    private let command: SweepCommand
    private let workspace: Workspace
    private let study: Study
    private let facts = DatasetFacts()

    init(_ command: SweepCommand, in workspace: Workspace) throws(CommandFailure) {
        self.command = command
        self.workspace = workspace
        study = try workspace.study()
    }

    /// The experiments that are missing, in order; what has to be left out is said on standard error.
    ///
    /// - Throws: `CommandFailure` for names that nothing has, and if all that was asked for has to be left out.
    func plan() throws(CommandFailure) -> SweepPlan {
        let shipped = Set(workspace.shippedResults().records.filter(\.status.isFinal).map(\.key))
        let wanted = try CommandFailure.catching { try possible(specs(), shipped: shipped) }
        let results = try workspace.results()
        try checkImages(of: wanted, results.records)
        let chance = workspace.frontierChance(results, study: study)
        return try CommandFailure.catching {
            try SweepPlan(
                wanted: wanted, shipped: shipped, store: ExperimentStore.openIfPresent(at: workspace.storePath),
                estimator: workspace.timeEstimator(results.records, facts: facts, threads: command.workers.threadsOfEach)
            ) { point in chance.gain(of: point, cost: workspace.microjoules(of: point) ?? .infinity) }
        }
    }

    private func specs() throws -> [ExperimentSpec] {
        try points().flatMap { reference, dataset in
            try (command.seeds?.seeds ?? [command.seed ?? 1]).map { seed in
                try ExperimentRequest(
                    point: reference, dataset: dataset, recipe: command.recipe, seed: seed, epochs: command.epochs
                ).spec(in: workspace.catalogue, study: study)
            }
        }
    }

    /// The points, each with its data set if one was named or the study says so.
    private func points() throws -> [(PointReference, dataset: String?)] {
        guard let text = command.grid else {
            let dataset = try command.dataset.map { try study.datasetName($0, among: facts.known) }
            return try SweepPoints.all(of: study, dataset: dataset).map { ($0.reference, $0.dataset) }
        }
        let grid = try Grid(parsing: text)
        guard command.dataset == nil || grid.datasets.isEmpty else {
            throw CommandFailure(.usage, "the grid names data sets, and --dataset another: use one of them")
        }
        let named = try (grid.datasets + [command.dataset].compactMap(\.self)).map { try study.datasetName($0, among: facts.known) }
        let datasets = named.isEmpty ? [nil] : named.map(Optional.some)
        return datasets.flatMap { dataset in grid.points.map { ($0, dataset) } }
    }

    /// Checks that no result that would be taken for what was asked for, or its parent, comes from other images of the same data set.
    private func checkImages(of wanted: [ExperimentSpec], _ records: [ExperimentRecord]) throws(CommandFailure) {
        let final = records.filter(\.status.isFinal)
        let byKey = Dictionary(final.map { ($0.key, $0) }) { first, _ in first }
        for spec in wanted.flatMap({ [$0.parent, $0].compactMap(\.self) }) {
            guard let found = facts.sha256(of: spec.dataset), let trainedOn = byKey[spec.key]?.datasetSHA256, trainedOn != found
            else { continue }
            throw CommandFailure(
                ExperimentsError.otherImages(
                    point: spec.point.reference.name, dataset: spec.dataset, trainedOn: trainedOn, found: found))
        }
    }

    /// The experiments that can be run here, or whose results have come with the program.
    private func possible(_ specs: [ExperimentSpec], shipped: Set<String>) throws -> [ExperimentSpec] {
        var obstacles: [(words: String, count: Int)] = []
        let possible = try specs.filter { spec in
            if shipped.contains(spec.key) { return true }
            let obstacle = try facts.obstacle(
                to: workspace.catalogue.network(spec.network), on: spec.dataset,
                isNamed: command.grid != nil || command.dataset != nil)
            guard let obstacle else { return true }
            if let index = obstacles.firstIndex(where: { $0.words == obstacle }) {
                obstacles[index].count += 1
            } else {
                obstacles.append((obstacle, 1))
            }
            return false
        }
        let lines = obstacles.map { "left out \($0.count) of \(specs.count): \($0.words)" }
        if possible.isEmpty, !lines.isEmpty {
            // Images that can be fetched are no mistake of whoever typed the line.
            let areMissing = specs.contains { !facts.has($0.dataset) }
            throw CommandFailure(areMissing ? .failed : .usage, lines.joined(separator: "\n"))
        }
        for line in lines { Diagnostics.write(line) }
        return possible
    }
}
