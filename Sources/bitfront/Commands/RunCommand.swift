import ArgumentParser
import Datasets
import DesignSpace
import ExperimentStore
import Experiments
import Foundation
import Precision
import Recipes
import Reports

/// `bitfront run`: trains a design point, or loads its result.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Train a design point for real, unless its result is in the store.",
        discussion: """
            A low precision starts from the float32 weights of the same network, which are trained or loaded first. Ctrl-C stops at a \
            checkpoint, twice at once; the same command goes on from the last checkpoint.

            Of what waits in the queue, the experiment that is named and its float32 parent are begun first, and the command ends when it \
            is done; what else waits is left to 'bitfront queue work', or to the process that works the queue. Only what is given a higher \
            priority meanwhile ('bitfront queue priority') comes before it. With --detach it takes its turn instead, before sweeps.

            With --dry-run the state of what would be run says what is in its way, and the status is the one that the run would end with \
            before it begins: 0 if it can begin; 2 if the data set is not here; 65 if it holds other images than those of earlier results; \
            64 if nobody knows it, or its images are of another shape than the network's.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var workers: WorkerOptions

    @Argument(help: "The design point, as lenet/fixed8, or alex/fixed4@layer.", completion: NameCompletion.points)
    var point: String

    @Option(
        help: ArgumentHelp("The data set; default: the study's for the network.", valueName: "name"),
        completion: NameCompletion.datasets)
    var dataset: String?

    @Option(help: ArgumentHelp("The recipe.", valueName: "name"), completion: NameCompletion.recipes)
    var recipe = ExperimentRequest.defaultRecipe

    @Option(help: "The seed of everything random.")
    var seed: UInt64 = 1

    @Option(help: "Epochs, also of a float32 parent that has to be trained first; default: the recipe's.")
    var epochs: Int?

    @Flag(help: "Train anew even if the result is in the store.")
    var force = false

    @Flag(help: "Say what would be run, and run nothing.")
    var dryRun = false

    @Flag(help: "Train in the background, also when this terminal is gone.")
    var detach = false

    func run() async throws {
        let workspace = try Workspace(self.workspace)
        let plan = try plan(in: workspace)
        sayWhatIsShipped(of: plan, in: workspace)
        if dryRun { return try writeDryRun(of: plan, in: workspace) }
        try check(plan, in: workspace)
        if !plan.specsToRun.isEmpty {
            try enqueue(plan, in: workspace)
            if detach { return try workers.startInBackground(for: workspace, presets: self.workspace.presets) }
            let session = QueueSession(
                storePath: workspace.storePath, presetFolders: self.workspace.presets, jobs: workers.jobs,
                threads: workers.threadsOfEach, isPlain: self.workspace.ascii)
            let outcome = try await session.work(.experiments(Set(plan.specsToRun.map(\.key))))
            try check(outcome, plan, in: workspace)
        } else {
            Diagnostics.write("bitfront: the result was there already; --force trains anew")
        }
        guard let record = try result(of: plan, in: workspace) else {
            throw CommandFailure(.failed, "the worker has ended, but the store has no result: run the same command again")
        }
        let text = output.format == .json ? try RecordJSON.text(of: record) : RecordReport(record).rendered(as: output.format)
        Output.write(text, as: output.format, ascii: self.workspace.ascii)
    }

    /// Says that a result of what is to be run came with the program, which may be all that is wanted.
    private func sayWhatIsShipped(of plan: ExperimentPlan, in workspace: Workspace) {
        guard let step = plan.steps.last, step.needsWorker, !force,
            let shipped = workspace.shippedResults(withHistory: false).records.first(where: { $0.key == step.spec.key })
        else { return }
        Diagnostics.write(
            "bitfront: a result of this experiment came with the program ('bitfront results show \(shipped.key.prefix(12))'); a run makes one "
                + "of your own, with its weights")
    }

    /// Says what would be run, and what is in the way of it; then fails as the run itself would.
    private func writeDryRun(of plan: ExperimentPlan, in workspace: Workspace) throws(CommandFailure) {
        var obstacle: CommandFailure?
        do throws(CommandFailure) { try check(plan, in: workspace) } catch { obstacle = error }
        // What to do about it stands on standard error.
        let words = obstacle.map { $0.message.prefix { $0 != ":" && !$0.isNewline } }
        let table = Self.table(of: plan, obstacle: words.map { String($0) })
        Output.write(table.rendered(as: output.format), as: output.format, ascii: self.workspace.ascii)
        if let obstacle { throw obstacle }
    }

    private func plan(in workspace: Workspace) throws(CommandFailure) -> ExperimentPlan {
        try CommandFailure.catching {
            let study = try workspace.study()
            let request = ExperimentRequest(
                point: try PointReference(parsing: point),
                dataset: try dataset.map { try study.datasetName($0, among: DatasetFacts().known) }, recipe: recipe, seed: seed,
                epochs: epochs)
            let spec = try request.spec(in: workspace.catalogue, study: study)
            return try ExperimentPlan(
                for: spec, in: ExperimentStore.openIfPresent(at: workspace.storePath), replacing: force)
        }
    }

    /// Checks, before anything is begun or promised, that the data set is here, fits the network, and is the one of earlier results.
    private func check(_ plan: ExperimentPlan, in workspace: Workspace) throws(CommandFailure) {
        guard let spec = plan.steps.last?.spec else { return }
        let facts = DatasetFacts()
        try CommandFailure.catching {
            try plan.checkImages(facts.sha256(of: spec.dataset))
            guard !plan.specsToRun.isEmpty else { return }
            try facts.check(workspace.catalogue.network(spec.network), on: spec.dataset, isNamed: dataset != nil)
        }
    }

    /// Puts what is to be run into the queue: before everything else if this command waits for it, else before sweeps.
    private func enqueue(_ plan: ExperimentPlan, in workspace: Workspace) throws(CommandFailure) {
        let estimator = workspace.timeEstimator(
            try workspace.storeResults().records, facts: DatasetFacts(), threads: workers.threadsOfEach)
        try CommandFailure.catching {
            // A worker that is not there is better noticed before anything waits for it.
            _ = try TrainerLocator.ofThisProcess().path()
            try ExperimentStore.open(at: workspace.storePath, for: .writing).enqueue(
                plan.entries(
                    priority: ExperimentRequest.priority, threads: workers.threads, presets: self.workspace.presets,
                    estimator: estimator), first: !detach)
        }
    }

    /// Checks that the experiment has come to its result.
    private func check(
        _ outcome: QueueSession.Outcome, _ plan: ExperimentPlan, in workspace: Workspace
    ) throws(CommandFailure) {
        if outcome.ending == .stopped {
            throw CommandFailure(.failed, outcome.stopText(goingOnBy: "the same command"))
        }
        let queue = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: workspace.storePath)?.queue() }
        for spec in plan.specsToRun {
            let key = spec.key
            guard let one = queue?[key], one.state != .done else { continue }
            if one.state == .failed, let error = outcome.errors[key] { throw CommandFailure(error) }
            let what = "experiment \(key.prefix(12)), \(spec.point.reference.name), "
            switch one.state {
            case .failed: throw CommandFailure(.failed, what + "failed: \(one.reason ?? "nothing is known of why")")
            case .cancelled: throw CommandFailure(.failed, what + "was cancelled; the same command puts it into the queue again")
            default: throw CommandFailure(.failed, what + "is \(one.state.rawValue); the same command goes on")
            }
        }
    }

    private func result(of plan: ExperimentPlan, in workspace: Workspace) throws(CommandFailure) -> ExperimentRecord? {
        guard let key = plan.steps.last?.spec.key else { return nil }
        return try CommandFailure.catching { try ExperimentStore.openIfPresent(at: workspace.storePath)?.record(key) }
    }

    /// - Parameter obstacle: why what is to be run cannot be; nil if it can.
    private static func table(of plan: ExperimentPlan, obstacle: String?) -> TextTable {
        let needsNone = plan.specsToRun.isEmpty
        return TextTable(
            headings: [
                .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("epochs", .right),
                .init("state"),
            ],
            rows: plan.steps.map { step in
                [
                    String(step.spec.key.prefix(12)), step.spec.point.reference.name, step.spec.dataset, step.spec.recipe.name,
                    String(step.spec.seed), String(step.epochs),
                    obstacle.flatMap { step.needsWorker || needsNone ? "cannot run: \($0)" : nil } ?? step.state.description,
                ]
            })
    }
}
