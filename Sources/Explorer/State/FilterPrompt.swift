import DesignSpace

/// The line in which a filter or a budget is typed, with what is wrong with it as it stands.
struct FilterPrompt: Hashable, Sendable {
    /// What the line is for.
    enum Purpose: Hashable, Sendable {
        /// What does not pass is left out.
        case filter
        /// What does not pass is dimmed.
        case budget
    }

    /// What a line stands for.
    enum Reading: Hashable, Sendable {
        /// No filter at all.
        case everything
        /// A filter.
        case filter(Filter)
        /// Nothing; `error` says why.
        case mistake
    }

    let purpose: Purpose

    private(set) var characters: [Character]

    /// How many characters stand before the cursor.
    private(set) var cursor: Int

    /// What is wrong with the text.
    private(set) var error: FilterError?

    /// The filter that comes back if the prompt is left without accepting.
    let previous: Filter?

    /// The selection that comes back with it.
    let previousSelection: PointIdentity?

    init(for purpose: Purpose = .filter, previous: Filter?, selection: PointIdentity?) {
        self.purpose = purpose
        self.previous = previous
        previousSelection = selection
        characters = Array(previous?.text ?? "")
        cursor = characters.count
    }

    var text: String { String(characters) }

    /// What stands before the text.
    var label: String { purpose == .filter ? "/" : "budget: " }

    /// Puts a text before the cursor, without its control characters.
    ///
    /// - Returns: what the line stands for.
    mutating func insert(_ text: String) -> Reading {
        let printable = text.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }
        characters.insert(contentsOf: printable, at: cursor)
        cursor += printable.count
        return read()
    }

    /// Changes the line.
    ///
    /// - Returns: what the line stands for.
    mutating func apply(_ edit: TextEdit) -> Reading {
        switch edit {
        case .deleteBackward:
            if cursor > 0 { remove(1) }
        case .deleteForward:
            if cursor < characters.count { characters.remove(at: cursor) }
        case .deleteWord:
            let spaces = characters[..<cursor].reversed().prefix(while: \.isWhitespace).count
            let word = characters[..<(cursor - spaces)].reversed().prefix { !$0.isWhitespace }.count
            remove(spaces + word)
        case .deleteAll:
            characters = []
            cursor = 0
        case .moveLeft: cursor = max(0, cursor - 1)
        case .moveRight: cursor = min(cursor + 1, characters.count)
        case .moveToStart: cursor = 0
        case .moveToEnd: cursor = characters.count
        }
        return read()
    }

    private mutating func remove(_ count: Int) {
        characters.removeSubrange((cursor - count)..<cursor)
        cursor -= count
    }

    private mutating func read() -> Reading {
        error = nil
        if characters.allSatisfy(\.isWhitespace) { return .everything }
        do {
            return .filter(try Filter(text))
        } catch {
            self.error = error
            return .mistake
        }
    }
}
