import TestSupport
import Testing

@testable import Terminal

@Suite("What is written to change a terminal") struct ScreenWriterTests {
    static let everything: TerminalDialect.Abilities = [
        .columnAddress, .rowAddress, .forward, .backward, .upward, .lineFeed, .carriageReturn, .backspace, .eraseCharacters,
        .eraseToEnd,
        .repetition, .scrollRegion,
    ]

    /// All, none, each alone and all but one.
    static let abilities: [TerminalDialect.Abilities] =
        [everything, []]
        + (0..<12).flatMap { bit -> [TerminalDialect.Abilities] in
            let one = TerminalDialect.Abilities(rawValue: 1 << UInt16(bit))
            return [one, everything.subtracting(one)]
        }

    private func dialect(_ abilities: TerminalDialect.Abilities = everything) -> TerminalDialect {
        TerminalDialect(abilities: abilities, reset: Array("\u{1B}[m".utf8)) { value in
            switch Unicode.Scalar(value).map(CharacterWidth.of) {
            case .narrow: 1
            case .wide: 2
            case .combining: 0
            default: -1
            }
        }
    }

    private func bytes(
        _ new: Surface, over old: Surface, cursor: Point? = nil, from: Point? = nil,
        _ abilities: TerminalDialect.Abilities = everything
    ) -> String {
        var writer = ScreenWriter(showing: old, cursor: from, dialect: dialect(abilities))
        let bytes = writer.bytes(showing: new, cursor: cursor, styling: EmulatedTerminal.sequences)
        return String(decoding: bytes, as: UTF8.self).replacing("\u{1B}", with: "^")
    }

    @Test(
        "After any changes the terminal shows the surface, with the cursor in its place, whatever the terminal can do",
        arguments: abilities)
    func anything(abilities: TerminalDialect.Abilities) throws {
        for seed in 0..<40 {
            var generator = SeededGenerator(seed: UInt64(seed))
            var surface = Surface(
                size: Size(columns: .random(in: 1...40, using: &generator), rows: .random(in: 1...20, using: &generator)))
            surface.scribble(using: &generator)
            var terminal = EmulatedTerminal(showing: surface, abilities: abilities)
            var writer = ScreenWriter(showing: surface, cursor: nil, dialect: dialect(abilities))
            for frame in 0..<12 {
                surface.scribble(using: &generator)
                let cursor = Bool.random(using: &generator) ? surface.bounds.randomPlace(using: &generator) : nil
                let bytes = writer.bytes(showing: surface, cursor: cursor, styling: EmulatedTerminal.sequences)
                do { try terminal.receive(bytes) } catch let mistake as EmulatedTerminal.Mistake {
                    Issue.record("seed \(seed), frame \(frame): \(mistake.description)")
                    return
                }
                #expect(terminal.surface.seen == surface.seen, "seed \(seed), frame \(frame)")
                #expect(cursor == nil || terminal.cursor == cursor)
                #expect(terminal.isPlain)
            }
        }
    }

    @Test("Nothing is written for what is shown already, and for what cannot be seen") func nothing() {
        var surface = Surface(size: Size(columns: 10, rows: 3))
        surface.put("text", at: .zero)
        #expect(bytes(surface, over: surface, cursor: .zero, from: .zero).isEmpty)
        var bold = surface
        bold.put("   ", at: Point(column: 6, row: 0), style: Style(foreground: .palette(3), attributes: .bold))
        #expect(bytes(bold, over: surface).isEmpty)
    }

    @Test(
        "A movement takes the shortest way",
        arguments: [
            (Point(column: 8, row: 0), "^[9Gx"), (Point(column: 7, row: 0), " x"), (Point(column: 5, row: 1), "\n\u{8}x"),
            (Point(column: 0, row: 3), "\n\n\n\rx"), (Point(column: 30, row: 9), "^[10;31Hx"), (Point(column: 6, row: 9), "^[10dx"),
        ])
    func movement(to target: Point, expected: String) {
        let size = Size(columns: 40, rows: 12)
        var old = Surface(size: size)
        // Cells that look otherwise are not written again on the way.
        old.put("=", at: Point(column: 7, row: 0), style: .reverse)
        var new = old
        if target.column == 7 { new = Surface(size: size) }
        new.put("x", at: target)
        let from = Point(column: 6, row: 0)
        #expect(bytes(new, over: target.column == 7 ? Surface(size: size) : old, from: from) == expected)
    }

    @Test("Empty ends of rows, long gaps and runs of one character are told by their length") func lengths() {
        var old = Surface(size: Size(columns: 40, rows: 1))
        old.put(String(repeating: "a", count: 40), at: .zero)
        var cleared = old
        cleared.fill(Rect(column: 20, row: 0, columns: 20, rows: 1))
        #expect(bytes(cleared, over: old) == "^[1;21H^[K")
        var gap = old
        gap.fill(Rect(column: 10, row: 0, columns: 20, rows: 1))
        #expect(bytes(gap, over: old) == "^[1;11H^[20X")
        var line = old
        line.put(String(repeating: "-", count: 30), at: .zero)
        #expect(bytes(line, over: old) == "^[1;1H-^[29b")
        #expect(bytes(line, over: old, [.eraseToEnd]) == "^[1;1H" + String(repeating: "-", count: 30))
    }

    @Test("Of a style that changes only what is other is written, and all is given up at the end") func styles() {
        let old = Surface(size: Size(columns: 10, rows: 1))
        var new = old
        new.put("a", at: .zero, style: Style(foreground: .palette(1)))
        new.put("b", at: Point(column: 1, row: 0), style: Style(foreground: .palette(2)))
        new.put("c", at: Point(column: 2, row: 0), style: Style(foreground: .palette(2), attributes: .bold))
        new.put("d", at: Point(column: 3, row: 0), style: Style(foreground: .palette(2)))
        #expect(bytes(new, over: old) == "^[1;1H^[301ma^[302mb^[201mc^[m^[302md^[m")
    }

    @Test("Rows that moved are moved by the terminal, if it can") func scrolling() {
        let lines = (0..<20).map { "line number \($0)" }
        var (old, new) = (Surface(size: Size(columns: 20, rows: 12)), Surface(size: Size(columns: 20, rows: 12)))
        for row in 0..<12 {
            old.put(lines[row], at: Point(column: 0, row: row))
            new.put(lines[row + 1], at: Point(column: 0, row: row))
        }
        #expect(bytes(new, over: old).hasPrefix("^[1;12r^[12;1H\n^[1;12r"))
        #expect(bytes(old, over: new).hasPrefix("^[1;12r^[1;1H^M^[1;12r"))
        #expect(!bytes(new, over: old, []).contains("r"))
    }

    @Test("What the C library counts otherwise becomes a question mark") func unknownWidth() {
        var dialect = dialect()
        dialect = TerminalDialect(abilities: dialect.abilities, reset: dialect.reset) { _ in -1 }
        let old = Surface(size: Size(columns: 10, rows: 1))
        var new = old
        new.put("a日é", at: .zero)
        var writer = ScreenWriter(showing: old, cursor: .zero, dialect: dialect)
        let bytes = writer.bytes(showing: new, cursor: nil, styling: EmulatedTerminal.sequences)
        #expect(String(decoding: bytes, as: UTF8.self) == "a? ?")
    }
}

extension Surface {
    /// The cells, with all that look empty equal.
    fileprivate var seen: [Cell] {
        (0..<size.rows).flatMap { cells(inRow: $0).map { $0.looksEmpty ? .blank : $0 } }
    }

    /// Changes some cells in one of the ways in which frames differ.
    fileprivate mutating func scribble(using generator: inout SeededGenerator) {
        let texts = [
            "text", "日本語", "e\u{301}a\u{308}", "──────────────────", "==============================", "             ", "⠿⡇x ",
        ]
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            let place = bounds.randomPlace(using: &generator)
            switch Int.random(in: 0...5, using: &generator) {
            case 0:
                fill(
                    Rect(origin: place, size: Size(columns: .random(in: 1...30, using: &generator), rows: 2)),
                    style: .random(&generator))
            case 1 where size.rows > 2:
                move(RowShift(rows: place.row / 2..<size.rows, distance: Bool.random(using: &generator) ? 1 : -1))
            default: put(texts.randomElement(using: &generator) ?? "", at: place, style: .random(&generator))
            }
        }
    }
}

extension Rect {
    fileprivate func randomPlace(using generator: inout SeededGenerator) -> Point {
        Point(column: .random(in: columnRange, using: &generator), row: .random(in: rowRange, using: &generator))
    }
}

extension Style {
    fileprivate static func random(_ generator: inout SeededGenerator) -> Style {
        func color() -> Color { Bool.random(using: &generator) ? .default : .palette(.random(in: 0...3, using: &generator)) }
        return Style(
            foreground: color(), background: color(),
            attributes: Attributes(rawValue: [0, 0, 0, 1, 4, 8, 9].randomElement(using: &generator) ?? 0))
    }
}
