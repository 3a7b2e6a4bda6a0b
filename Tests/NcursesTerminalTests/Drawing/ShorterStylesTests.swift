import CNcurses
import TestSupport
import Testing

@Suite("Changes of style in what is sent to a terminal")
struct ShorterStylesTests {
    private static func shortened(_ text: String) -> String {
        var bytes = text.utf8.map { CChar(bitPattern: $0) }
        let count = bytes.withUnsafeMutableBufferPointer { bf_shorten_styles($0.baseAddress, $0.count) }
        return String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    @Test(
        "One that the next undoes is left out, two in a row become one, and all else stays",
        arguments: [
            ("a\u{1B}[39m\u{1B}[mb", "a\u{1B}[mb"), ("\u{1B}[39;49m\u{1B}[0;4;7mx", "\u{1B}[0;4;7mx"),
            ("\u{1B}[0;4m\u{1B}[38;5;33mAp2*", "\u{1B}[0;4;38;5;33mAp2*"), ("\u{1B}[1m\u{1B}[2m\u{1B}[mz", "\u{1B}[1;2m\u{1B}[mz"),
            ("\u{1B}[m\u{1B}[1mb", "\u{1B}[m\u{1B}[1mb"), ("\u{1B}[31m text \u{1B}[m", "\u{1B}[31m text \u{1B}[m"),
            ("\u{1B}[31m\u{1B}[2;5H\u{1B}[m", "\u{1B}[31m\u{1B}[2;5H\u{1B}[m"), ("\u{1B}[?25l\u{1B}[m", "\u{1B}[?25l\u{1B}[m"),
            ("\u{1B}[31", "\u{1B}[31"), ("\u{1B}", "\u{1B}"), ("", ""), ("\u{1B}[31m\u{1B}", "\u{1B}[31m\u{1B}"),
            ("║\u{1B}[39m\u{1B}[0m═", "║\u{1B}[0m═"), ("\u{1B}[ma\u{1B}[0;4mb\u{1B}[mc\u{1B}[0md", "\u{1B}[ma\u{1B}[4mb\u{1B}[mcd"),
            ("\u{1B}[m\u{1B}[38:5:33mA\u{1B}[m b", "\u{1B}[m\u{1B}[38:5:33mA\u{1B}[m b"),
            ("\u{1B}[ma\u{1B}[>4mb\u{1B}[mc", "\u{1B}[ma\u{1B}[>4mb\u{1B}[mc"),
            ("\u{1B}[ma\u{1B}(0b\u{1B}[mc", "\u{1B}[ma\u{1B}(0b\u{1B}[mc"),
            ("\u{1B}[ma\u{1B}[3;4Hb\u{1B}[mc", "\u{1B}[ma\u{1B}[3;4Hbc"),
            ("\u{1B}[m \u{1B}[0;4m\u{1B}[31mb\u{1B}[0;1mc", "\u{1B}[m \u{1B}[4;31mb\u{1B}[0;1mc"),
        ])
    func shorter(text: String, expected: String) {
        #expect(Self.shortened(text) == expected)
    }

    /// What a terminal makes of a text: each character with the attributes it has by then.
    private static func drawn(_ text: String) -> [String] {
        var attributes: [String] = []
        var cells: [String] = []
        var rest = Substring(text)
        while let first = rest.first {
            guard first == "\u{1B}", let end = rest.firstIndex(of: "m") else {
                cells.append("\(first) \(attributes)")
                rest = rest.dropFirst()
                continue
            }
            let figures = rest[..<end].dropFirst(2).split(separator: ";", omittingEmptySubsequences: false)
            for figure in figures {
                if figure.isEmpty || figure == "0" { attributes = [] } else { attributes.append(String(figure)) }
            }
            rest = rest[rest.index(after: end)...]
        }
        return cells
    }

    @Test("Whatever is sent, every character keeps its style", arguments: 0..<200)
    func random(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let pieces = ["\u{1B}[m", "\u{1B}[0;1m", "\u{1B}[31m", "\u{1B}[1;4m", "\u{1B}[38;5;33m", "\u{1B}[38:5:7m", "a", "═", "  "]
        let text = (0..<30).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
        #expect(Self.drawn(Self.shortened(text)) == Self.drawn(text))
        #expect(Self.shortened(text).utf8.count <= text.utf8.count)
    }
}
