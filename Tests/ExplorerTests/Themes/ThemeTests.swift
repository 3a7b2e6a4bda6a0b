import DesignSpace
import HardwareModel
import Terminal
import Testing

@testable import Explorer

@Suite("Themes")
struct ThemeTests {
    private static func contrast(_ color: Color, against background: Double) -> Double {
        guard let (red, green, blue) = color.components else { return 21 }
        func linear(_ value: Int) -> Double {
            let share = Double(value) / 255
            // A square is near enough to sRGB's curve for a bound.
            return share * share
        }
        let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        return (max(luminance, background) + 0.05) / (min(luminance, background) + 0.05)
    }

    private static func colors(of name: ThemeName, _ depth: ColorDepth) -> [Color] {
        let theme = Theme(name, colors: depth)
        let points = (0..<6).map { theme.style(.point(series: $0, source: .published, isBaseline: false)).foreground }
        return points + [Role.frontier, .cloud, .mistake].map { theme.style($0).foreground }
    }

    @Test("Colours stand out from the background they are for", arguments: ThemeName.allCases)
    func contrast(name: ThemeName) {
        for color in Self.colors(of: name, .palette256) {
            if name != .dark && name != .colorblind { #expect(Self.contrast(color, against: 1) >= 2.5, "\(color) on white") }
            if name != .light { #expect(Self.contrast(color, against: 0) >= 3, "\(color) on black") }
        }
    }

    @Test("Networks differ from each other in every theme and depth of colour", arguments: ThemeName.allCases)
    func different(name: ThemeName) {
        for depth in [ColorDepth.ansi16, .palette256] {
            let networks = Self.colors(of: name, depth).prefix(6)
            #expect(Set(networks).count == networks.count)
        }
        #expect(Set(Self.colors(of: name, .monochrome)) == [.default])
    }

    @Test("A theme changes colours and nothing else, and T goes through all of them")
    func turning() throws {
        var state = try Fixture.state()
        let text = state.text
        var seen: [ThemeName] = []
        for _ in ThemeName.allCases {
            seen.append(state.theme)
            #expect(
                state.lines.dropLast(2)
                    == text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(2))
            try state.press("T")
        }
        #expect(seen == ThemeName.allCases && state.theme == .standard)
    }

    @Test("For colour-blind eyes no two of the first networks are red and green", arguments: 0..<3)
    func noRedBesideGreen(series: Int) throws {
        let theme = Theme(.colorblind, colors: .palette256)
        let components = try #require(
            theme.style(.point(series: series, source: .published, isBaseline: false)).foreground.components)
        // Vermilion is the only one without blue; bluish green and blue both have it, at different lightness.
        #expect((components.blue == 0) == (series == 1))
    }
}
