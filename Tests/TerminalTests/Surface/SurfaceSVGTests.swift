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
}
