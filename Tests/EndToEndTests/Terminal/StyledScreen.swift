/// What a person sees of a terminal: each character with its style, blanks that look alike made equal.
///
/// Two captures of screens that look the same may differ as text: a blank can have been drawn in bold, or never at all.
struct StyledScreen: Hashable, Sendable {
    /// A character and the style it is drawn in.
    struct Cell: Hashable, Sendable {
        var character: Character
        var style: Style
    }

    /// Attributes and colours, as the numbers of their escape sequences.
    struct Style: Hashable, Sendable {
        var attributes: Set<Int> = []
        var foreground: [Int] = []
        var background: [Int] = []

        /// What of the style can be seen of a blank.
        var ofBlank: Style {
            var seen = self
            seen.attributes.formIntersection([4, 7])
            if seen.attributes.isEmpty { seen.foreground = [] }
            return seen
        }
    }

    /// The lines, without the blanks at their end that cannot be seen.
    let lines: [[Cell]]

    /// Reads what `tmux capture-pane -p -e` prints.
    init(_ capture: String) {
        var style = Style()
        lines = capture.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var cells: [Cell] = []
            var rest = line[...]
            while let character = rest.first {
                rest.removeFirst()
                if character == "\u{1B}", rest.first == "[", let end = rest.firstIndex(of: "m") {
                    style.apply(rest[..<end].dropFirst().split(separator: ";").map { Int($0) ?? 0 })
                    rest = rest[end...].dropFirst()
                } else {
                    cells.append(Cell(character: character, style: character == " " ? style.ofBlank : style))
                }
            }
            while cells.last == Cell(character: " ", style: Style()) { cells.removeLast() }
            return cells
        }
    }

    /// The lines in which two screens differ, for a message.
    func differences(from other: StyledScreen) -> [String] {
        let count = max(lines.count, other.lines.count)
        return (0..<count).compactMap { row in
            let (ours, theirs) = (row < lines.count ? lines[row] : [], row < other.lines.count ? other.lines[row] : [])
            guard ours != theirs else { return nil }
            return "line \(row): \(String(ours.map(\.character))) | \(String(theirs.map(\.character)))"
        }
    }
}

extension StyledScreen.Style {
    /// Applies the numbers of one sequence.
    fileprivate mutating func apply(_ numbers: [Int]) {
        var numbers = numbers.isEmpty ? [0] : numbers
        while let number = numbers.first {
            var length = 1
            if number == 38 || number == 48 { length = numbers.dropFirst().first == 5 ? 3 : 5 }
            let sequence = Array(numbers.prefix(length))
            numbers.removeFirst(min(length, numbers.count))
            switch number {
            case 0: self = Self()
            case 39: foreground = []
            case 49: background = []
            case 30...38, 90...97: foreground = sequence
            case 40...48, 100...107: background = sequence
            default: attributes.insert(number)
            }
        }
    }
}
