extension Color {
    /// Red, green and blue, 0 to 255 each; nil for the terminal's default, whose shade is not known.
    ///
    /// The sixteen named colours are xterm's; their owner may have chosen others.
    public var components: (red: Int, green: Int, blue: Int)? {
        guard let index = paletteIndex.map(Int.init) else { return nil }
        if index >= 232 {
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
        if index >= 16 {
            let steps = [0, 95, 135, 175, 215, 255]
            return (steps[(index - 16) / 36], steps[(index - 16) / 6 % 6], steps[(index - 16) % 6])
        }
        return Self.namedComponents[index]
    }

    private static let namedComponents: [(red: Int, green: Int, blue: Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
        (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
}
