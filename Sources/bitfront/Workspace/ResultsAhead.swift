import ExperimentStore
import Foundation
import PresetLibrary

/// Results that are read while presets are: a first frame waits for all of them, and none needs the others.
///
/// On two processors one thread reads, and whoever waits for the results reads what that has not begun.
struct ResultsAhead: Sendable {
    private struct Place: ResultPlace {
        let storePath: String
        let roots: [PresetRoot]
    }

    /// What there is of a store.
    private struct Stored {
        /// What it knows.
        let results: Awaited<Result<Workspace.Results, CommandFailure>>
        /// What looks at its queue, and has looked; nil if there is no store.
        let queue: Awaited<QueueWatch?>
        /// Whether it knows so little that reading it takes no longer than a blink.
        let areFew: Bool
    }

    private typealias ShippedFile = Awaited<Result<ShippedResults.File, ExperimentStoreError>>

    /// The folders of presets.
    let roots: [PresetRoot]

    private let stored: Awaited<Result<Stored, CommandFailure>>
    private let shippedFiles: Awaited<[ShippedFile]>

    /// Begins to read.
    ///
    /// - Throws: `CommandFailure` with status 64 if the command line names a folder that is not there.
    init(_ options: WorkspaceOptions) throws(CommandFailure) {
        roots = try Workspace.roots(options)
        let place = Place(storePath: Workspace.storePath(options), roots: roots)
        let stored = Awaited { Result { () throws(CommandFailure) in try Self.stored(at: place) } }
        let files = Awaited {
            place.shippedPaths.map { path in
                ShippedFile {
                    Result { () throws(ExperimentStoreError) in try ShippedResults.File(reading: path, withHistory: false) }
                }
            }
        }
        (self.stored, shippedFiles) = (stored, files)
        OtherThread.run {
            let store = try? stored.value.get()
            _ = store?.results.value
            for file in files.value { _ = file.value }
            _ = store?.queue.value
        }
        // A thread more than there are processors would keep one of the others waiting for milliseconds.
        if ProcessInfo.processInfo.activeProcessorCount > 2 {
            OtherThread.run { for file in files.value { _ = file.value } }
        }
    }

    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    private static func stored(at place: Place) throws(CommandFailure) -> Stored {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: place.storePath) else {
                return Stored(results: Awaited(made: .success(Workspace.Results())), queue: Awaited(made: nil), areFew: true)
            }
            let results = Awaited {
                Result { () throws(CommandFailure) in
                    try CommandFailure.catching { try place.results(of: store, checkingKeys: false) }
                }
            }
            let queue = Awaited<QueueWatch?> {
                var watch = QueueWatch(store)
                watch.lookAhead()
                return watch
            }
            return Stored(results: results, queue: queue, areFew: try store.count() <= Place.mostForABlink)
        }
    }

    /// What looks at the queue of the store, once it has; nil if there is no store, or none of which anything can be read.
    var queue: QueueWatch? { (try? stored.value.get())?.queue.value }

    /// What came with the program.
    var shippedAlone: Workspace.Results { Workspace.Results().completed(with: shipped) }

    /// What was found, for which this waits, if a first frame may; else nil.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func few() throws(CommandFailure) -> Workspace.Results? {
        let shipped = shipped
        let stored = try stored.value.get()
        return stored.areFew ? try stored.results.value.get().completed(with: shipped) : nil
    }

    /// Everything that was found, for which this waits.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func all() throws(CommandFailure) -> Workspace.Results {
        try stored.value.get().results.value.get().completed(with: shipped)
    }

    private var shipped: ShippedResults {
        let files = shippedFiles.value
        // The reader begins at the other end.
        for file in files.reversed() { _ = file.value }
        return ShippedResults(files.map(\.value))
    }
}
