/// Cuts a stream of bytes into lines, of which none is kept beyond a length.
struct LineSplitter {
    /// The most bytes of a line; the rest of a longer one is dropped.
    static let longestLine = 1 << 16

    private var line: [UInt8] = []

    /// The lines that further bytes complete.
    mutating func lines(adding bytes: some Sequence<UInt8>) -> [String] {
        var lines: [String] = []
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                lines.append(String(decoding: line, as: UTF8.self))
                line.removeAll(keepingCapacity: true)
            } else if line.count < Self.longestLine {
                line.append(byte)
            }
        }
        return lines
    }

    /// What stands behind the last line's end, if anything.
    mutating func remainder() -> String? {
        defer { line = [] }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
