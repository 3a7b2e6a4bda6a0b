import DesignSpace
import Explorer

/// What others do to the store while it is shown.
extension OpenExplorer {
    /// Reads the store again, and prices the study anew if something is different.
    mutating func refresh() {
        refresh { workspace throws(CommandFailure) in try workspace.results(checkingKeys: false) }
    }

    /// Reads results, and prices the study anew if they are others.
    mutating func refresh(by read: (Workspace) throws(CommandFailure) -> Workspace.Results) {
        guard study.includesMeasured else { return }
        do {
            let current = try read(workspace)
            guard current != results else { return }
            let isNewProblem = current.problems != results.problems
            results = current
            _ = state.update(
                .studyLoaded(try workspace.evaluated(study, records: current.records, imported: current.imported)))
            if isNewProblem, let problem = current.problems.first { say(problem) }
        } catch {
            say(CommandFailure(error).message)
        }
    }

    /// What is different in a store.
    enum StoreNews {
        case nothing
        /// How far runs are, and nothing else.
        case progress
        case more
    }

    /// Looks at the queue again.
    @discardableResult
    mutating func refreshQueue() -> StoreNews {
        do {
            let wasGone = desk.isStoreGone
            guard let queue = try desk.changedQueue() else { return .nothing }
            let isProgress = !wasGone && state.isOnlyFurther(in: queue)
            _ = state.update(.queueChanged(queue))
            if wasGone { say("the store \(workspace.storePath) is there again and was read") }
            return isProgress ? .progress : .more
        } catch {
            if desk.isStoreGone { _ = state.update(.storeVanished) }
            if desk.isStoreUnreadable { _ = state.update(.storeUnreadable) }
            say(error.message)
            return .nothing
        }
    }
}
