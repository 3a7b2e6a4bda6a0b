import ExperimentStore
import PresetLibrary

/// Results that threads of their own read while presets are read: a first frame waits for all three, and none needs the others.
struct ResultsAhead: Sendable {
    private struct Place: ResultPlace {
        let storePath: String
        let roots: [PresetRoot]
    }

    /// What there is of a store.
    private struct Stored {
        /// What looks at its queue, and has looked; nil if there is no store.
        let queue: Awaited<QueueWatch?>
        /// What it knows.
        let results: Awaited<Result<Workspace.Results, CommandFailure>>
        /// Whether that is so little that reading it takes no longer than a blink.
        let areFew: Bool
    }

    /// The folders of presets.
    let roots: [PresetRoot]

    private let stored: Awaited<Result<Stored, CommandFailure>>
    private let shipped: Awaited<ShippedResults>

    /// Begins to read.
    ///
    /// - Throws: `CommandFailure` with status 64 if the command line names a folder that is not there.
    init(_ options: WorkspaceOptions) throws(CommandFailure) {
        roots = try Workspace.roots(options)
        let place = Place(storePath: Workspace.storePath(options), roots: roots)
        stored = Awaited { Result { () throws(CommandFailure) in try Self.stored(at: place) } }
        shipped = Awaited { place.shippedResults(withHistory: false) }
    }

    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    private static func stored(at place: Place) throws(CommandFailure) -> Stored {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: place.storePath) else {
                return Stored(queue: Awaited(made: nil), results: Awaited(made: .success(Workspace.Results())), areFew: true)
            }
            let read: @Sendable () -> Result<Workspace.Results, CommandFailure> = {
                Result { () throws(CommandFailure) in
                    try CommandFailure.catching { try place.results(of: store, checkingKeys: false) }
                }
            }
            let areFew = try store.count() <= Place.mostForABlink
            let results = areFew ? Awaited(made: read()) : Awaited(read)
            // The results are priced meanwhile.
            let queue = Awaited<QueueWatch?> {
                var watch = QueueWatch(store)
                watch.lookAhead()
                return watch
            }
            return Stored(queue: queue, results: results, areFew: areFew)
        }
    }

    /// What looks at the queue of the store, once it has; nil if there is no store, or none of which anything can be read.
    var queue: QueueWatch? { (try? stored.value.get())?.queue.value }

    /// What came with the program.
    var shippedAlone: Workspace.Results { Workspace.Results().completed(with: shipped.value) }

    /// What was found, for which this waits, if a first frame may; else nil.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func few() throws(CommandFailure) -> Workspace.Results? {
        try stored.value.get().areFew ? try all() : nil
    }

    /// Everything that was found, for which this waits.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func all() throws(CommandFailure) -> Workspace.Results {
        try stored.value.get().results.value.get().completed(with: shipped.value)
    }
}
