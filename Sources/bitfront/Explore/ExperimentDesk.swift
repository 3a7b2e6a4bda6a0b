import DesignSpace
import ExperimentStore
import Experiments
import Explorer

/// Where the explorer asks for runs: it puts experiments into the queue, changes the queue, and looks at it.
///
/// The runs themselves are another process's, which outlives this one and its terminal.
struct ExperimentDesk {
    let workspace: Workspace
    let study: Study
    private var store: ExperimentStore?
    private var watch: QueueWatch?
    /// Whether somebody works the queue or is about to, or did when it was last read.
    private(set) var isWorked = false
    /// Whether the store's file was lost while it was in use and none is in its place.
    private(set) var isStoreGone = false
    /// Whether there is a store that could not be opened.
    private(set) var isStoreUnreadable = false

    /// - Parameter watch: what looks at the queue, where the store is open for reading already.
    init(workspace: Workspace, study: Study, watch: QueueWatch?) {
        self.workspace = workspace
        self.study = study
        self.watch = watch
    }

    /// The queue, if it has changed since the last call; an empty store, or none, has an empty queue.
    ///
    /// A store whose file is gone is looked for at every call from then on.
    ///
    /// - Throws: `CommandFailure`, once when the store's file is gone.
    mutating func changedQueue() throws(CommandFailure) -> QueueSnapshot? {
        if watch == nil {
            isStoreUnreadable = true
            let store = try CommandFailure.catching { try ExperimentStore.openIfPresent(at: workspace.storePath) }
            isStoreUnreadable = false
            guard let store else { return nil }
            watch = QueueWatch(store)
            isStoreGone = false
        }
        guard var watch else { return nil }
        do {
            let queue = try watch.next()
            self.watch = watch
            if let queue { isWorked = queue.runner != nil || queue.isRunnerStarting }
            return queue
        } catch .vanished(let path) {
            (self.watch, store, isStoreGone, isWorked) = (nil, nil, true, false)
            throw CommandFailure(
                .failed, "the store \(path) is gone: what was read of it stays in view, and it is read again when it is back")
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Puts a design point, and the float32 run whose weights it starts from, before everything that nobody waits for, and sees to it
    /// that somebody works the queue.
    ///
    /// - Returns: what was done, in words.
    mutating func run(_ point: DesignPoint) throws(CommandFailure) -> String {
        let request = ExperimentRequest(point: point.reference, dataset: point.dataset)
        let plan = try CommandFailure.catching {
            let network = try workspace.catalogue.network(point.network)
            _ = try study.datasetName(point.dataset, among: DatasetFacts().known)
            if let obstacle = try DatasetFacts().obstacle(to: network, on: point.dataset, isNamed: false) {
                throw CommandFailure(.input, obstacle)
            }
            // A worker that is not there is better noticed before anything waits for it.
            _ = try TrainerLocator.ofThisProcess().path()
            let spec = try request.spec(in: workspace.catalogue, study: study)
            return try ExperimentPlan(for: spec, in: ExperimentStore.openIfPresent(at: workspace.storePath))
        }
        let entries = plan.entries(priority: ExperimentRequest.priority, presets: workspace.options.presets)
        guard !entries.isEmpty else { return "\(point.reference.name) by recipe \(request.recipe) is in the store" }
        try CommandFailure.catching { try opened().enqueue(entries) }
        let others = entries.count > 1 ? ", behind its float32 run" : ""
        try BackgroundRunner.startIfNeeded(storePath: workspace.storePath, presetFolders: workspace.options.presets)
        return "\(point.reference.name) is in the queue\(others): 6 shows it"
    }

    /// Changes the queue.
    mutating func change(_ change: QueueOrder) throws(CommandFailure) {
        try CommandFailure.catching {
            let store = try opened()
            switch change {
            case .pause(let key): try store.pause(key)
            case .resume(let key): try store.resume(key)
            case .cancel(let key): try store.cancel(key)
            case .retry(let key): try store.retry(key)
            case .setPriority(let priority, let key): try store.setPriority(priority, of: key)
            case .pauseAll: try store.pauseQueue()
            case .resumeAll: try store.resumeQueue()
            }
        }
        switch change {
        case .resume, .retry, .resumeAll:
            try BackgroundRunner.startIfNeeded(storePath: workspace.storePath, presetFolders: workspace.options.presets)
        case .pause, .cancel, .setPriority, .pauseAll: break
        }
    }

    /// The store for writing, which is made if there is none, but not in the place of one that is gone.
    private mutating func opened() throws -> ExperimentStore {
        if isStoreGone { throw ExperimentStoreError.vanished(path: workspace.storePath) }
        if let store { return store }
        let opened = try ExperimentStore.open(at: workspace.storePath, for: .writing)
        store = opened
        return opened
    }
}
