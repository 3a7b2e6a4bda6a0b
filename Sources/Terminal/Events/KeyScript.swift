/// Keys to be pressed one after the other, as in `j*50,/,text:net=alex,enter`.
///
/// A comma separates keys; `KEY*N` presses a key N times (at most 10,000); `text:WORD` types the word's characters.
public struct KeyScript: Hashable, Sendable {
    /// More keys than this are refused.
    public static let longest = 10_000

    /// The keys in order.
    public let keys: [Key]

    /// Reads a script.
    ///
    /// - Throws: `TerminalError.unknownKey`, `.tooManyKeys`.
    public init(_ script: String) throws(TerminalError) {
        var keys: [Key] = []
        for part in script.split(separator: ",", omittingEmptySubsequences: true) {
            let pressed = try KeyScript.keys(of: String(part))
            guard keys.count + pressed.count <= KeyScript.longest else { throw .tooManyKeys(limit: KeyScript.longest) }
            keys += pressed
        }
        self.keys = keys
    }

    private static func keys(of part: String) throws(TerminalError) -> [Key] {
        if part.hasPrefix("text:") { return part.dropFirst(5).map { Key.character($0) } }
        if let key = Key(name: part) { return [key] }
        guard let star = part.lastIndex(of: "*"), let key = Key(name: String(part[..<star])),
            let count = Int(part[part.index(after: star)...]), count >= 0
        else { throw .unknownKey(part) }
        guard count <= longest else { throw .tooManyKeys(limit: longest) }
        return Array(repeating: key, count: count)
    }
}
