import DesignSpace
import Testing

@Suite("A value that no row has")
struct AbsentValueTests {
    private func text(_ filter: String) throws -> String? {
        try Filter(filter).absentValue(among: CompactRows(PaperStudy.rows()))?.text()
    }

    @Test(
        "It is named beside those that there are",
        arguments: [
            ("data=CIFAR-11", "no data set is called cifar-11: "), ("net=alx", "no network is called alx: "),
            ("acc>80 data=cifr", "no data set is called cifr: "),
            ("net=alex or prec~fixed12", "no precision is called fixed12: float32, fixed32, "),
            ("source=measured", "no point has the source measured now; there are: published"),
            ("state=running", "no point has the state running now"), ("prec~float64", "no precision is called float64: "),
        ])
    func named(filter: String, beginning: String) throws {
        let text = try #require(try text(filter))
        #expect(text.hasPrefix(beginning), "\(text)")
    }

    @Test("Those that begin as what was asked for come first")
    func nearest() throws {
        let rows = CompactRows(try PaperStudy.rows())
        let text = try #require(try Filter("net=al").absentValue(among: rows)?.text())
        #expect(text.contains(": alex, alex+, alex++, lenet"), "\(text)")
    }

    @Test("Of origins, which are sentences, three are told and the others counted")
    func origins() throws {
        let text = try #require(try text("origin=nobody"))
        #expect(text.contains("no origin is called nobody: Table"))
        #expect(text.hasSuffix(" and 1 more"), "\(text)")
    }

    @Test(
        "A value that some row has, a number, and what is not to be equal are none",
        arguments: ["net=alex", "net!=alx", "acc>99.9", "not net=alx", "net~le"])
    func none(filter: String) throws {
        #expect(try text(filter) == nil)
    }
}
