import DesignSpace
import HardwareModel
import Terminal

/// What a piece of text is for; the theme turns it into colours and attributes.
enum Role: Hashable, Sendable {
    case plain
    case quiet
    case strong
    case key
    case tab(isOpen: Bool)
    case heading
    case mistake
    case frontier
    case published
    case measured
    case group(ComponentGroup)
    case point(series: Int, source: Accuracy.Source, isBaseline: Bool)
}

/// The colours and attributes of a terminal's tier; no meaning is carried by colour alone.
struct Theme: Hashable, Sendable {
    let colors: ColorDepth

    func style(_ role: Role) -> Style {
        switch role {
        case .plain: .plain
        case .quiet: .dim
        case .strong, .key, .published: .bold
        case .tab(let isOpen): isOpen ? .reverse : .plain
        case .heading: Style(attributes: [.bold, .underline])
        case .mistake: Style(foreground: color(.red, 167), attributes: .bold)
        case .frontier: Style(foreground: color(.yellow, 136))
        case .measured: Style(attributes: [.bold, .underline])
        case .group(let group): Style(foreground: color(of: group))
        case .point(let series, let source, let isBaseline): style(ofPointIn: series, source, isBaseline)
        }
    }

    /// As the paper's Fig. 4: the baseline in the default colour, the networks blue, red and green; measured points underlined.
    private func style(ofPointIn series: Int, _ source: Accuracy.Source, _ isBaseline: Bool) -> Style {
        let colors: [Color] = [
            color(.brightBlue, 33), color(.red, 167), color(.green, 35), color(.magenta, 133), color(.cyan, 37),
            color(.yellow, 172),
        ]
        let style = Style(foreground: isBaseline ? .default : colors[series % colors.count])
        return style.adding(source == .published ? (isBaseline ? .bold : []) : [.bold, .underline])
    }

    private func color(of group: ComponentGroup) -> Color {
        switch group {
        case .buffer: color(.brightBlue, 33)
        case .weightBlock: color(.red, 167)
        case .adderTree: color(.green, 35)
        case .registers: color(.yellow, 172)
        case .control: color(.magenta, 133)
        }
    }

    private func color(_ named: Color, _ index: UInt8) -> Color {
        switch colors {
        case .monochrome: .default
        case .ansi16: named
        case .palette256: .palette(index)
        }
    }
}
