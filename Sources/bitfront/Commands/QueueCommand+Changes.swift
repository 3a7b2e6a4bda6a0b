import ArgumentParser
import DesignSpace
import ExperimentStore

extension QueueCommand {
    /// `bitfront queue pause [KEY]`.
    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pause", abstract: "Pause an experiment, or without a key the whole queue.",
            discussion: "What is running stops at a checkpoint if it is paused, and comes to its end if the queue as a whole is.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The experiment's key, or the beginning of it.", completion: NameCompletion.queueKeys)
        var key: String?

        func run() throws {
            try QueueChange(workspace).make(key, whole: { try $0.pauseQueue() }, one: { try $0.pause($1) })
        }
    }

    /// `bitfront queue resume [KEY]`.
    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "resume", abstract: "Let a paused experiment go on, or without a key the whole queue.",
            discussion: "It goes on when a process works the queue: 'bitfront queue work --detach' starts one.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The experiment's key, or the beginning of it.", completion: NameCompletion.queueKeys)
        var key: String?

        func run() throws {
            try QueueChange(workspace).make(key, whole: { try $0.resumeQueue() }, one: { try $0.resume($1) })
        }
    }

    /// `bitfront queue cancel KEY`.
    struct Cancel: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cancel", abstract: "Cancel an experiment, and those that start from its weights.",
            discussion: "One that is running stops at a checkpoint. What was trained is kept.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The experiment's key, or the beginning of it.", completion: NameCompletion.queueKeys)
        var key: String

        func run() throws { try QueueChange(workspace).make(key) { try $0.cancel($1) } }
    }

    /// `bitfront queue retry KEY`.
    struct Retry: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retry",
            abstract: "Let an experiment that failed or was cancelled wait again; it goes on from its last checkpoint.")

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The experiment's key, or the beginning of it.", completion: NameCompletion.queueKeys)
        var key: String

        func run() throws { try QueueChange(workspace).make(key) { try $0.retry($1) } }
    }

    /// `bitfront queue priority KEY N`.
    struct Priority: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "priority",
            abstract: "Give an experiment a priority: higher ones are begun first.",
            discussion: """
                'sweep' gives 0 and 'run' 10; a 'run' that waits for its result gives as much as the highest of what waits.
                """)

        @OptionGroup var workspace: WorkspaceOptions

        @Argument(help: "The experiment's key, or the beginning of it.", completion: NameCompletion.queueKeys)
        var key: String

        @Argument(help: "The priority, from -1000 to 1000.")
        var priority: Int

        func validate() throws {
            guard (-1000...1000).contains(priority) else {
                throw ValidationError("the priority \(priority) is out of range: use -1000 to 1000")
            }
        }

        func run() throws { try QueueChange(workspace).make(key) { try $0.setPriority(priority, of: $1) } }
    }

    /// `bitfront queue clear`.
    struct Clear: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "clear", abstract: "Remove what is done, cancelled or failed from the list; results are kept.")

        @OptionGroup var workspace: WorkspaceOptions

        func run() throws { try QueueChange(workspace).make(nil, whole: { try $0.clearQueue() }, one: { _, _ in }) }
    }
}

/// A change of the queue, and what it has led to.
struct QueueChange {
    private let options: WorkspaceOptions
    private let path: String

    init(_ options: WorkspaceOptions) throws(CommandFailure) {
        self.options = options
        path = try Workspace.reading(options).storePath
    }

    /// Changes an experiment.
    func make(_ key: String, one: (ExperimentStore, String) throws -> Void) throws(CommandFailure) {
        try make(.some(key), whole: { _ in }, one: one)
    }

    /// Changes an experiment, or the whole queue if no key is given, and says how it stands.
    func make(
        _ key: String?, whole: (ExperimentStore) throws -> Void, one: (ExperimentStore, String) throws -> Void
    ) throws(CommandFailure) {
        let queue = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: path)?.queue() } ?? QueueSnapshot()
        let found = try key.map { text throws(CommandFailure) in try Self.experiment(text, in: queue) }
        let after = try CommandFailure.catching {
            let store = try ExperimentStore.open(at: path, for: .writing)
            if let found { try one(store, found.key) } else { try whole(store) }
            return try store.queue()
        }
        guard let found else {
            let state = after.isPaused ? "paused" : after.runner.map { "worked by process \($0)" } ?? "not worked by any process"
            return say("the queue is \(state): \(after.count(.running)) running, \(after.count(.waiting)) waiting")
        }
        guard let now = after[found.key] else { return }
        let request = now.request.map { ", asked to \($0.rawValue)" } ?? ""
        let reason = now.state == .cancelled ? now.reason.map { "; \($0)" } ?? "" : ""
        say(
            "\(now.key.prefix(12)) \(now.spec.point.reference.name): \(now.state.rawValue)\(request), priority \(now.priority)\(reason)"
        )
    }

    private func say(_ line: String) { Output.write(line + "\n", ascii: options.ascii) }

    private static func experiment(_ text: String, in queue: QueueSnapshot) throws(CommandFailure) -> QueuedExperiment {
        let found = text.isEmpty ? [] : queue.experiments.filter { $0.key.hasPrefix(text.lowercased()) }
        if found.count == 1, let one = found.first { return one }
        throw CommandFailure(
            .usage,
            found.isEmpty
                ? "there is no experiment '\(text)' in the queue: 'bitfront queue list' shows what is"
                : "'\(text)' could be \(found.count) experiments in the queue: write more of the key")
    }
}
