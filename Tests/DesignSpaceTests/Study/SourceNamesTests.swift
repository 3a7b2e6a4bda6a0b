import Testing

@testable import DesignSpace

@Suite("Names of sources in a column")
struct SourceNamesTests {
    @Test(
        "Names that differ are told apart in sixteen characters, wherever they differ",
        arguments: [
            ["lab A", "lab B"], ["our group in Zurich, first try", "our group in Zurich, second try"],
            [
                "Laboratory of Precise Networks, first series of 2026", "Laboratory of Precise Networks, second series of 2026",
                "Laboratory of Precise Networks, third series of 2026",
            ],
        ])
    func distinct(names: [String]) {
        let sources = SourceNames(names)
        let short = names.map(sources.short)
        #expect(Set(short).count == names.count && short.allSatisfy { $0.count <= SourceNames.longest }, "\(short)")
        for (name, short) in zip(names, short) where name != short { #expect(short.contains("…")) }
    }
}
