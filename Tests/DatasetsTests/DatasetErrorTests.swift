import Testing

@testable import Datasets

@Suite("Errors about data sets")
struct DatasetErrorTests {
    @Test("A hostile file name cannot drive the terminal")
    func controlCharacters() {
        let error = DatasetError.trailingBytes(file: "a\u{1b}[2J\u{7}\u{9b}\u{202e}\nb", offset: 7)
        #expect(error.description.hasPrefix("'a\\u{1b}[2J\\u{7}\\u{9b}\\u{202e}\\u{a}b' should end at byte 7"))
    }

    @Test("A wrong beginning is shown as it would be in a hex dump")
    func magic() {
        let error = DatasetError.wrongMagic(file: "f", found: 0x801, expected: 0x803, format: "file of images")
        #expect(error.description.contains("found 0x00000801, expected 0x00000803"))
    }
}
