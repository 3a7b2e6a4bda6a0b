/// A colour a terminal can show, by name or by its place in the palette of 256.
public enum Color: Hashable, Sendable {
    /// What the terminal's owner chose for text or background.
    case `default`

    /// The eight basic colours, whose exact shade the terminal's owner chooses.
    case black, red, green, yellow, blue, magenta, cyan, white

    /// The eight bright colours.
    case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite

    /// An entry of the xterm palette: 0 to 15 the named ones, 16 to 231 a 6x6x6 cube, 232 to 255 a grey ramp.
    case palette(UInt8)

    /// The sixteen named colours in the order of their palette entries.
    public static let named: [Color] = [
        .black, .red, .green, .yellow, .blue, .magenta, .cyan, .white, .brightBlack, .brightRed, .brightGreen, .brightYellow,
        .brightBlue, .brightMagenta, .brightCyan, .brightWhite,
    ]

    /// The palette entry, 0 to 255; nil for the terminal's default.
    public var paletteIndex: UInt8? {
        switch self {
        case .default: nil
        case .black: 0
        case .red: 1
        case .green: 2
        case .yellow: 3
        case .blue: 4
        case .magenta: 5
        case .cyan: 6
        case .white: 7
        case .brightBlack: 8
        case .brightRed: 9
        case .brightGreen: 10
        case .brightYellow: 11
        case .brightBlue: 12
        case .brightMagenta: 13
        case .brightCyan: 14
        case .brightWhite: 15
        case .palette(let index): index
        }
    }
}
