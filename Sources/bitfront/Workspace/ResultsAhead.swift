import ExperimentStore
import Foundation
import PresetLibrary
import Synchronization

/// Results that a thread of their own reads while presets are read: a first frame waits for both, and neither needs the other.
final class ResultsAhead: Sendable {
    typealias Few = (results: Workspace.Results?, store: ExperimentStore?)

    private struct Place: ResultPlace {
        let storePath: String
        let roots: [PresetRoot]
    }

    private let found = Mutex<Result<Few, CommandFailure>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins to read.
    ///
    /// - Throws: `CommandFailure` with status 64 if the command line names a folder that is not there.
    init(_ options: WorkspaceOptions) throws(CommandFailure) {
        let place = Place(storePath: Workspace.storePath(options), roots: try Workspace.roots(options))
        Thread.detachNewThread { [self] in
            let result = Result { () throws(CommandFailure) in try place.resultsIfFew() }
            found.withLock { $0 = result }
            isDone.signal()
        }
    }

    /// What was found, for which this waits: what `resultsIfFew` gives. To be asked for once.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func few() throws(CommandFailure) -> Few {
        isDone.wait()
        guard let result = found.withLock({ $0 }) else { return (nil, nil) }
        return try result.get()
    }
}
