/// What is to be done in a program one after the other, as in `j*50,/,text:net=alex,enter,:select alex/fixed8 measured`.
///
/// A comma separates parts. A part is a key; `KEY*N`, a key pressed N times (at most 10,000); `text:WORD`, the word's characters; or
/// `:COMMAND`, a command as it is typed behind a colon, in which two commas stand for one.
public struct KeyScript: Hashable, Sendable {
    /// One thing that is to be done.
    public enum Input: Hashable, Sendable {
        /// A key is pressed.
        case key(Key)
        /// A command is given, without its colon.
        case command(String)
    }

    /// More keys and commands than this are refused.
    public static let longest = 10_000

    /// Keys and commands in order.
    public let inputs: [Input]

    /// Reads a script.
    ///
    /// - Throws: `TerminalError.unknownKey`, `.tooManyKeys`.
    public init(_ script: String) throws(TerminalError) {
        var inputs: [Input] = []
        var rest = script[...]
        while !rest.isEmpty {
            let pressed = Self.isCommand(rest) ? [.command(Self.takeCommand(from: &rest))] : try Self.takeKeys(from: &rest)
            guard inputs.count + pressed.count <= KeyScript.longest else { throw .tooManyKeys(limit: KeyScript.longest) }
            inputs += pressed
        }
        self.inputs = inputs
    }

    /// Reads scripts that follow each other, as if a comma stood between them.
    ///
    /// - Throws: `TerminalError.unknownKey`, `.tooManyKeys`.
    public init(joining scripts: [String]) throws(TerminalError) {
        var inputs: [Input] = []
        // One by one: behind a comma at the end of a command another one would be a comma of the command.
        for script in scripts { inputs += try KeyScript(script).inputs }
        guard inputs.count <= KeyScript.longest else { throw .tooManyKeys(limit: KeyScript.longest) }
        self.inputs = inputs
    }

    /// A command as a part of a script.
    public static func part(command: String) -> String {
        ":" + command.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ",,")
    }

    /// A colon alone is the key, once or several times.
    private static func isCommand(_ rest: Substring) -> Bool {
        guard rest.first == ":", let next = rest.dropFirst().first else { return false }
        return next != "," && next != "*"
    }

    private static func takeCommand(from rest: inout Substring) -> String {
        var command = ""
        rest.removeFirst()
        while let character = rest.popFirst() {
            guard character == "," else {
                command.append(character)
                continue
            }
            guard rest.first == "," else { break }
            command.append(",")
            rest.removeFirst()
        }
        return command
    }

    private static func takeKeys(from rest: inout Substring) throws(TerminalError) -> [Input] {
        let part = rest.prefix { $0 != "," }
        rest = rest.dropFirst(part.count + 1)
        return part.isEmpty ? [] : try keys(of: String(part)).map(Input.key)
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
