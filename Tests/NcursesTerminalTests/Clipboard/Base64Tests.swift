import Testing

@testable import NcursesTerminal

@Suite("Base 64")
struct Base64Tests {
    @Test(
        "Texts are encoded as in RFC 4648, section 10",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(plain: String, encoded: String) { #expect(Base64.encoded(plain.utf8) == encoded) }
}
