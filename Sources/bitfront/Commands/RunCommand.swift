import ArgumentParser
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
            checkpoint; the same command goes on from there.
            """)

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var output: FormatOptions

    @Argument(help: "The design point, as lenet/fixed8, or alex/fixed4@layer.")
    var point: String

    @Option(help: ArgumentHelp("The data set; default: the study's for the network.", valueName: "name"))
    var dataset: String?

    @Option(help: ArgumentHelp("The recipe.", valueName: "name"))
    var recipe = ExperimentRequest.defaultRecipe

    @Option(help: "The seed of everything random.")
    var seed: UInt64 = 1

    @Option(help: "Epochs, also of a float32 parent that has to be trained first; default: the recipe's.")
    var epochs: Int?

    @Option(help: "Threads that may work at once; they have no influence on the result.")
    var threads = max(1, min(ProcessInfo.processInfo.activeProcessorCount, 256))

    @Flag(help: "Train anew even if the result is in the store.")
    var force = false

    @Flag(help: "Say what would be run, and run nothing.")
    var dryRun = false

    @Flag(help: "Train in the background, also when this terminal is gone.")
    var detach = false

    func validate() throws {
        guard (1...256).contains(threads) else { throw ValidationError("--threads \(threads) is out of range: use 1 to 256") }
    }

    func run() async throws {
        let workspace = try Workspace(self.workspace)
        let plan = try plan(in: workspace)
        if dryRun { return Output.write(Self.table(of: plan).rendered(as: output.format), ascii: self.workspace.ascii) }
        if detach, !plan.specsToRun.isEmpty { return try startInBackground() }
        let runner = ExperimentRunner(
            storePath: workspace.storePath, presetFolders: self.workspace.presets, threads: threads, isPlain: self.workspace.ascii)
        for step in plan.steps where step.needsWorker {
            try await runner.run(step)
        }
        guard let record = try result(of: plan, in: workspace) else {
            throw CommandFailure(.failed, "the worker has ended, but the store has no result: run the same command again")
        }
        let text = output.format == .json ? try RecordJSON.text(of: record) : RecordReport(record).rendered(as: output.format)
        Output.write(text, ascii: self.workspace.ascii)
    }

    private func plan(in workspace: Workspace) throws(CommandFailure) -> ExperimentPlan {
        try CommandFailure.catching {
            let request = ExperimentRequest(
                point: try PointReference(parsing: point), dataset: dataset, recipe: recipe, seed: seed, epochs: epochs)
            let spec = try request.spec(in: workspace.catalogue, study: workspace.study())
            return try ExperimentPlan(
                for: spec, in: ExperimentStore.openIfPresent(at: workspace.storePath), replacing: force)
        }
    }

    private func result(of plan: ExperimentPlan, in workspace: Workspace) throws(CommandFailure) -> ExperimentRecord? {
        guard let key = plan.steps.last?.spec.key else { return nil }
        return try CommandFailure.catching { try ExperimentStore.openIfPresent(at: workspace.storePath)?.record(key) }
    }

    /// Starts the same command, but for `--detach`, in a session of its own.
    private func startInBackground() throws(CommandFailure) {
        let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--detach" }
        let process = try CommandFailure.catching {
            try DetachedProgram.start("/proc/self/exe", arguments: Array(arguments))
        }
        Output.write("running in the background as process \(process): bitfront results list shows how far it is\n")
    }

    private static func table(of plan: ExperimentPlan) -> TextTable {
        TextTable(
            headings: [
                .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("epochs", .right),
                .init("state"),
            ],
            rows: plan.steps.map { step in
                [
                    String(step.spec.key.prefix(12)), step.spec.point.reference.name, step.spec.dataset, step.spec.recipe.name,
                    String(step.spec.seed), String(step.epochs), step.state.description,
                ]
            })
    }
}
