/// The records of comma-separated values of a file, one after the other.
struct CSVRows {
    /// A record and the line that it begins in.
    struct Row {
        let fields: [String]
        let line: Int
    }

    private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

    private var reader: LineReader
    private var first: LineReader.Line?

    /// - Parameter first: a line that was taken from the reader already.
    init(_ reader: LineReader, first: LineReader.Line?) {
        self.reader = reader
        self.first = first
    }

    /// The next record that is not blank; nil at the end.
    ///
    /// - Throws: `ExperimentStoreError.line` for a record that is none.
    mutating func next() throws(ExperimentStoreError) -> Row? {
        var begin = 0
        var bytes: [UInt8] = []
        while let line = try nextLine() {
            if begin == 0 { begin = line.number }
            bytes += line.number == 1 && line.bytes.starts(with: Self.byteOrderMark) ? line.bytes.dropFirst(3) : line.bytes[...]
            let text = bytes.last == UInt8(ascii: "\r") ? Array(bytes.dropLast()) : bytes
            if text.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) {
                (begin, bytes) = (0, [])
                continue
            }
            do {
                return Row(fields: try CSVRecord(text).fields, line: begin)
            } catch .incomplete {
                bytes.append(UInt8(ascii: "\n"))
                guard bytes.count <= LineReader.longestLine else { break }
            } catch {
                throw .line(
                    file: reader.name, line: line.number,
                    problem: "a quote inside a field: the field has to begin and end with quotes, and two stand for one in it")
            }
        }
        guard begin > 0 else { return nil }
        throw .line(file: reader.name, line: begin, problem: "a quote that is opened here is never closed")
    }

    private mutating func nextLine() throws(ExperimentStoreError) -> LineReader.Line? {
        if let line = first {
            first = nil
            return line
        }
        return try reader.next()
    }
}
