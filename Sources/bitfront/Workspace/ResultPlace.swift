import DesignSpace
import ExperimentStore
import Foundation
import PresetLibrary

/// Where results are read from: a store, and folders of presets, which may have files of them.
protocol ResultPlace {
    /// The path of the store, which need not be there.
    var storePath: String { get }

    /// The folders of presets.
    var roots: [PresetRoot] { get }
}

extension Workspace: ResultPlace {}

extension ResultPlace {
    /// What the store knows, then what came with the program.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func results(withHistory: Bool = false) throws(CommandFailure) -> Workspace.Results {
        try storeResults(withHistory: withHistory).completed(with: shippedResults(withHistory: withHistory))
    }

    /// The same, where the store has so little that reading it takes no longer than a blink, so that a first frame may wait for it; else
    /// nil. The store, if there is one, is open for whatever else is to be read of it.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func resultsIfFew() throws(CommandFailure) -> (results: Workspace.Results?, store: ExperimentStore?) {
        let (stored, store) = try storeResultsIfFew()
        return (stored?.completed(with: shippedResults(withHistory: false)), store)
    }

    /// What came with the program, where nothing can be read of the store.
    func shippedResultsAlone() -> Workspace.Results { Workspace.Results().completed(with: shippedResults(withHistory: false)) }

    /// Of `resultsIfFew` what the store knows.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is a store of which nothing can be read.
    func storeResultsIfFew() throws(CommandFailure) -> (results: Workspace.Results?, store: ExperimentStore?) {
        try CommandFailure.catching { () throws -> (Workspace.Results?, ExperimentStore?) in
            guard let store = try ExperimentStore.openIfPresent(at: storePath) else { return (Workspace.Results(), nil) }
            return (try store.count() <= 2_000 ? try results(of: store, withHistory: false) : nil, store)
        }
    }

    /// What the store alone knows; nothing if there is none yet.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is one of which nothing can be read.
    func storeResults(withHistory: Bool = false) throws(CommandFailure) -> Workspace.Results {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: storePath) else { return Workspace.Results() }
            return try results(of: store, withHistory: withHistory)
        }
    }

    private func results(of store: ExperimentStore, withHistory: Bool) throws -> Workspace.Results {
        let listing = try store.listing(withHistory: withHistory)
        let imported = try store.importedAccuracies()
        let records = try withShareDone(listing.records, of: store)
        let problems = (listing.damaged + imported.damaged).map { "\($0.description); in \(storePath)" }
        return Workspace.Results(records: records, imported: imported.accuracies, problems: problems)
    }

    /// The records with how far those are that run, as the queue says: of them it knows batches, and the records epochs.
    private func withShareDone(_ records: [ExperimentRecord], of store: ExperimentStore) throws -> [ExperimentRecord] {
        let running = records.indices.filter { records[$0].status == .running }
        guard !running.isEmpty else { return records }
        let queue = try store.queue()
        var records = records
        for index in running { records[index].shareDone = queue[records[index].key]?.fraction }
        return records
    }
}

extension Workspace.Results {
    /// Adds what came with the program to what a store knows, of which an unfinished run gives way.
    func completed(with shipped: ShippedResults) -> Workspace.Results {
        var results = self
        results.problems += shipped.problems
        let places = Dictionary(records.indices.map { (records[$0].key, $0) }) { first, _ in first }
        for record in shipped.records {
            guard let place = places[record.key] else {
                results.records.append(record)
                continue
            }
            if !results.records[place].status.isFinal { results.records[place] = record }
        }
        return results
    }
}
