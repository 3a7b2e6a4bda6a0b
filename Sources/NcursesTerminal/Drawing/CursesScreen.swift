import CNcurses
import Terminal

/// Draws what differs between surfaces on the curses screen.
struct CursesScreen {
    private var shown: Surface
    private var pairs: ColorPairs
    private var glyphs: [bf_glyph] = []

    /// The open and empty curses screen.
    init(size: Size) {
        var (colors, pairLimit): (Int32, Int32) = (0, 0)
        bf_screen_color_limits(&colors, &pairLimit)
        shown = Surface(size: size)
        pairs = ColorPairs(colorCount: Int(colors), pairCount: Int(pairLimit))
    }

    /// Draws a surface, and puts the hardware cursor on a cell or hides it.
    mutating func show(_ surface: Surface, cursor: Point?) {
        if surface.size != shown.size {
            bf_screen_erase()
            shown = Surface(size: surface.size)
        }
        if let shift = surface.shift(since: shown) {
            bf_screen_scroll(Int32(shift.rows.lowerBound), Int32(shift.rows.upperBound), Int32(shift.distance))
            shown.move(shift)
        }
        let changes = surface.changes(since: shown)
        for run in changes { put(run, of: surface) }
        let first = changes.first?.row ?? 0
        bf_screen_move_lines(changes.last.map { $0.row - first + 1 >= Surface.fewestMoved } ?? false)
        shown = surface
        bf_screen_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
    }

    /// Forgets what is shown, after the curses screen was emptied for another size.
    mutating func resize(to size: Size) {
        bf_screen_erase()
        shown = Surface(size: size)
    }

    private mutating func put(_ run: CellRun, of surface: Surface) {
        let cells = surface.cells(inRow: run.row)
        glyphs.removeAll(keepingCapacity: true)
        var (styled, look) = (Cell.blank, bf_glyph())
        for cell in cells[(cells.startIndex + run.columns.lowerBound)..<(cells.startIndex + run.columns.upperBound)]
        where !cell.isContinuation {
            // Neighbours mostly look alike.
            if glyphs.isEmpty || !cell.looks(like: styled) { (styled, look) = (cell, self.look(of: cell.style)) }
            (look.scalar, look.mark, look.columns) = (cell.scalarValue, cell.markValue, cell.isWide ? 2 : 1)
            glyphs.append(look)
        }
        bf_screen_put(Int32(clamping: run.row), Int32(clamping: run.columns.lowerBound), glyphs, Int32(clamping: glyphs.count))
    }

    /// A glyph without a scalar that looks as a style says.
    private mutating func look(of style: Style) -> bf_glyph {
        let (pair, definition) = pairs.number(for: style)
        if let definition { bf_screen_define_pair(definition.pair, definition.foreground, definition.background) }
        var attributes = style.attributes
        if pairs.needsBold(style) { attributes.insert(.bold) }
        return bf_glyph(scalar: 0, mark: 0, pair: pair, attributes: attributes.cursesBits, columns: 1)
    }
}

extension Attributes {
    /// The bits that stand for the attributes on the curses side.
    var cursesBits: UInt8 {
        func bit(_ attribute: Attributes, _ value: Int) -> Int { contains(attribute) ? value : 0 }
        return UInt8(
            bit(.bold, BF_BOLD) | bit(.dim, BF_DIM) | bit(.underline, BF_UNDERLINE) | bit(.reverse, BF_REVERSE)
                | bit(.italic, BF_ITALIC))
    }
}
