import ExperimentStore
import PresetLibrary

/// Results that threads of their own read while presets are read: a first frame waits for all three, and none needs the others.
struct ResultsAhead: Sendable {
    private typealias Stored = (results: Workspace.Results?, store: ExperimentStore?)

    private struct Place: ResultPlace {
        let storePath: String
        let roots: [PresetRoot]
    }

    private let stored: Awaited<Result<Stored, CommandFailure>>
    private let shipped: Awaited<ShippedResults>

    /// Begins to read.
    ///
    /// - Throws: `CommandFailure` with status 64 if the command line names a folder that is not there.
    init(_ options: WorkspaceOptions) throws(CommandFailure) {
        let place = Place(storePath: Workspace.storePath(options), roots: try Workspace.roots(options))
        stored = Awaited { Result { () throws(CommandFailure) in try place.storeResultsIfFew() } }
        shipped = Awaited { place.shippedResults(withHistory: false) }
    }

    /// What was found, for which this waits: what `resultsIfFew` gives.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func few() throws(CommandFailure) -> (results: Workspace.Results?, store: ExperimentStore?) {
        let (results, store) = try stored.value.get()
        return (results?.completed(with: shipped.value), store)
    }
}
