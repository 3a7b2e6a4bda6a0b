import Terminal

/// A message on the few lines that there are for it.
///
/// Messages say what is wrong, then, behind a colon, what to do. Where not all of it fits, what to do comes first.
struct MessageLines: Hashable, Sendable {
    /// At most as many lines as were allowed; the last may be longer than the line, to be cut at its end.
    let lines: [TextLine]

    init(_ message: String, columns: Int, rows: Int) {
        let whole = Self.wrapped(message, columns: columns)
        guard whole.count > rows, rows > 0 else {
            lines = Array(whole.prefix(max(0, rows)))
            return
        }
        let parts = Self.wrapped(Self.adviceFirst(message), columns: columns)
        let rest = parts.dropFirst(rows - 1).map(\.text).joined(separator: "")
        lines = parts.prefix(rows - 1) + [TextLine(rest)]
    }

    /// Lines without the blanks at their ends, of which the wrapping leaves one behind each word.
    private static func wrapped(_ text: String, columns: Int) -> [TextLine] {
        TextLine(text).wrapped(toColumns: columns, hanging: 0)
    }

    private static func adviceFirst(_ message: String) -> String {
        guard let colon = message.ranges(of: ": ").last else { return message }
        return "\(message[colon.upperBound...]) (\(message[..<colon.lowerBound]))"
    }
}
