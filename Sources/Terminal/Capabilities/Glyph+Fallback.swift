extension Glyph {
    /// The glyph, or what stands for it where a terminal can draw only `set`; a wide glyph that is replaced becomes narrow.
    public func limited(to set: GlyphSet) -> Glyph {
        switch set {
        case .braille: self
        case .block: isInBlockSet ? self : blockFallback
        case .ascii: isASCII ? self : Glyph(drawable: asciiFallback)
        }
    }

    private var isASCII: Bool { scalar.isASCII && mark == nil }

    /// The Linux console draws 256 or 512 glyphs: Latin letters and the shapes of the old PC character set.
    private var isInBlockSet: Bool {
        guard mark == nil, !isWide else { return false }
        switch scalar.value {
        case 0x20...0x17F, 0x2500...0x257F: return true
        default: return "▀▄▌▐█▓▒░←↑→↓≤≥≈√°·•–—‘’“”…■".unicodeScalars.contains(scalar)
        }
    }

    private var blockFallback: Glyph {
        switch scalar {
        case "▁", "▂", "▃": Glyph(drawable: "▄")
        case "▅", "▆", "▇", "▉", "▊", "▋": Glyph(drawable: "█")
        case "▍", "▎", "▏": Glyph(drawable: "▌")
        case "\u{2801}"..."\u{28FF}": Glyph(drawable: "·")
        default: Glyph(drawable: asciiFallback)
        }
    }

    /// One ASCII character that resembles the scalar; `?` if none does.
    private var asciiFallback: Unicode.Scalar {
        if scalar.isASCII { return scalar }
        if let resembling = Glyph.asciiResemblances[scalar] { return resembling }
        switch scalar.value {
        case 0x2500...0x257F: return asciiLine
        case 0x2800...0x28FF: return asciiDots
        default: return "?"
        }
    }

    private var asciiLine: Unicode.Scalar {
        switch scalar {
        case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "╴", "╶", "╸", "╺", "╼", "╾": "-"
        case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
        case "═": "="
        case "╱": "/"
        case "╲": "\\"
        default: "+"
        }
    }

    private var asciiDots: Unicode.Scalar {
        switch (scalar.value - 0x2800).nonzeroBitCount {
        case 0: " "
        case 1, 2: "."
        case 3...5: ":"
        default: "#"
        }
    }
}
