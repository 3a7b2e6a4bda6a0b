import DesignSpace
import Foundation
import Reports

/// Records as JSON, with the keys of the command line's contract.
enum RecordJSON {
    /// An array of records, and of accuracies that a user has brought, which have the keys of records too.
    static func text(of records: [ExperimentRecord], imported: [ImportedAccuracy] = []) throws(CommandFailure) -> String {
        try encoded(records.map(Listed.record) + imported.map(Listed.imported))
    }

    /// One record.
    static func text(of record: ExperimentRecord) throws(CommandFailure) -> String { try encoded(Listed.record(record)) }

    /// What a list of results may hold; each says where its accuracy comes from.
    private enum Listed: Encodable {
        case record(ExperimentRecord)
        case imported(ImportedAccuracy)

        private enum CodingKeys: String, CodingKey {
            case accuracySource = "accuracy_source"
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .record(let record):
                try record.encode(to: encoder)
                var fields = encoder.container(keyedBy: CodingKeys.self)
                try fields.encode(Accuracy.Source.measured.rawValue, forKey: .accuracySource)
            case .imported(let accuracy): try ImportedReport.json(accuracy).encode(to: encoder)
            }
        }
    }

    private static func encoded(_ value: some Encodable) throws(CommandFailure) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try CommandFailure.catching { escaped(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n" }
    }

    /// JSON in which the characters that it allows as they are and a terminal obeys are escaped; line ends stand between its values.
    private static func escaped(_ json: String) -> String {
        let isObeyed = { (scalar: Unicode.Scalar) in scalar != "\n" && scalar.isObeyedByTerminals }
        guard json.unicodeScalars.contains(where: isObeyed) else { return json }
        var text = ""
        for scalar in json.unicodeScalars {
            if isObeyed(scalar) {
                text += scalar.escapedForJSON
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
