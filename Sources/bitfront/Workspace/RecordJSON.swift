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
        return try CommandFailure.catching { escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n" }
    }

    /// JSON in which the control characters that it allows as they are, DEL and those of ISO 8859, are escaped: a terminal obeys them.
    private static func escaped(_ json: String) -> String {
        let isControl = { (scalar: Unicode.Scalar) in (0x7f...0x9f).contains(scalar.value) }
        guard json.unicodeScalars.contains(where: isControl) else { return json }
        var text = ""
        for scalar in json.unicodeScalars {
            if isControl(scalar) {
                text += "\\u00" + String(scalar.value, radix: 16)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
