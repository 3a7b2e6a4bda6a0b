@testable import Terminal

/// A terminal that understands what `ScreenWriter` writes, with one sequence for each attribute and colour that means nothing elsewhere.
struct EmulatedTerminal {
    /// What went wrong, in words.
    struct Mistake: Error { let description: String }

    private(set) var surface: Surface
    private var position = (column: 0, row: 0)
    private let abilities: TerminalDialect.Abilities
    private var style = Style.plain
    private var region: Range<Int>
    /// Whether it is not known where the cursor is: behind the last column, or where a scroll region was set.
    private var isLost = false
    private var lastWritten: Glyph?

    init(showing surface: Surface, abilities: TerminalDialect.Abilities) {
        (self.surface, self.abilities, region) = (surface, abilities, 0..<surface.size.rows)
    }

    var cursor: Point { Point(column: position.column, row: position.row) }

    var isPlain: Bool { style == .plain }

    static func sequences(for style: Style) -> StyleSequences {
        StyleSequences(
            attributes: style.attributes.isEmpty ? [] : Array("\u{1B}[\(200 + Int(style.attributes.rawValue))m".utf8),
            foreground: style.foreground == .default ? [] : Array("\u{1B}[\(300 + number(of: style.foreground))m".utf8),
            background: style.background == .default ? [] : Array("\u{1B}[\(600 + number(of: style.background))m".utf8))
    }

    private static func number(of color: Color) -> Int { Int(color.paletteIndex ?? 0) }

    mutating func receive(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Mistake(description: "no UTF-8") }
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\u{1B}": try escape(&rest)
            case "\r": try move(needing: .carriageReturn) { $0.column = 0 }
            case "\u{8}": try move(needing: .backspace) { $0.column -= 1 }
            case "\n": try feed()
            default: try put(scalar)
            }
        }
    }

    private mutating func feed() throws {
        if cursor.row == region.upperBound - 1 {
            try need(.scrollRegion)
            surface.move(RowShift(rows: region, distance: 1))
        } else {
            try move(needing: .lineFeed) { $0.row += 1 }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) throws {
        if isLost && CharacterWidth.of(scalar) != .combining { throw Mistake(description: "writes behind the last column") }
        if CharacterWidth.of(scalar) == .combining {
            guard let last = lastWritten else { throw Mistake(description: "a lone mark") }
            let marked = Glyph(drawable: last.scalar, mark: scalar)
            return surface.put(marked, at: Point(column: cursor.column - 1, row: cursor.row), style: style)
        }
        guard let glyph = Glyph(scalar) else { throw Mistake(description: "a control character") }
        surface.put(glyph, at: cursor, style: style)
        lastWritten = glyph
        position.column += glyph.isWide ? 2 : 1
        isLost = position.column >= surface.size.columns
    }

    private mutating func escape(_ rest: inout Substring.UnicodeScalarView) throws {
        guard rest.popFirst() == "[" else {
            try need(.scrollRegion)
            guard cursor.row == region.lowerBound else { throw Mistake(description: "goes up without scrolling") }
            return surface.move(RowShift(rows: region, distance: -1))
        }
        var text = ""
        while let next = rest.first, next.properties.numericType != nil || next == ";" {
            text.unicodeScalars.append(next)
            rest.removeFirst()
        }
        let numbers = text.split(separator: ";").compactMap { Int($0) }
        let (first, second) = (numbers.first ?? 1, numbers.dropFirst().first ?? 1)
        switch rest.popFirst() {
        case "H":
            isLost = false
            try move(needing: []) { $0 = (second - 1, first - 1) }
        case "G": try move(needing: .columnAddress) { $0.column = first - 1 }
        case "d": try move(needing: .rowAddress) { $0.row = first - 1 }
        case "C": try move(needing: .forward) { $0.column += first }
        case "D": try move(needing: .backward) { $0.column -= first }
        case "A": try move(needing: .upward) { $0.row -= first }
        case "X": try erase(first, needing: .eraseCharacters)
        case "K": try erase(surface.size.columns - cursor.column, needing: .eraseToEnd)
        case "b":
            try need(.repetition)
            guard let scalar = lastWritten?.scalar else { throw Mistake(description: "repeats nothing") }
            for _ in 0..<first { try put(scalar) }
        case "r":
            try need(.scrollRegion)
            (region, isLost) = (first - 1..<second, true)
        case "m": change(numbers.first ?? 0)
        case let other: throw Mistake(description: "unknown: \(other.map(String.init) ?? "nothing")")
        }
    }

    private mutating func change(_ number: Int) {
        switch number {
        case 200..<300: style.attributes.formUnion(Attributes(rawValue: UInt8(number - 200)))
        case 300..<600: style.foreground = .palette(UInt8(number - 300))
        case 600...: style.background = .palette(UInt8(number - 600))
        default: style = .plain
        }
    }

    private mutating func erase(_ count: Int, needing ability: TerminalDialect.Abilities) throws {
        try need(ability)
        if isLost { throw Mistake(description: "erases behind the last column") }
        if !isPlain { throw Mistake(description: "erases in a style") }
        guard cursor.column + count <= surface.size.columns else { throw Mistake(description: "erases too much") }
        surface.fill(Rect(origin: cursor, size: Size(columns: count, rows: 1)))
    }

    private mutating func move(needing ability: TerminalDialect.Abilities, _ change: (inout (column: Int, row: Int)) -> Void) throws
    {
        try need(ability)
        if isLost { throw Mistake(description: "steps from nowhere") }
        change(&position)
        guard surface.bounds.contains(cursor) else { throw Mistake(description: "leaves the screen") }
        lastWritten = nil
    }

    private func need(_ ability: TerminalDialect.Abilities) throws {
        guard abilities.isSuperset(of: ability) else { throw Mistake(description: "cannot do \(ability)") }
    }
}
