import DesignSpace
import Foundation
import GRDB

/// Makes queued experiments of rows, whose values may be anything: the file can be anyone's.
struct QueueRowReader {
    static let columns = """
        key, spec_json, state, request, reason, priority, position, parent_key, threads, replaces, presets_json, attempts, \
        estimated_seconds, worker_process_id, added_unix_seconds, started_unix_seconds, ended_unix_seconds, progress_json, \
        loss_curve_json
        """

    /// The most bytes of a column that holds JSON.
    private static let longestJSON = 1 << 16

    /// The path of the store, for errors.
    let path: String

    /// Specs that were read before, which do not change, by their key.
    private var specs: [String: ExperimentSpec] = [:]

    init(path: String) { self.path = path }

    /// Every experiment in the order in which they are begun, with the epochs that are finished, and the number of rows that cannot
    /// be read: damaged ones, and those of a version that knows other specs.
    mutating func experiments(in database: Database) throws -> (experiments: [QueuedExperiment], unreadable: Int) {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.columns) FROM queue ORDER BY priority DESC, position, key")
        var experiments: [QueuedExperiment] = []
        var unreadable = 0
        while let row = try rows.next() {
            do {
                experiments.append(try experiment(of: row))
            } catch let error where !(error is DatabaseError) {
                unreadable += 1
            }
        }
        let records = RecordReader(path: path)
        for index in experiments.indices where experiments[index].startedAt != nil {
            experiments[index].history = try records.history(of: experiments[index].key, in: database)
        }
        return (experiments, unreadable)
    }

    /// One experiment without its epochs.
    mutating func experiment(of row: Row) throws -> QueuedExperiment {
        let key = try row.decode(String.self, atIndex: 0)
        var experiment = QueuedExperiment(
            spec: try spec(of: key, in: row), key: key, position: try row.decode(Int.self, atIndex: 6),
            addedAt: try row.decode(Int.self, atIndex: 14))
        guard let state = QueuedExperiment.State(rawValue: try row.decode(String.self, atIndex: 2)) else {
            throw damaged("an unknown state in the queue")
        }
        experiment.state = state
        experiment.request = try row.decode(String?.self, atIndex: 3).flatMap(QueuedExperiment.Request.init)
        experiment.reason = try row.decode(String?.self, atIndex: 4).map { String($0.prefix(RecordReader.longestText)) }
        experiment.priority = try row.decode(Int.self, atIndex: 5)
        experiment.parentKey = try row.decode(String?.self, atIndex: 7)
        experiment.threads = try row.decode(Int?.self, atIndex: 8)
        experiment.replaces = try row.decode(Bool.self, atIndex: 9)
        experiment.presets = try json([String].self, row, 10) ?? []
        experiment.attempts = try row.decode(Int.self, atIndex: 11)
        experiment.estimatedSeconds = try row.decode(Double?.self, atIndex: 12)
        experiment.worker = state == .running ? try row.decode(Int?.self, atIndex: 13) : nil
        experiment.startedAt = try row.decode(Int?.self, atIndex: 15)
        experiment.endedAt = try row.decode(Int?.self, atIndex: 16)
        experiment.progress = try json(TrainingProgress.self, row, 17)
        experiment.lossCurve = try json(LossCurve.self, row, 18) ?? LossCurve()
        return experiment
    }

    private mutating func spec(of key: String, in row: Row) throws -> ExperimentSpec {
        if let known = specs[key] { return known }
        guard let spec = try json(ExperimentSpec.self, row, 1) else { throw damaged("no spec in the queue") }
        guard spec.key == key else { throw damaged("a spec in the queue that is not that of its key") }
        specs[key] = spec
        return spec
    }

    private func json<Value: Decodable>(_ type: Value.Type, _ row: Row, _ column: Int) throws -> Value? {
        guard let text = try row.decode(String?.self, atIndex: column) else { return nil }
        guard text.utf8.count <= Self.longestJSON, let value = try? JSONDecoder().decode(type, from: Data(text.utf8)) else {
            throw damaged("JSON in the queue that is no \(type)")
        }
        return value
    }

    private func damaged(_ problem: String) -> ExperimentStoreError { .damaged(path: path, problem: problem) }
}
