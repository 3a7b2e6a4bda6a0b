import Terminal
import Testing

@Suite("Character widths") struct CharacterWidthTests {
    @Test("Letters, lines and blocks take one column", arguments: " aZ~éßµ±²·×Δж─═╝█▓▁⣿→▸…◌␛" as String) func narrow(
        character: Character
    ) { #expect(character.unicodeScalars.map(CharacterWidth.of) == [.narrow]) }

    @Test("East Asian letters and emoji take two columns", arguments: "日本語한ｗ　😀🚀⌚𠀀" as String) func wide(character: Character) {
        #expect(character.unicodeScalars.map(CharacterWidth.of) == [.wide])
    }

    @Test("Marks join what is before them", arguments: [0x300, 0x301, 0x20DD, 0x5B0, 0x302A] as [UInt32]) func combining(
        value: UInt32
    ) throws { #expect(CharacterWidth.of(try #require(Unicode.Scalar(value))) == .combining) }

    @Test("Neither C0 nor C1 controls nor DEL can be drawn", arguments: Array(0...0x1F) + Array(0x7F...0x9F) as [UInt32])
    func controls(value: UInt32) throws { #expect(CharacterWidth.of(try #require(Unicode.Scalar(value))) == .undrawable) }

    @Test(
        "Direction, joining, zero width, line separators, variation selectors, tags, private and unassigned cannot be drawn",
        arguments: [
            0xAD, 0x61C, 0x200B, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFE0F, 0xFEFF,
            0xFFF9, 0xFFFF, 0x1160, 0x3164, 0xE000, 0xE0001, 0xE0100, 0x10FFFF,
        ] as [UInt32]) func invisible(value: UInt32) throws
    { #expect(CharacterWidth.of(try #require(Unicode.Scalar(value))) == .undrawable) }

    @Test("No control or format character of Unicode can be drawn") func everyControl() {
        let drawable = (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init).filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
                CharacterWidth.of(scalar) != .undrawable
            default: scalar.properties.isDefaultIgnorableCodePoint && CharacterWidth.of(scalar) != .undrawable
            }
        }
        #expect(Array(drawable) == [])
    }
}
