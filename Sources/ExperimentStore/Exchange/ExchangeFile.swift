import DesignSpace

/// A file that a user brings: results in lines of JSON, or accuracies of their own in comma-separated values.
public enum ExchangeFile: Hashable, Sendable {
    /// Results.
    case records(RecordFile)
    /// Accuracies of a user's own.
    case accuracies(AccuracyFile)

    /// Reads a file to its end; which of the two it is shows in its first character, as only JSON begins with a brace.
    ///
    /// - Parameters:
    ///   - path: the file; `-` is standard input.
    ///   - names: what rows of accuracies may name.
    ///   - date: what accuracies are said to be imported at, as ISO 8601.
    ///   - progress: told the number of records from time to time.
    /// - Throws: `ExperimentStoreError.line` with the line and what is expected, `.conflict` for two records of one key, `.file` if
    ///   reading fails.
    public init(
        reading path: String, names: AccuracyFile.Names, date: String, progress: (Int) -> Void = { _ in }
    ) throws(ExperimentStoreError) {
        var reader = try LineReader(path)
        let name = reader.name
        guard let first = try reader.next() else {
            throw .line(
                file: name, line: 1, problem: "empty: records in lines of JSON, or a table of accuracies as CSV, is expected")
        }
        if first.bytes.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{") {
            self = .records(try RecordFile(reader, first: first, progress: progress))
        } else {
            self = .accuracies(try AccuracyFile(reader, first: first, names: names, date: date))
        }
    }
}
