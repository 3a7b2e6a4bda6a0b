import DesignSpace
import HardwareModel
import Terminal

/// The colours and attributes of a theme on a terminal's tier; no meaning is carried by colour alone.
struct Theme: Hashable, Sendable {
    private let palette: Palette
    private let colors: ColorDepth

    init(_ name: ThemeName = .standard, colors: ColorDepth) {
        palette = Palette.named(name)
        self.colors = colors
    }

    func style(_ role: Role) -> Style {
        switch role {
        case .plain: .plain
        case .quiet: .dim
        case .strong, .key, .published: .bold
        case .tab(let isOpen): isOpen ? .reverse : .plain
        case .heading: Style(attributes: [.bold, .underline])
        case .mistake: Style(foreground: color(palette.mistake), attributes: .bold)
        case .frontier: Style(foreground: color(palette.frontier))
        case .cloud: Style(foreground: color(palette.cloud))
        case .measured: Style(attributes: .underline)
        case .group(let group): Style(foreground: color(palette.series[group.place % palette.series.count]))
        case .point(let series, let source, let isBaseline): style(ofPointIn: series, source, isBaseline)
        }
    }

    /// The baseline in the default colour, each network in its own; points that are not published underlined.
    private func style(ofPointIn series: Int, _ source: Accuracy.Source, _ isBaseline: Bool) -> Style {
        let style = Style(foreground: isBaseline ? .default : color(palette.series[series % palette.series.count]))
        return style.adding(source == .published ? (isBaseline ? .bold : []) : .underline)
    }

    private func color(_ shade: Palette.Shade) -> Color {
        switch colors {
        case .monochrome: .default
        case .ansi16: shade.named
        case .palette256: .palette(shade.index)
        }
    }
}

extension ComponentGroup {
    /// Its position among the groups.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
