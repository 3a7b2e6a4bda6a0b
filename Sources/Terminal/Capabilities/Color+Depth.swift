extension Color {
    /// The colour, or the nearest one a terminal of this depth has.
    public func limited(to depth: ColorDepth) -> Color {
        switch depth {
        case .palette256: self
        case .ansi16: nearestNamed
        case .monochrome: .default
        }
    }

    private var nearestNamed: Color {
        guard case .palette(let index) = self else { return self }
        if index < 16 { return Color.named[Int(index)] }
        return Color.nearestNamed(to: Color.components(ofPaletteEntry: Int(index)))
    }

    /// Red, green and blue, each 0 to 255, of an entry of the cube or the grey ramp.
    private static func components(ofPaletteEntry index: Int) -> [Int] {
        if index >= 232 { return Array(repeating: 8 + 10 * (index - 232), count: 3) }
        let steps = [0, 95, 135, 175, 215, 255]
        return [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map { steps[$0] }
    }

    /// The named colour by hue and brightness; measuring distances instead would turn most of the muted cube grey.
    private static func nearestNamed(to components: [Int]) -> Color {
        let brightest = components.max() ?? 0
        let darkest = components.min() ?? 0
        if brightest - darkest < 48 {
            return brightest < 48 ? .black : brightest < 150 ? .brightBlack : brightest < 230 ? .white : .brightWhite
        }
        let threshold = (brightest + darkest) / 2
        let bits = components.enumerated().reduce(0) { $0 | ($1.element > threshold ? 1 << $1.offset : 0) }
        return Color.named[brightest > 215 ? bits + 8 : bits]
    }
}
