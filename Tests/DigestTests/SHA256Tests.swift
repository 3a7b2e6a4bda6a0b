import Digest
import FoundationEssentials
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "The published vectors of FIPS 180-4 come out",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func publishedVectors(message: String, expected: String) {
        #expect(SHA256.digest(of: message).hexadecimal == expected)
        #expect(SHA256.digest(of: Array(message.utf8)).hexadecimal == expected)
        #expect(SHA256.digest(of: Data(message.utf8)).hexadecimal == expected)
        Array(message.utf8).withUnsafeBytes { #expect(SHA256.digest(of: $0).hexadecimal == expected) }
    }

    @Test("A million times 'a' comes out, however it is cut", arguments: [1, 7, 63, 64, 65, 1_000, 4_096, 1_000_000])
    func millionLetters(pieceSize: Int) {
        let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        var computation = SHA256()
        for start in stride(from: 0, to: message.count, by: pieceSize) {
            computation.update(message[start..<min(start + pieceSize, message.count)])
        }
        #expect(computation.finalize().hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("Bytes that do not lie together give the digest of the same bytes that do")
    func scatteredBytes() {
        let bytes = (0..<1_000).lazy.map { UInt8(truncatingIfNeeded: $0 &* 31) }
        #expect(SHA256.digest(of: bytes) == SHA256.digest(of: Array(bytes)))
        #expect(SHA256.digest(of: bytes.reversed()) != SHA256.digest(of: bytes))
    }

    @Test("A computation that is dropped half way leaves the next one alone")
    func abandonedComputation() {
        for _ in 0..<1_000 {
            var abandoned = SHA256()
            abandoned.update([1, 2, 3])
        }
        #expect(SHA256.digest(of: "abc").hexadecimal.hasPrefix("ba7816bf"))
    }
}
