import Terminal

/// The numbers under which curses keeps combinations of text and background colour, given out as they are first needed.
struct ColorPairs: Sendable {
    /// A combination that curses has to be told of.
    struct Definition: Hashable, Sendable {
        /// The number, 1 or greater.
        let pair: Int32

        /// curses' number of the text colour; -1 for the terminal's default.
        let foreground: Int32

        /// curses' number of the background colour; -1 for the terminal's default.
        let background: Int32
    }

    private struct Combination: Hashable {
        let foreground: Color
        let background: Color
    }

    private let colorCount: Int
    private let pairCount: Int
    private var numbers: [Combination: Int32] = [:]

    /// No pairs yet, on a terminal with so many colours and numbers; both 0 if it has no colours.
    init(colorCount: Int, pairCount: Int) {
        self.colorCount = colorCount
        self.pairCount = pairCount
    }

    /// The number of a style's colours, and what curses has to be told before it is used for the first time.
    ///
    /// Where there are no colours, or no more numbers, it is 0: the terminal's own colours.
    mutating func number(for style: Style) -> (pair: Int32, definition: Definition?) {
        let combination = Combination(foreground: style.foreground, background: style.background)
        if combination == Combination(foreground: .default, background: .default) { return (0, nil) }
        if let known = numbers[combination] { return (known, nil) }
        let next = numbers.count + 1
        guard colorCount >= 8, next < pairCount else { return (0, nil) }
        let pair = Int32(clamping: next)
        numbers[combination] = pair
        let colors = colors(of: style)
        return (pair, Definition(pair: pair, foreground: colors.foreground, background: colors.background))
    }

    /// curses' numbers of a style's colours; -1 for the terminal's default, and where there are no colours.
    func colors(of style: Style) -> (foreground: Int32, background: Int32) {
        guard colorCount >= 8 else { return (-1, -1) }
        return (number(of: style.foreground), number(of: style.background))
    }

    /// Whether a style's text colour is a bright one that the terminal can only show as bold.
    func needsBold(_ style: Style) -> Bool {
        guard let index = style.foreground.paletteIndex else { return false }
        return colorCount >= 8 && colorCount < 16 && (8..<16).contains(index)
    }

    private func number(of color: Color) -> Int32 {
        guard let index = color.paletteIndex else { return -1 }
        return Int32(colorCount < 16 ? index % 8 : index)
    }
}
