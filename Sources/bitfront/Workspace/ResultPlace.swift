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
    func results(withHistory: Bool = false, checkingKeys: Bool = true) throws(CommandFailure) -> Workspace.Results {
        try storeResults(withHistory: withHistory, checkingKeys: checkingKeys).completed(
            with: shippedResults(withHistory: withHistory))
    }

    /// What the store alone knows; nothing if there is none yet.
    ///
    /// - Throws: `CommandFailure` with status 2 if there is one of which nothing can be read.
    func storeResults(withHistory: Bool = false, checkingKeys: Bool = true) throws(CommandFailure) -> Workspace.Results {
        try CommandFailure.catching {
            guard let store = try ExperimentStore.openIfPresent(at: storePath) else { return Workspace.Results() }
            return try results(of: store, withHistory: withHistory, checkingKeys: checkingKeys)
        }
    }

    /// What an open store knows.
    ///
    /// - Parameter checkingKeys: whether imported accuracies are held against their keys, by which they are shown and removed; a screen,
    ///   which has no keys, goes without.
    func results(of store: ExperimentStore, withHistory: Bool = false, checkingKeys: Bool = true) throws -> Workspace.Results {
        let listing = try store.listing(withHistory: withHistory)
        let imported = checkingKeys ? try store.importedAccuracies() : try accuracies(of: store)
        let records = try withShareDone(listing.records, of: store)
        let problems = (listing.damaged + imported.damaged).map { "\($0.description); in \(storePath)" }
        return Workspace.Results(records: records, imported: imported.accuracies, problems: problems)
    }

    /// How many results are read in no longer than a blink.
    static var mostForABlink: Int { 2_000 }

    /// The accuracies that a user has brought, half of them read by a thread and a connection of their own where there are many.
    private func accuracies(of store: ExperimentStore) throws -> AccuracyListing {
        let rows = try store.count() > Self.mostForABlink ? try store.accuracyRows() : [.min ... .max]
        let others = rows.dropFirst().map { [storePath] rows in
            let part = Awaited {
                Result { () throws(ExperimentStoreError) in try ExperimentStore.openIfPresent(at: storePath)?.accuracies(in: rows) }
            }
            part.begin()
            return part
        }
        let parts = try rows.prefix(1).map { try store.accuracies(in: $0) } + others.compactMap { try $0.value.get() }
        return AccuracyListing(joining: parts)
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
