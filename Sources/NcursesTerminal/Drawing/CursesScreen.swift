import CNcurses
import Terminal

/// Draws what differs between surfaces on the terminal: on one that has the usual sequences by a writer of its own, to which curses
/// leaves an empty screen, on others by curses.
struct CursesScreen {
    /// What curses has on its screen.
    private var drawn: Surface
    /// What draws without curses; nil until curses has emptied the screen.
    private var writer: ScreenWriter?
    private let dialect: TerminalDialect?
    private var cursor: Point?
    /// What it takes to show frames that are likely to be next.
    private var prepared: [Prepared] = []
    private var pairs: ColorPairs
    private var glyphs: [bf_glyph] = []

    /// A frame, what the terminal is sent for it, and what writes the one behind it.
    private struct Prepared {
        let surface: Surface
        let cursor: Point?
        var bytes: [UInt8]
        let writer: ScreenWriter
    }

    /// The open and empty curses screen.
    init(size: Size) {
        var (colors, pairLimit): (Int32, Int32) = (0, 0)
        bf_screen_color_limits(&colors, &pairLimit)
        drawn = Surface(size: size)
        pairs = ColorPairs(colorCount: Int(colors), pairCount: Int(pairLimit))
        dialect = TerminalDialect.ofOpenScreen
    }

    /// Draws a surface, and puts the hardware cursor on a cell or hides it.
    mutating func show(_ surface: Surface, cursor: Point?) {
        let cursor = cursor.flatMap { surface.bounds.contains($0) ? $0 : nil }
        defer { (self.cursor, prepared) = (cursor, []) }
        if surface.size != drawn.size { resize(to: surface.size) }
        guard let dialect else { return draw(surface, cursor: cursor) }
        if writer == nil {
            bf_screen_begin(cursor != nil)
            writer = ScreenWriter(showing: drawn, cursor: nil, dialect: dialect)
        } else if (cursor == nil) != (self.cursor == nil) {
            bf_screen_show_cursor(cursor != nil)
        }
        if let ready = prepared.firstIndex(where: { $0.surface == surface && $0.cursor == cursor }) {
            bf_screen_send(&prepared[ready].bytes, prepared[ready].bytes.count)
            writer = prepared[ready].writer
        } else {
            var bytes = writer?.bytes(showing: surface, cursor: cursor, colors: pairs) ?? []
            bf_screen_send(&bytes, bytes.count)
        }
    }

    /// Works out what is to be sent for frames of which one is likely to be shown next.
    mutating func prepare(_ frames: [(surface: Surface, cursor: Point?)]) {
        guard let writer else { return }
        prepared = frames.filter { $0.surface.size == drawn.size }.map { surface, cursor in
            var next = writer
            let bytes = next.bytes(showing: surface, cursor: cursor, colors: pairs)
            return Prepared(surface: surface, cursor: cursor, bytes: bytes, writer: next)
        }
    }

    /// Forgets what is shown, after the curses screen was emptied for another size.
    mutating func resize(to size: Size) {
        bf_screen_erase()
        drawn = Surface(size: size)
        (writer, prepared) = (nil, [])
    }

    /// Draws the whole frame again, for when something else has written to the terminal.
    mutating func redraw() {
        let surface = writer?.shown ?? drawn
        resize(to: surface.size)
        bf_screen_forget()
        show(surface, cursor: cursor)
    }

    private mutating func draw(_ surface: Surface, cursor: Point?) {
        if let shift = surface.shift(since: drawn) {
            bf_screen_scroll(Int32(shift.rows.lowerBound), Int32(shift.rows.upperBound), Int32(shift.distance))
            drawn.move(shift)
        }
        let changes = surface.changes(since: drawn)
        for run in changes { put(run, of: surface) }
        let first = changes.first?.row ?? 0
        bf_screen_move_lines(changes.last.map { $0.row - first + 1 >= Surface.fewestMoved } ?? false)
        drawn = surface
        bf_screen_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
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

extension ScreenWriter {
    /// What has to be sent so that a surface is shown, with the cursor at a place if there is one.
    fileprivate mutating func bytes(showing surface: Surface, cursor: Point?, colors: ColorPairs) -> [UInt8] {
        bytes(showing: surface, cursor: cursor) { StyleSequences($0, colors: colors) }
    }
}

extension StyleSequences {
    /// What terminfo has for a style.
    fileprivate init(_ style: Style, colors: ColorPairs) {
        let (foreground, background) = colors.colors(of: style)
        var attributes = style.attributes
        if colors.needsBold(style) { attributes.insert(.bold) }
        self.init(
            attributes: bf_attribute_sequence(attributes.cursesBits, foreground >= 0 || background >= 0).array,
            foreground: bf_color_sequence(foreground, false).array, background: bf_color_sequence(background, true).array)
    }
}

extension bf_sequence {
    fileprivate var array: [UInt8] { withUnsafeBytes(of: bytes) { Array($0.prefix(count)) } }
}
