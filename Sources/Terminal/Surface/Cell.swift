/// One place of a surface: what stands there and how it looks.
public struct Cell: Hashable, Sendable {
    /// All of it in one word, so that surfaces are compared and copied word by word: from the lowest bit the scalar, the mark, whether the
    /// glyph is wide, whether this is its second half, attributes, text colour and background.
    let bits: UInt64

    /// What stands there; a space in the second half of a wide glyph.
    public var glyph: Glyph {
        let scalar = Unicode.Scalar(scalarValue) ?? "\u{FFFD}"
        return Glyph(drawable: scalar, isWide: isWide, mark: markValue == 0 ? nil : Unicode.Scalar(markValue))
    }

    /// The code of the scalar that stands there.
    public var scalarValue: UInt32 { UInt32(truncatingIfNeeded: bits & Self.scalarMask) }

    /// The code of the mark over it; 0 for none.
    public var markValue: UInt32 { UInt32(truncatingIfNeeded: bits >> Self.markShift & Self.markMask) }

    /// How it looks.
    public var style: Style { Style(cellBits: bits) }

    /// Whether this is the second half of the wide glyph in the cell to its left.
    public var isContinuation: Bool { bits & Self.continuationBit != 0 }

    /// A cell that begins a glyph.
    init(_ glyph: Glyph, style: Style) { self.init(glyph.cellBits | style.cellBits) }

    /// The second half of a wide glyph.
    init(continuationIn style: Style) { self.init(Glyph.space.cellBits | style.cellBits | Self.continuationBit) }

    init(_ bits: UInt64) { self.bits = bits }

    /// An empty cell.
    public static let blank = Cell(.space, style: .plain)
}

extension Cell {
    private static let scalarMask: UInt64 = 0x1F_FFFF
    fileprivate static let markShift: UInt64 = 21
    /// No mark is beyond: what Unicode has there, selectors of variants, is not drawable.
    fileprivate static let markMask: UInt64 = 0x3_FFFF
    fileprivate static let wideBit: UInt64 = 1 << 39
    private static let continuationBit: UInt64 = 1 << 40
    fileprivate static let attributesShift: UInt64 = 41
    fileprivate static let foregroundShift: UInt64 = 46
    fileprivate static let backgroundShift: UInt64 = 55
    private static let styleMask: UInt64 = ~0 << 41
    private static let visibleOnSpaces: UInt64 =
        UInt64(Attributes([.underline, .reverse]).rawValue) << attributesShift | ~0 << backgroundShift

    /// Whether this is the first half of a wide glyph.
    public var isWide: Bool { bits & Self.wideBit != 0 }

    /// Whether this is one half of a wide glyph.
    var isHalf: Bool { bits & (Self.wideBit | Self.continuationBit) != 0 }

    /// Whether a space that looks as this cell does cannot be seen: on the terminal's own background, not underlined, not reversed.
    var leavesBlank: Bool { bits & Self.visibleOnSpaces == 0 }

    /// Whether it is an empty place in some style.
    var isSpace: Bool { bits & ~Self.styleMask == UInt64(0x20) }

    /// Whether it looks like another cell, whatever stands there.
    public func looks(like other: Cell) -> Bool { (bits ^ other.bits) & Self.styleMask == 0 }

    /// The same glyph, or the same half of one, in another style.
    func restyled(_ style: Style) -> Cell { Cell(bits & ~Self.styleMask | style.cellBits) }
}

extension Glyph {
    /// The part of a cell's word that says what stands there.
    var cellBits: UInt64 {
        UInt64(scalar.value) | (UInt64(mark?.value ?? 0) & Cell.markMask) << Cell.markShift | (isWide ? Cell.wideBit : 0)
    }
}

extension Style {
    /// The part of a cell's word that says how it looks.
    var cellBits: UInt64 {
        UInt64(attributes.rawValue & 0x1F) << Cell.attributesShift | foreground.cellCode << Cell.foregroundShift
            | background.cellCode << Cell.backgroundShift
    }

    fileprivate init(cellBits bits: UInt64) {
        self.init(
            foreground: Color(cellCode: bits >> Cell.foregroundShift & 0x1FF),
            background: Color(cellCode: bits >> Cell.backgroundShift),
            attributes: Attributes(rawValue: UInt8(bits >> Cell.attributesShift & 0x1F)))
    }
}

extension Color {
    /// The colour as nine bits: 0 for the default, then the named ones, then the palette.
    fileprivate var cellCode: UInt64 {
        switch self {
        case .default: 0
        case .palette(let index): 17 + UInt64(index)
        default: 1 + UInt64(paletteIndex ?? 0)
        }
    }

    fileprivate init(cellCode code: UInt64) {
        switch code {
        case 0: self = .default
        case 1...16: self = Color.named[Int(code - 1)]
        default: self = .palette(UInt8(truncatingIfNeeded: code - 17))
        }
    }
}
