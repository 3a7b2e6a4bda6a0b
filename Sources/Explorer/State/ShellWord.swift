import Terminal

/// A word of a command line, quoted where a shell would read something else in it.
struct ShellWord: Hashable, Sendable {
    private let raw: String

    init(_ raw: String) { self.raw = raw }

    /// The word as one types it.
    var text: String { Self.isPlain(raw) ? raw : Self.quoted(raw) }

    /// The word in pieces of at most so many columns, which stand behind each other without a space; broken behind commas where it can be.
    func pieces(columns: Int) -> [String] {
        guard text.displayColumns > columns else { return [text] }
        var pieces: [String] = []
        var piece = ""
        for character in raw {
            if Self.quoted(piece + String(character)).displayColumns > columns, !piece.isEmpty {
                let comma = piece.lastIndex(of: ",").map { piece.index(after: $0) } ?? piece.endIndex
                pieces.append(Self.quoted(String(piece[..<comma])))
                piece = String(piece[comma...])
            }
            piece.append(character)
        }
        return pieces + [Self.quoted(piece)]
    }

    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./+:=@%".contains($0)) }
    }

    private static func quoted(_ word: String) -> String {
        "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
    }
}
