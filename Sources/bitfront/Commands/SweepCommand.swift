import ArgumentParser
import DesignSpace
import ExperimentStore
import Experiments
import Foundation
import Precision
import Recipes
import Reports

/// `bitfront sweep`: trains everything of a study, or of a grid, that is missing.
struct SweepCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep", abstract: "Train everything of a study, or of a grid of points, that has no result yet.",
        discussion: """
            What is in the store, or came with the program, is not trained again. The cheapest and most relevant to the frontier comes \
            first; a float32 parent comes before what starts from its weights. What it will cost in time is estimated, and you are asked, before \
            it begins; where nobody can be asked nothing is begun without --yes, and the status is 2. \
            Ctrl-C stops at a checkpoint; the same command goes on from there, as it does after anything else that ended it.

            A grid is NETWORKS x PRECISIONS x DATASETS, each a list with commas: 'lenet,alex x fixed8,fixed4@layer x mnist'. Without \
            data sets each network has that of the study.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions
    @OptionGroup var workers: WorkerOptions

    @Option(help: ArgumentHelp("The points to train, as 'lenet x fixed8,binary x mnist'; default: the study's.", valueName: "grid"))
    var grid: String?

    @Option(help: ArgumentHelp("The one data set to train on.", valueName: "name"), completion: NameCompletion.datasets)
    var dataset: String?

    @Option(help: ArgumentHelp("The recipe.", valueName: "name"), completion: NameCompletion.recipes)
    var recipe = ExperimentRequest.defaultRecipe

    @Option(help: "The seed of everything random.")
    var seed: UInt64?

    @Option(help: ArgumentHelp("Several seeds, as 1,2,3.", valueName: "list"))
    var seeds: SeedList?

    @Option(help: "Epochs of each, also of float32 parents; default: the recipe's.")
    var epochs: Int?

    @Flag(help: "Say what would be run and how long it would take, and run nothing.")
    var dryRun = false

    @Flag(help: "Do not ask before it begins; needed where there is no terminal to ask at.")
    var yes = false

    @Flag(help: "Train in the background, also when this terminal is gone.")
    var detach = false

    func validate() throws {
        guard seed == nil || seeds == nil else { throw ValidationError("--seed and --seeds are two ways to say the same: use one") }
    }

    func run() async throws {
        let workspace = try Workspace(self.workspace)
        let plan = try SweepScheme(self, in: workspace).plan()
        let report = SweepReport(plan, jobs: workers.jobs)
        if dryRun { return Output.write(report.rendered(as: output.format), as: output.format, ascii: self.workspace.ascii) }
        Diagnostics.write(report.rendered(as: .text))
        guard !plan.steps.isEmpty else { return }
        try Confirmation.beginning("run \(plan.steps.count.counted("experiment"))", yes: yes)
        try CommandFailure.catching {
            _ = try TrainerLocator.ofThisProcess().path()
            let store = try ExperimentStore.open(at: workspace.storePath, for: .writing)
            try store.enqueue(plan.entries(threads: workers.threadsOfEach, presets: self.workspace.presets))
        }
        if detach { return try workers.startInBackground(for: workspace, presets: self.workspace.presets) }
        let session = QueueSession(
            storePath: workspace.storePath, presetFolders: self.workspace.presets, jobs: workers.jobs,
            threads: workers.threadsOfEach, isPlain: self.workspace.ascii)
        let outcome = try await session.work(.experiments(Set(plan.steps.map(\.key))))
        try conclude(plan, outcome, in: workspace)
    }

    /// Prints the results, and says what has none.
    private func conclude(_ plan: SweepPlan, _ outcome: QueueSession.Outcome, in workspace: Workspace) throws {
        let keys = plan.steps.map(\.key)
        let known = try workspace.storeResults(withHistory: output.format == .json).records.filter(\.status.isFinal)
        let byKey = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
        let records = keys.compactMap { byKey[$0] }
        let text = output.format == .json ? try RecordJSON.text(of: records) : ResultsReport(records).rendered(as: output.format)
        if !records.isEmpty || output.format != .text { Output.write(text, as: output.format, ascii: self.workspace.ascii) }
        let missing = keys.count - records.count
        guard missing > 0 else { return }
        let what = missing.counted("experiment has", "experiments have")
        throw CommandFailure(
            .failed,
            outcome.ending == .stopped
                ? "stopped; \(what) no result yet: the same command goes on from there"
                : "\(what) no result: 'bitfront queue list' says why, and the same command tries again")
    }
}

/// Seeds with commas between them.
struct SeedList: ExpressibleByArgument {
    /// The most seeds of one list.
    private static let mostSeeds = 1000

    let seeds: [UInt64]

    init?(argument: String) {
        let words = argument.split(separator: ",", omittingEmptySubsequences: false)
        let seeds = words.compactMap { UInt64($0.trimmingCharacters(in: .whitespaces)) }
        guard seeds.count == words.count, seeds.count <= Self.mostSeeds else { return nil }
        self.seeds = seeds
    }
}
