import DesignSpace
import Precision
import Testing

@Suite("Design points by name")
struct PointReferenceTests {
    @Test(
        "A name reads as the point and back",
        arguments: ["lenet/float32", "alex++/pow2", "alex/fixed4@layer", "alex+/fixed:12,12", "my-net/binary:8@layer"])
    func roundTrip(name: String) throws {
        #expect(try PointReference(parsing: name).name == name)
    }

    @Test("The paper's radix policy needs no saying")
    func global() throws {
        #expect(try PointReference(parsing: "alex/fixed4@global") == PointReference(parsing: "alex/fixed4"))
    }

    @Test(
        "What is not NETWORK/PRECISION is refused with an example",
        arguments: ["", "alex", "/fixed8", "alex/fixed8@", "alex/fixed8@row", "alex/fixed8@layer@layer"])
    func malformed(text: String) {
        #expect(throws: DesignSpaceError.malformedPoint(text)) { try PointReference(parsing: text) }
        #expect(DesignSpaceError.malformedPoint(text).description.contains("alex++/pow2"))
    }

    @Test("A precision that cannot be had is refused in the precision's words")
    func precision() {
        #expect(throws: DesignSpaceError.precision(.unknownName("fixed7"))) { try PointReference(parsing: "alex/fixed7") }
    }
}
