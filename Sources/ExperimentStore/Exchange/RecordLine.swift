import DesignSpace
import Foundation
import Recipes

/// One line of a file of results.
struct RecordLine {
    private let line: LineReader.Line
    private let file: String

    init(_ line: LineReader.Line, of file: String) {
        self.line = line
        self.file = file
    }

    /// The record; nil for a line that is blank.
    ///
    /// - Throws: `ExperimentStoreError.line` with what stands in it that is not of a result.
    func record() throws(ExperimentStoreError) -> ExperimentRecord? {
        guard line.bytes.contains(where: { !Self.blanks.contains($0) }) else { return nil }
        let record: ExperimentRecord
        do {
            record = try JSONDecoder().decode(ExperimentRecord.self, from: Data(line.bytes))
        } catch let error as DecodingError {
            throw problem(Self.words(for: error))
        } catch {
            throw problem("no record in JSON")
        }
        if let wrong = Self.problem(in: record) { throw problem(wrong) }
        return record
    }

    private static let blanks = Array(" \t\r".utf8)

    private func problem(_ words: String) -> ExperimentStoreError { .line(file: file, line: line.number, problem: words) }

    private static func problem(in record: ExperimentRecord) -> String? {
        let spec = record.spec
        let texts: [(String, String?)] = [
            ("network", spec.network), ("network_fingerprint", spec.networkFingerprint), ("dataset", spec.dataset),
            ("recipe", spec.recipe.name), ("reason", record.reason), ("engine_version", record.engineVersion),
            ("cpu", record.cpu), ("created_at", record.createdAt),
        ]
        for (name, text) in texts {
            if let problem = text.flatMap({ ExchangedText.problem(in: $0, named: name) }) { return problem }
        }
        return record.inconsistencies.first
    }

    private static func words(for error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _):
            "the key '\(key.stringValue.prefix(60))' is missing: a record as `results export` writes it is expected"
        case .valueNotFound(_, let context): "\(place(of: context)) is null, where a value is expected"
        case .typeMismatch(let type, let context): "\(place(of: context)) is not \(expected(type))"
        case .dataCorrupted(let context): corrupted(context)
        @unknown default: "no record in JSON"
        }
    }

    private static func corrupted(_ context: DecodingError.Context) -> String {
        guard !context.codingPath.isEmpty else {
            let detail = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
            return "no JSON\(detail.map { " (\($0.prefix(100)))" } ?? ""): a record as `results export` writes it is expected, "
                + "the whole of it in one line"
        }
        return "\(place(of: context)): \(context.debugDescription.prefix(300))"
    }

    private static func place(of context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? String($0.stringValue.prefix(60)) }
        return path.isEmpty ? "the line" : "'\(path.joined(separator: "."))'"
    }

    private static func expected(_ type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is Double.Type, is Float.Type: "a number"
        case is any BinaryInteger.Type: "a whole number"
        case is [Any].Type: "an array"
        default: "an object"
        }
    }
}
