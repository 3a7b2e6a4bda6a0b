import Terminal

/// The colours of a theme, each as an entry of the palette of 256 and as the named one that stands for it where there are 16.
struct Palette: Hashable, Sendable {
    /// A colour in both depths.
    struct Shade: Hashable, Sendable {
        let index: UInt8
        let named: Color

        init(_ index: UInt8, _ named: Color) {
            self.index = index
            self.named = named
        }
    }

    /// Networks and groups of components, in their order.
    let series: [Shade]
    let frontier: Shade
    let cloud: Shade
    let mistake: Shade

    static func named(_ name: ThemeName) -> Palette {
        switch name {
        case .standard: standard
        case .light: light
        case .dark: dark
        case .colorblind: colorblind
        }
    }

    /// As the paper's Fig. 4 begins: blue, red, green.
    private static let standard = Palette(
        series: [
            Shade(33, .brightBlue), Shade(167, .red), Shade(35, .green), Shade(172, .yellow), Shade(133, .magenta),
            Shade(31, .cyan),
        ], frontier: Shade(136, .yellow), cloud: Shade(67, .cyan), mistake: Shade(167, .red))

    private static let light = Palette(
        series: [
            Shade(25, .blue), Shade(124, .red), Shade(28, .green), Shade(130, .yellow), Shade(90, .magenta), Shade(30, .cyan),
        ], frontier: Shade(94, .yellow), cloud: Shade(60, .cyan), mistake: Shade(160, .red))

    private static let dark = Palette(
        series: [
            Shade(75, .brightBlue), Shade(210, .brightRed), Shade(114, .brightGreen), Shade(221, .brightYellow),
            Shade(176, .brightMagenta), Shade(80, .brightCyan),
        ], frontier: Shade(179, .brightYellow), cloud: Shade(110, .brightCyan), mistake: Shade(203, .brightRed))

    /// Blue, vermilion, bluish green, orange, reddish purple and sky blue of Okabe and Ito, by their nearest entries.
    private static let colorblind = Palette(
        series: [
            Shade(32, .brightBlue), Shade(166, .yellow), Shade(36, .cyan), Shade(214, .brightYellow), Shade(175, .brightMagenta),
            Shade(74, .brightCyan),
        ], frontier: Shade(178, .brightYellow), cloud: Shade(67, .cyan), mistake: Shade(166, .brightYellow))
}
