import Terminal

/// A piece of text for one purpose.
struct Phrase: Hashable, Sendable {
    var text: String
    var role: Role

    init(_ text: String, _ role: Role = .plain) {
        self.text = text
        self.role = role
    }
}

/// One line of text in pieces.
struct TextLine: Hashable, Sendable {
    var phrases: [Phrase]

    init(_ phrases: [Phrase]) { self.phrases = phrases }

    init(_ text: String, _ role: Role = .plain) { phrases = [Phrase(text, role)] }

    static let empty = TextLine([])

    var text: String { phrases.reduce("") { $0 + $1.text } }

    var isEmpty: Bool { phrases.allSatisfy(\.text.isEmpty) }
}

extension TextLine {
    /// The line broken between words so that no part is wider than so many columns in any set of glyphs; what follows is indented as the beginning, and by `hanging` more.
    func wrapped(toColumns columns: Int, hanging: Int = 4) -> [TextLine] {
        guard columns > 0, text.largestColumns > columns else { return [self] }
        let indent = min(text.prefix { $0 == " " }.count + hanging, columns / 3)
        var lines = [TextLine.empty]
        var used = 0
        for phrase in phrases {
            for word in phrase.text.splitBehindSpaces {
                let width = word.largestColumns
                if used + width > columns, used > indent {
                    lines.append(TextLine(.spaces(indent)))
                    used = indent
                }
                lines[lines.count - 1].phrases.append(Phrase(word, phrase.role))
                used += width
            }
        }
        return lines
    }
}

extension String {
    /// The columns of the text in the glyphs that take the most: ASCII, where a plus-minus sign takes two.
    var largestColumns: Int { GlyphSet.ascii.adapted(self).displayColumns }

    /// The words, each with the spaces behind it; a percent sign stays with its number.
    fileprivate var splitBehindSpaces: [String] {
        var words: [String] = []
        var wasSpace = true
        for character in self {
            if wasSpace, character != " " && character != "%" || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
            wasSpace = character == " "
        }
        return words
    }
}
