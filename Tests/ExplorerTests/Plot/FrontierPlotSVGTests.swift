import DesignSpace
import Explorer
import Precision
import Testing

@Suite("The plot as SVG")
struct FrontierPlotSVGTests {
    /// Whether every element that opens closes, and every ampersand begins one of XML's four entities that are used.
    private func isWellFormed(_ svg: String) -> Bool {
        var open: [Substring] = []
        for part in svg.split(separator: "<").dropFirst(svg.hasPrefix("<") ? 0 : 1) {
            guard let end = part.firstIndex(of: ">") else { return false }
            let tag = part[..<end]
            if part[part.index(after: end)...].contains(">") { return false }
            if tag.hasPrefix("/") {
                guard open.popLast() == tag.dropFirst() else { return false }
            } else if !tag.hasSuffix("/"), let name = tag.split(separator: " ").first {
                open.append(name)
            }
        }
        let entities = ["amp;", "lt;", "gt;", "quot;"]
        return open.isEmpty && svg.split(separator: "&").dropFirst().allSatisfy { part in entities.contains { part.hasPrefix($0) } }
    }

    @Test("It is well-formed and has a circle and a name for every point")
    func wellFormed() throws {
        let svg = FrontierPlot(try Fixture.rows()).svg(title: "CIFAR-10 <Table V> & co")
        #expect(isWellFormed(svg))
        #expect(svg.split(separator: "\n").count { $0.contains("r=\"4.5\"") } == 14)
        for label in [">f32<", ">p2<", ">16<", ">1<", "CIFAR-10 &lt;Table V&gt; &amp; co", "<polyline", "energy µJ/image (log)"] {
            #expect(svg.contains(label))
        }
    }

    /// Told apart by position, because test logs print arguments as they are.
    static let titles = ["</text><script>", "\u{1b}[31m\u{0}\"", "a\u{202e}b\n", "]]>&amp;"]

    @Test("A hostile title stays text", arguments: titles.indices)
    func hostile(index: Int) throws {
        let title = Self.titles[index]
        let study = try Fixture.study(title: title, points: [(.float32, 80), (.fixed8, 79)])
        let svg = FrontierPlot(study.rows).svg(title: title)
        #expect(isWellFormed(svg))
        #expect(!svg.contains("<script>") && !svg.contains("\u{1b}") && !svg.contains("\u{202e}"))
    }

    @Test("No points, one point and any size make an image", arguments: [0, 1, 2], [-5, 0, 300, 1_000_000])
    func anySize(count: Int, size: Int) throws {
        #expect(isWellFormed(FrontierPlot(Array(try Fixture.rows().prefix(count))).svg(width: size, height: size)))
    }
}
