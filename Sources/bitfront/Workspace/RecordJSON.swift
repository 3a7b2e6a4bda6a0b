import DesignSpace
import Foundation

/// Records as JSON, with the keys of the command line's contract.
enum RecordJSON {
    /// An array of records.
    static func text(of records: [ExperimentRecord]) throws(CommandFailure) -> String { try encoded(records) }

    /// One record.
    static func text(of record: ExperimentRecord) throws(CommandFailure) -> String { try encoded(record) }

    private static func encoded(_ value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try CommandFailure.catching { String(decoding: try encoder.encode(value), as: UTF8.self) + "\n" }
    }
}
