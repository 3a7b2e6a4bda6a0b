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
        dataset_sha256, parent_key, quantization_json, engine_version, cpu, threads, created_at, arithmetic_json
        """

    /// The columns that follow when a record is read: what the record and its history are held against.
    static let digestColumns = "record_sha256, history_sha256"

    static let columnCount = columns.split(separator: ",").count
    static let digestCount = 2

    /// The most characters that a name or a sentence may have.
    static let longestText = 4096

    private static let epochColumns = "epoch, training_loss, validation_accuracy_percent, learning_rate, seconds"

    /// The path of the store, for errors.
    let path: String

    // Thousands of records share a handful of precisions and recipes, whose text is slow to read.
    private var precisions: [String: Precision] = [:]
    private var recipes: [String: Recipe] = [:]
    private var digest = RecordDigest()

    /// Starts to read a store.
    init(path: String) { self.path = path }

    /// Every experiment that can be read, by date, and what cannot be.
    ///
    /// - Parameter histories: the epochs of all experiments, by key; nil to leave them out.
    mutating func listing(in database: Database, histories: [String: [EpochRecord]]?) throws -> RecordListing {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT \(Self.columns), \(Self.digestColumns) FROM experiments NOT INDEXED")
        var listing = RecordListing()
        while let row = try rows.next() {
            do {
                listing.records.append(try record(of: row, in: database) { key in histories.map { $0[key] ?? [] } })
            } catch {
                listing.damaged.append(damage(of: row, error))
            }
        }
        listing.sort()
        return listing
    }

    /// One experiment, with its history or without; nil if there is none.
    ///
    /// - Throws: `ExperimentStoreError.damagedRecord` if it is not what was kept.
    func record(_ key: String, withHistory: Bool = false, in database: Database) throws -> ExperimentRecord? {
        let row = try Row.fetchOne(
            database, sql: "SELECT \(Self.columns), \(Self.digestColumns) FROM experiments WHERE key = ?", arguments: [key])
        guard let row else { return nil }
        var reader = self
        do {
            let history = withHistory ? try history(of: key, in: database) : nil
            return try reader.record(of: row, in: database) { _ in history }
        } catch let error where !(error is DatabaseError) {
            throw ExperimentStoreError.damagedRecord(path: path, damage(of: row, error))
        }
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

    private func damage(of row: Row, _ error: any Error) -> RecordListing.Damage {
        let key = try? row.decode(String.self, atIndex: 0)
        let problem =
            switch error {
            case ExperimentStoreError.damaged(_, let problem): problem
            case is RowDecodingError: "a value is missing or of another type"
            default: "\(error)"
            }
        return RecordListing.Damage(key: key.map { String($0.prefix(64)) }, problem: problem)
    }

    // `decode` throws where a subscript would end the program.
    private static func epoch(of row: Row) throws -> EpochRecord {
        EpochRecord(
            epoch: try row.decode(Int.self, atIndex: 0), trainingLoss: try row.decode(Double.self, atIndex: 1),
            validationAccuracyPercent: try row.decode(Double.self, atIndex: 2),
            learningRate: try row.decode(Double.self, atIndex: 3),
            seconds: try row.decode(Double.self, atIndex: 4))
    }

    /// Makes a record of a row, and holds it against its digests.
    private mutating func record(
        of row: Row, in database: Database, history: (String) -> [EpochRecord]?
    ) throws -> ExperimentRecord {
        let recipe = try text(row, 10)
        var record = try record(of: row, recipe: recipe, in: database)
        if record.status.isFinal {
            try check(row, Self.columnCount, digest.of(record, recipe: recipe), "its values are")
        }
        guard let history = history(record.key) else { return record }
        record.history = history
        if record.status.isFinal { try check(row, Self.columnCount + 1, digest.of(history), "its history is") }
        return record
    }

    /// Compares a digest in a row with that of what the row holds; results of older versions have none.
    private func check(_ row: Row, _ column: Int, _ found: [UInt8], _ what: String) throws {
        let isSame = try row.withUnsafeData(atIndex: column) { expected in expected.map { $0.elementsEqual(found) } ?? true }
        guard isSame else { throw damaged("\(what) not what was kept") }
    }

    private mutating func record(of row: Row, recipe json: String, in database: Database) throws -> ExperimentRecord {
        let key = try text(row, 0)
        let spec = ExperimentSpec(
            network: try text(row, 3), networkFingerprint: try text(row, 4), dataset: try text(row, 5),
            precision: try precision(try text(row, 6)), radix: try value(RadixPolicy.self, try text(row, 7)),
            recipe: try recipe(json), seed: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 8)))
        var record = ExperimentRecord(
            key: key, spec: spec, status: try status(try text(row, 1), of: key, in: database), engineVersion: try text(row, 21),
            cpu: try text(row, 22), threads: try row.decode(Int.self, atIndex: 23), createdAt: try text(row, 24))
        record.reason = try row.decode(String?.self, atIndex: 2).map { String($0.prefix(Self.longestText)) }
        record.testAccuracyPercent = try number(row, 11, in: 0...100)
        record.validationAccuracyPercent = try number(row, 12, in: 0...100)
        record.testImages = try row.decode(Int?.self, atIndex: 13)
        record.epochs = try row.decode(Int.self, atIndex: 14)
        record.seconds = try number(row, 15, in: 0...1e12)
        record.imagesPerSecond = try number(row, 16, in: 0...1e12)
        record.weightsSHA256 = try row.decode(String?.self, atIndex: 17)
        record.datasetSHA256 = try row.decode(String?.self, atIndex: 18)
        record.parentKey = try row.decode(String?.self, atIndex: 19)
        record.quantizationJSON = try row.decode(String?.self, atIndex: 20)
        record.arithmeticJSON = try row.decode(String?.self, atIndex: 25)
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

    private func number(_ row: Row, _ column: Int, in range: ClosedRange<Double>) throws -> Double? {
        guard let number = try row.decode(Double?.self, atIndex: column) else { return nil }
        guard range.contains(number) else {
            throw damaged("\(number) where a number from \(range.lowerBound) to \(range.upperBound) stands")
        }
        return number
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
