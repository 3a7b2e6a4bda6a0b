import DesignSpace
import ExperimentStore
import Foundation
import Quantities

/// How fast the store is: opening and listing, and commits that wait for the disk beside a bare SQLite loop that does the same.
struct StoreBench {
    private static let recordCount: UInt64 = 10_000
    private static let rounds = 20
    private static let commitsPerRound = 50

    private let folder: URL

    /// Measures on a new store in the folder for temporary files, `TMPDIR`, which is removed afterwards.
    static func run(report: (Measurement) -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "bitfront-bench-\(ProcessInfo.processInfo.processIdentifier)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let bench = StoreBench(folder: folder)
        try bench.listing(report)
        try bench.commits(report)
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Opens a store of many records and lists them, of both the best of nine; each time with a connection of its own.
    private func listing(_ report: (Measurement) -> Void) throws {
        var writer = try RecordFileWriter(path("records.jsonl"), withWeights: false)
        for seed in 1...Self.recordCount { try writer.write(StoreRecords.result(seed: seed), weights: nil) }
        try writer.finish()
        let store = path("many.sqlite")
        let importing = try Stopwatch.seconds {
            _ = try ExperimentStore.open(at: store, for: .writing).merge(RecordFile(reading: path("records.jsonl")))
        }
        report(
            Measurement(
                name: "import of 10,000 results", value: importing, unit: "s", bar: "none", check: importing > 0))
        for (withHistory, bar) in [(false, "under 0.1"), (true, "none")] {
            var count = 0
            let best =
                try (0..<9).map { _ in
                    try Stopwatch.seconds {
                        count = try ExperimentStore.open(at: store, for: .reading).listing(withHistory: withHistory).records.count
                    }
                }.min() ?? .nan
            report(
                Measurement(
                    name: "10,000 records opened and listed" + (withHistory ? " with 120,000 epochs" : ""), value: best, unit: "s",
                    bar: bar, check: count == Int(Self.recordCount)))
        }
    }

    /// Results and epochs, one commit each, in turns with the bare loop on the same disk.
    private func commits(_ report: (Measurement) -> Void) throws {
        let store = try ExperimentStore.open(at: path("store.sqlite"), for: .writing)
        let reader = try BareSQLite(path("store.sqlite"))
        let bare = try BareSQLite(path("bare.sqlite"))
        try bare.copyTables(of: reader)
        var seconds = (results: 0.0, bareResults: 0.0, epochs: 0.0, bareEpochs: 0.0)
        for round in 0..<Self.rounds {
            let records = (0..<Self.commitsPerRound).map {
                StoreRecords.result(seed: UInt64(round * Self.commitsPerRound + $0 + 1))
            }
            let claims = try records.map { try Self.claim($0, in: store) }
            seconds.results += try Stopwatch.seconds {
                for (record, claim) in zip(records, claims) {
                    try store.finish(record, weights: StoreRecords.weights, under: claim)
                }
            }
            let rows = try records.map { try ResultRows($0.key, in: reader) }
            seconds.bareResults += try Stopwatch.seconds { for one in rows { try one.insert(into: bare) } }
            seconds.epochs += try epochs(round, in: store)
            seconds.bareEpochs += try bareEpochs(round, in: bare)
        }
        let count = Double(Self.rounds * Self.commitsPerRound)
        report(Self.measurement("results with 12 epochs and weights", count / seconds.results, count / seconds.bareResults))
        report(Self.measurement("epochs", count / seconds.epochs, count / seconds.bareEpochs))
    }

    private static func claim(_ record: ExperimentRecord, in store: ExperimentStore) throws -> Claim {
        guard case .claimed(let claim) = try store.claim(record) else { throw BareSQLite.Failure(message: "not claimed") }
        return claim
    }

    private func epochs(_ round: Int, in store: ExperimentStore) throws -> Double {
        let claim = try Self.claim(StoreRecords.result(seed: 1_000_000 + UInt64(round)), in: store)
        let record = StoreRecords.result(seed: 1)
        let seconds = try Stopwatch.seconds {
            for number in 1...Self.commitsPerRound {
                let epoch = EpochRecord(
                    epoch: number, trainingLoss: record.history[0].trainingLoss, validationAccuracyPercent: 70, learningRate: 0.01,
                    seconds: 8)
                try store.append(epoch, under: claim)
            }
        }
        try store.interrupt(claim)
        return seconds
    }

    private func bareEpochs(_ round: Int, in bare: BareSQLite) throws -> Double {
        let key = try bare.rows("SELECT key FROM experiments LIMIT 1 OFFSET \(round)").map(\.text).joined()
        let rows = try (1...Self.commitsPerRound).flatMap { number in
            try bare.rows("SELECT '\(key)', \(number + 100 + round * Self.commitsPerRound), 1.0, 70.0, 0.01, 8.0")
        }
        return try Stopwatch.seconds {
            for epoch in rows {
                try bare.run("BEGIN IMMEDIATE")
                try bare.insert(epoch, into: "epochs")
                try bare.run("COMMIT")
            }
        }
    }

    private static func measurement(_ what: String, _ ours: Double, _ bare: Double) -> Measurement {
        Measurement(
            name: "durable commits of \(what)", value: ours / bare,
            unit: "times a bare SQLite loop (\(ours.text(significant: 4)) and \(bare.text(significant: 4)) a second)",
            bar: "at least 0.5", check: ours.isFinite && bare.isFinite)
    }
}

/// The rows of one result, copied out of the store.
private struct ResultRows {
    let experiment: [BareSQLite.Row]
    let epochs: [BareSQLite.Row]
    let weights: [BareSQLite.Row]

    init(_ key: String, in reader: BareSQLite) throws {
        experiment = try reader.rows("SELECT * FROM experiments WHERE key = '\(key)'")
        epochs = try reader.rows("SELECT * FROM epochs WHERE key = '\(key)'")
        weights = try reader.rows("SELECT * FROM weights WHERE key = '\(key)'")
    }

    func insert(into bare: BareSQLite) throws {
        try bare.run("BEGIN IMMEDIATE")
        for row in experiment { try bare.insert(row, into: "experiments") }
        for row in epochs { try bare.insert(row, into: "epochs") }
        for row in weights { try bare.insert(row, into: "weights") }
        try bare.run("COMMIT")
    }
}
