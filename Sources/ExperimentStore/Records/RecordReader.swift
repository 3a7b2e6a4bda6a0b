import DesignSpace
import Foundation
import GRDB
import Precision
import Recipes

/// Makes records of rows, whose values may be anything: the file can be anyone's.
struct RecordReader {
    /// The columns of an experiment, in the order in which they are read and written.
    static let columns = """
        key, status, reason, network, network_fingerprint, dataset, precision, radix, seed, recipe, recipe_json, \
        test_accuracy_percent, validation_accuracy_percent, test_images, epochs, seconds, images_per_second, weights_sha256, \
        dataset_sha256, parent_key, quantization_json, engine_version, cpu, threads, created_at
        """

    /// The most characters that a name or a sentence may have.
    private static let longestText = 4096

    private static let epochColumns = "epoch, training_loss, validation_accuracy_percent, learning_rate, seconds"

    /// The path of the store, for errors.
    let path: String

    // Thousands of records share a handful of precisions and recipes, whose text is slow to read.
    private var precisions: [String: Precision] = [:]
    private var recipes: [String: Recipe] = [:]

    /// Starts to read a store.
    init(path: String) { self.path = path }

    /// All experiments without their histories, by date.
    mutating func records(in database: Database) throws -> [ExperimentRecord] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.columns) FROM experiments ORDER BY created_at, key")
        var records: [ExperimentRecord] = []
        while let row = try rows.next() { records.append(try record(of: row, in: database)) }
        return records
    }

    /// One experiment without its history; nil if there is none.
    func record(_ key: String, in database: Database) throws -> ExperimentRecord? {
        let row = try Row.fetchOne(
            database, sql: "SELECT \(Self.columns) FROM experiments WHERE key = ?", arguments: [key])
        var reader = self
        return try row.map { try reader.record(of: $0, in: database) }
    }

    /// The epochs of one experiment.
    func history(of key: String, in database: Database) throws -> [EpochRecord] {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.epochColumns) FROM epochs WHERE key = ? ORDER BY epoch", arguments: [key])
        var history: [EpochRecord] = []
        while let row = try rows.next() { history.append(try Self.epoch(of: row)) }
        return history
    }

    /// The epochs of all experiments, by key.
    func histories(in database: Database) throws -> [String: [EpochRecord]] {
        let rows = try Row.fetchCursor(database, sql: "SELECT \(Self.epochColumns), key FROM epochs ORDER BY key, epoch")
        var histories: [String: [EpochRecord]] = [:]
        while let row = try rows.next() {
            histories[try row.decode(String.self, atIndex: 5), default: []].append(try Self.epoch(of: row))
        }
        return histories
    }

    // `decode` throws where a subscript would end the program.
    private static func epoch(of row: Row) throws -> EpochRecord {
        EpochRecord(
            epoch: try row.decode(Int.self, atIndex: 0), trainingLoss: try row.decode(Double.self, atIndex: 1),
            validationAccuracyPercent: try row.decode(Double.self, atIndex: 2),
            learningRate: try row.decode(Double.self, atIndex: 3),
            seconds: try row.decode(Double.self, atIndex: 4))
    }

    private mutating func record(of row: Row, in database: Database) throws -> ExperimentRecord {
        let key = try text(row, 0)
        let spec = ExperimentSpec(
            network: try text(row, 3), networkFingerprint: try text(row, 4), dataset: try text(row, 5),
            precision: try precision(try text(row, 6)), radix: try value(RadixPolicy.self, try text(row, 7)),
            recipe: try recipe(try text(row, 10)), seed: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 8)))
        var record = ExperimentRecord(
            key: key, spec: spec, status: try status(try text(row, 1), of: key, in: database), engineVersion: try text(row, 21),
            cpu: try text(row, 22), threads: try row.decode(Int.self, atIndex: 23), createdAt: try text(row, 24))
        record.reason = try row.decode(String?.self, atIndex: 2).map { String($0.prefix(Self.longestText)) }
        record.testAccuracyPercent = try row.decode(Double?.self, atIndex: 11)
        record.validationAccuracyPercent = try row.decode(Double?.self, atIndex: 12)
        record.testImages = try row.decode(Int?.self, atIndex: 13)
        record.epochs = try row.decode(Int.self, atIndex: 14)
        record.seconds = try row.decode(Double?.self, atIndex: 15)
        record.imagesPerSecond = try row.decode(Double?.self, atIndex: 16)
        record.weightsSHA256 = try row.decode(String?.self, atIndex: 17)
        record.datasetSHA256 = try row.decode(String?.self, atIndex: 18)
        record.parentKey = try row.decode(String?.self, atIndex: 19)
        record.quantizationJSON = try row.decode(String?.self, atIndex: 20)
        return record
    }

    private func status(_ text: String, of key: String, in database: Database) throws -> ExperimentStatus {
        let status = try value(ExperimentStatus.self, text)
        guard status == .running else { return status }
        let holder = try ExperimentStore.holder(of: key, in: database, at: ExperimentStore.unixSeconds)
        return holder == nil ? .interrupted : .running
    }

    private func text(_ row: Row, _ column: Int) throws -> String {
        let text = try row.decode(String.self, atIndex: column)
        guard text.utf8.count <= Self.longestText else { throw damaged("a text of \(text.utf8.count) bytes") }
        return text
    }

    private func value<Value: RawRepresentable<String>>(_ type: Value.Type, _ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else { throw damaged("'\(text.prefix(40))' where a \(type) stands") }
        return value
    }

    private mutating func precision(_ text: String) throws -> Precision {
        if let known = precisions[text] { return known }
        guard let precision = try? Precision(parsing: text) else { throw damaged("'\(text.prefix(40))' where a precision stands") }
        precisions[text] = precision
        return precision
    }

    private mutating func recipe(_ text: String) throws -> Recipe {
        if let known = recipes[text] { return known }
        guard let recipe = try? JSONDecoder().decode(Recipe.self, from: Data(text.utf8)) else {
            throw damaged("a recipe that cannot be read")
        }
        recipes[text] = recipe
        return recipe
    }

    private func damaged(_ problem: String) -> ExperimentStoreError { .damaged(path: path, problem: problem) }
}
