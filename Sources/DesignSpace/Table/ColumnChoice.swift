/// Columns as a person chooses them: named, as `network, energy`, or with signs what is added and taken away, as `+macs -saving`.
public struct ColumnChoice: Hashable, Sendable {
    /// What is wrong with a choice, and where.
    public struct Mistake: Error, Hashable, Sendable {
        /// How many characters stand before it.
        public let offset: Int
        /// What it is, and what would fit.
        public let message: String
    }

    private struct Word: Hashable {
        let column: Column
        let isRemoved: Bool
        let offset: Int
    }

    private let words: [Word]
    private let isChange: Bool

    /// Whether no column is named at all.
    public var isEmpty: Bool { words.isEmpty }

    /// Reads a choice: words between commas and spaces. The first word tells whether it is a change of the columns that there are.
    ///
    /// - Throws: `Mistake` at a word that is no column.
    public init(_ text: String) throws(Mistake) {
        var words: [Word] = []
        var isChange = false
        for (offset, word) in Self.words(of: text) {
            let sign = word.first.flatMap { "+-".contains($0) ? $0 : nil }
            if words.isEmpty { isChange = sign != nil }
            let name = String(word.drop { "+-".contains($0) })
            guard let column = Column(rawValue: name) else {
                throw Mistake(offset: offset, message: Column.unknownMessage(name))
            }
            words.append(Word(column: column, isRemoved: sign == "-", offset: offset))
        }
        (self.words, self.isChange) = (words, isChange)
    }

    /// The columns that are chosen, none twice.
    ///
    /// - Parameters:
    ///   - shown: the columns that a change is a change of.
    ///   - first: the column that is always the first; nil if every column may go.
    /// - Throws: `Mistake` where that column is taken away.
    public func columns(changing shown: [Column], first: Column? = nil) throws(Mistake) -> [Column] {
        var columns = isChange ? shown : first.map { [$0] } ?? []
        for word in words {
            if word.isRemoved {
                guard word.column != first else {
                    throw Mistake(offset: word.offset, message: "the \(word.column.rawValue) stays")
                }
                columns.removeAll { $0 == word.column }
            } else if !columns.contains(word.column) {
                columns.append(word.column)
            }
        }
        return columns
    }

    private static func words(of text: String) -> [(offset: Int, text: String)] {
        var words: [(offset: Int, text: String)] = []
        var current = ""
        for (offset, character) in (text + " ").enumerated() {
            guard character == "," || character.isWhitespace else {
                current.append(character)
                continue
            }
            if !current.isEmpty { words.append((offset - current.count, current)) }
            current = ""
        }
        return words
    }
}
