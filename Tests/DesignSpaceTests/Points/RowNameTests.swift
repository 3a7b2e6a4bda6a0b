import DesignSpace
import Testing

@Suite("Names of rows")
struct RowNameTests {
    @Test(
        "A name reads as what it writes",
        arguments: [
            "alex/fixed8", "alex/fixed8@layer measured strong", "alex/pow2 imported our lab", "alex/pow2 published #2",
            "alex/pow2 unknown", "alex/pow2 imported lab #3 #1",
        ])
    func roundTrip(text: String) throws {
        #expect(try RowName(text).text == text)
    }

    @Test("A name says point, source, detail and place")
    func parts() throws {
        let name = try RowName("  alex/fixed8@layer   imported  our  lab #2 ")
        #expect(name.reference.name == "alex/fixed8@layer" && name.kind == .source(.imported))
        #expect(name.detail == "our lab" && name.ordinal == 2)
        #expect(throws: DesignSpaceError.self) { try RowName("measured") }
    }
}
