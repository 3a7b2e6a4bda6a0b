import Digest
import Testing

@Suite("A SHA-256 digest")
struct SHA256DigestTests {
    private let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test("Hexadecimal text of either case is read and written back in lower case")
    func hexadecimalRoundTrip() {
        #expect(SHA256Digest(hexadecimal: text)?.hexadecimal == text)
        #expect(SHA256Digest(hexadecimal: text.uppercased())?.description == text)
        #expect(SHA256Digest(hexadecimal: text) == SHA256.digest(of: "abc"))
    }

    @Test(
        "Anything but 64 hexadecimal digits is refused",
        arguments: [
            "", "ba78", String(repeating: "0", count: 63), String(repeating: "0", count: 65), String(repeating: "g", count: 64),
            String(repeating: "é", count: 32), "0x" + String(repeating: "0", count: 62), " " + String(repeating: "0", count: 63),
        ])
    func malformedText(text: String) {
        #expect(SHA256Digest(hexadecimal: text) == nil)
    }

    @Test("Exactly 32 bytes make a digest", arguments: [0, 31, 32, 33])
    func byteCount(count: Int) {
        #expect((SHA256Digest(bytes: [UInt8](repeating: 7, count: count)) != nil) == (count == SHA256Digest.byteCount))
    }

    @Test("A digest is told to be written as its own digits and as no others")
    func written() throws {
        let digest = SHA256.digest(of: "abc")
        #expect(digest.isWritten(as: digest.hexadecimal))
        #expect(!digest.isWritten(as: digest.hexadecimal.uppercased()))
        #expect(!digest.isWritten(as: String(digest.hexadecimal.dropLast())))
        #expect(!digest.isWritten(as: SHA256.digest(of: "abd").hexadecimal))
        #expect(!digest.isWritten(as: String(repeating: "é", count: 32)))
    }
}
