import Terminal
import TestSupport
import Testing

@Suite("Text cut and filled") struct StringColumnsTests {
    @Test(
        "Text is cut with an ellipsis only where it is too long",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("日本語", 6, "日本語"),
            ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("a\u{1b}b", 2, "a…"), ("", 3, ""), ("ab", -1, ""),
        ]) func truncated(text: String, columns: Int, expected: String)
    { #expect(text.truncated(toColumns: columns) == expected) }

    @Test(
        "Text is filled to a width on the side it is not aligned to",
        arguments: [(TextAlignment.leading, "ab   "), (.center, " ab  "), (.trailing, "   ab")]) func fitted(
            alignment: TextAlignment, expected: String
        )
    { #expect("ab".fitted(toColumns: 5, alignment: alignment) == expected) }

    @Test("Fitted text has the width asked for, whatever it holds", arguments: 1...30 as ClosedRange<UInt64>) func exact(
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let text = HostileText.random(&generator)
        for columns in 0...30 {
            #expect(text.fitted(toColumns: columns).displayColumns == columns)
            #expect(text.truncated(toColumns: columns).displayColumns <= columns)
        }
    }
}
