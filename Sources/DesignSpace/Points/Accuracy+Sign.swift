extension Accuracy.Source {
    /// The sign behind an accuracy where no word says whose it is: `*` measured, `^` imported, `~` predicted, none for published.
    public var sign: String {
        switch self {
        case .published: ""
        case .measured: "*"
        case .imported: "^"
        case .predicted: "~"
        }
    }

    /// What the sign says, for a line below a table.
    public var signText: String { sign.isEmpty ? "unmarked \(rawValue)" : "\(sign) \(rawValue)" }
}
