import Terminal
import Testing

@Suite("A surface as SVG")
struct SurfaceSVGTests {
    /// Told apart by position, because test logs print arguments as they are.
    static let texts = ["<b>&", "<\u{338}script>\u{338}", "&\u{301}", "\u{1b}[2J"]

    @Test("What a cell holds stays text, with a combining mark too", arguments: texts.indices)
    func hostile(index: Int) {
        var surface = Surface(size: Size(columns: 20, rows: 1))
        surface.put(Self.texts[index], in: surface.bounds, alignment: .leading)
        let lines = surface.svg().split(separator: "\n").filter { $0.hasPrefix("<text") }
        #expect(!lines.isEmpty)
        for line in lines {
            let scalars = line.unicodeScalars
            #expect(scalars.count { $0 == "<" } == 2 && scalars.count { $0 == ">" } == 2, "another element than the text's")
            let entities = ["amp;", "lt;", "gt;"].map { Array($0.unicodeScalars) }
            let parts = scalars.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
            #expect(parts.allSatisfy { part in entities.contains { part.starts(with: $0) } })
            #expect(!scalars.contains("\u{1b}"))
        }
    }

    @Test("A row is no higher than the letters' boxes, so that vertical lines have no gaps")
    func rows() {
        var surface = Surface(size: Size(columns: 3, rows: 2))
        for row in 0..<2 { surface.put("│", in: Rect(column: 0, row: row, columns: 3, rows: 1), alignment: .leading) }
        let svg = surface.svg()
        // DejaVu Sans Mono's box is 1.164 of the font's size.
        #expect(svg.contains("font-size=\"15\"") && svg.contains("height=\"34\"") && 17 <= 15 * 1.164)
    }

    @Test("On a dark background text without a colour is bright, and reversed text dark")
    func dark() {
        var surface = Surface(size: Size(columns: 2, rows: 1))
        surface.put("a", in: surface.bounds, alignment: .leading)
        surface.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1)) { _ in .reverse }
        let (light, dark) = (surface.svg(), surface.svg(isOnDark: true))
        #expect(light.contains("height=\"100%\" fill=\"white\"") && light.contains("fill=\"#1a1a1a\" textLength"))
        #expect(dark.contains("height=\"100%\" fill=\"#1a1a1a\"") && dark.contains("fill=\"#e6e6e6\" textLength"))
    }
}
