/// What is wrong with a text of JSON, and where.
public enum JSONProblem: Error, Hashable, Sendable {
    /// It is no JSON.
    case syntax(JSONSyntaxError)
    /// A key is missing; its path, with dots.
    case missing(String)
    /// A value is null where one has to be.
    case null(String)
    /// A value is of another type.
    case mismatch(String, expected: String)
    /// A value of the right type that cannot be, with why.
    case wrong(String, String)
}

extension JSONProblem: CustomStringConvertible {
    /// The problem in words, with the path of the value.
    public var description: String {
        switch self {
        case .syntax(let error): "no JSON (byte \(error.offset + 1): \(error.expected) is expected)"
        case .missing(let path): "the key '\(path)' is missing"
        case .null(let path): "\(Self.place(path)) is null, where a value is expected"
        case .mismatch(let path, let expected): "\(Self.place(path)) is not \(expected)"
        case .wrong(let path, let words): "\(Self.place(path)): \(words)"
        }
    }

    private static func place(_ path: String) -> String { path.isEmpty ? "the line" : "'\(path)'" }
}
