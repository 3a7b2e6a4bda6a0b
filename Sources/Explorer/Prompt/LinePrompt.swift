import DesignSpace
import HardwareModel

/// The line in which a filter, a budget, changes of the accelerator or a command is typed, with what is wrong with it as it stands.
struct LinePrompt: Hashable, Sendable {
    /// What the line is for.
    enum Purpose: Hashable, Sendable, CaseIterable {
        /// What does not pass is left out.
        case filter
        /// What does not pass is dimmed.
        case budget
        /// The accelerator is changed.
        case whatIf
        /// A command is given.
        case command
    }

    /// What a line stands for.
    enum Reading: Hashable, Sendable {
        /// No filter at all.
        case everything
        /// A filter.
        case filter(Filter)
        /// A changed accelerator.
        case accelerator(Accelerator)
        /// A command; it is carried out once it is accepted.
        case command
        /// Nothing; `error` says why.
        case mistake
    }

    let purpose: Purpose

    private(set) var characters: [Character]

    /// How many characters stand before the cursor.
    private(set) var cursor: Int

    /// What is wrong with the text.
    private(set) var error: LineMistake?

    /// What comes back if the prompt is left without accepting.
    let previous: Previous

    /// What a line has changed while it was typed.
    struct Previous: Hashable, Sendable {
        var filter: Filter?
        var selection: PointIdentity?
        /// What changes are changes of.
        let origin: Accelerator
        let accelerator: Accelerator
    }

    /// The place among the earlier lines of the one that was brought back; nil for what was typed.
    private(set) var recalledPlace: Int?

    /// Whether what the empty word under the cursor could become was asked for; until the line changes.
    var offersAll = false

    /// Whether the word under the cursor is one of few that Tab goes through; until the line changes.
    var isOneOfFew = false

    /// Whether the line was to be accepted as it stands, with a mistake in it.
    private(set) var isRefused = false

    /// What was typed before an earlier line was brought back.
    private var typed: [Character] = []

    /// The name of the command that a key has written, with the space behind it; empty where none has.
    private let name: [Character]

    init(for purpose: Purpose, text: String, previous: Previous) {
        self.purpose = purpose
        self.previous = previous
        let characters = Array(text)
        self.characters = characters
        cursor = characters.count
        name = purpose == .command ? characters.firstIndex(of: " ").map { Array(characters[...$0]) } ?? [] : []
    }

    var text: String { String(characters) }

    /// What stands before the text.
    var label: String {
        switch purpose {
        case .filter: "/"
        case .budget: "budget: "
        case .whatIf: "what if: "
        case .command: ":"
        }
    }

    /// Keeps the line open as it is not to be accepted, so that what is wrong with it is said, finished or not.
    mutating func refuse() { isRefused = true }

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
            // What a key has asked for stays, and what stands behind it goes.
            characters = characters.starts(with: name) ? name : []
            cursor = characters.count
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

    /// Brings the next of the earlier lines back that is another than the one that stands there, or what was typed before.
    ///
    /// - Parameters:
    ///   - isEarlier: whether the one before is wanted, and not the one behind.
    ///   - lines: the earlier lines, the last one first.
    /// - Returns: what the line stands for; nil where there is no other line.
    mutating func recall(isEarlier: Bool, of lines: [String]) -> Reading? {
        var place = recalledPlace ?? -1
        repeat { place += isEarlier ? 1 : -1 } while lines.indices.contains(place) && lines[place] == text
        guard place >= -1, place < lines.count else { return nil }
        if recalledPlace == nil { typed = characters }
        recalledPlace = place < 0 ? nil : place
        characters = place < 0 ? typed : Array(lines[place])
        cursor = characters.count
        return read()
    }

    /// Replaces the word before the cursor.
    mutating func replaceWord(with word: String) -> Reading {
        remove(cursor - wordStart)
        return insert(word)
    }

    /// The word before the cursor, which may be empty.
    var word: String { String(characters[wordStart..<cursor]) }

    private var wordStart: Int {
        characters[..<cursor].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
    }

    private mutating func read() -> Reading {
        (offersAll, isOneOfFew, isRefused) = (false, false, false)
        error = nil
        do {
            switch purpose {
            case .command: return .command
            case .whatIf: return .accelerator(try accelerator())
            case .filter, .budget: return characters.allSatisfy(\.isWhitespace) ? .everything : .filter(try Filter(text))
            }
        } catch let mistake as LineMistake {
            error = mistake
        } catch let mistake as FilterError {
            error = LineMistake(offset: mistake.offset, message: mistake.message)
        } catch {
            self.error = LineMistake(offset: 0, message: "\(error)")
        }
        return .mistake
    }

    /// The accelerator with the changes up to the first that is wrong: of `sb=1e9` it is none, not `sb=1`.
    private mutating func accelerator() throws -> Accelerator {
        do {
            return try WhatIfLine(text, from: previous.origin).accelerator
        } catch {
            self.error = error
            let before = Word.all(in: text).prefix { $0.offset + $0.text.count < error.offset }.map(\.text)
            return try WhatIfLine(before.joined(separator: " "), from: previous.origin).accelerator
        }
    }

    /// Says what is wrong with a command that was to be carried out.
    mutating func reject(_ mistake: LineMistake) { error = mistake }
}
