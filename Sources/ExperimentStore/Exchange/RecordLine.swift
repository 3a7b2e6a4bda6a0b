import DesignSpace
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
    /// - Parameter recipes: those of the lines before.
    /// - Throws: `ExperimentStoreError.line` with what stands in it that is not of a result.
    func record(
        _ extent: ExperimentRecord.Extent, _ recipes: inout RecipeMemory
    ) throws(ExperimentStoreError) -> ExperimentRecord? {
        guard line.bytes.contains(where: { !Self.blanks.contains($0) }) else { return nil }
        let record: ExperimentRecord
        do {
            record = try ExperimentRecord(parsing: line.bytes, extent, &recipes)
        } catch {
            throw problem(Self.words(for: error))
        }
        if let wrong = Self.problem(in: record, extent, &recipes) { throw problem(wrong) }
        return record
    }

    private static let blanks = Array(" \t\r".utf8)

    private func problem(_ words: String) -> ExperimentStoreError { .line(file: file, line: line.number, problem: words) }

    private static func problem(
        in record: ExperimentRecord, _ extent: ExperimentRecord.Extent, _ recipes: inout RecipeMemory
    ) -> String? {
        let spec = record.spec
        let texts: [(String, String?)] = [
            ("network", spec.network), ("network_fingerprint", spec.networkFingerprint), ("dataset", spec.dataset),
            ("recipe", spec.recipe.name), ("reason", record.reason), ("engine_version", record.engineVersion),
            ("cpu", record.cpu), ("created_at", record.createdAt),
        ]
        for (name, text) in texts {
            if let problem = text.flatMap({ ExchangedText.problem(in: $0, named: name) }) { return problem }
        }
        return record.inconsistencies(in: extent, &recipes).first
    }

    private static func words(for problem: JSONProblem) -> String {
        switch problem {
        case .syntax: "\(problem): a record as `results export` writes it is expected, the whole of it in one line"
        case .missing: "\(problem): a record as `results export` writes it is expected"
        case .null, .mismatch, .wrong: "\(problem)"
        }
    }
}
