/// Writes what makes a terminal show another frame: the cells that differ, in as few bytes as it can.
///
/// Between frames the terminal has no colours and attributes set.
public struct ScreenWriter: Sendable {
    /// What the terminal shows.
    public private(set) var shown: Surface

    let dialect: TerminalDialect
    var bytes: [UInt8] = []
    /// Where the next character would appear; nil if that is not known, as behind the last column.
    var place: Point?
    /// How the next character would look, and what the terminal was sent for that.
    private var look = Cell.blank
    private var sequences = StyleSequences.plain
    private var known: [Style: StyleSequences] = [.plain: .plain]

    /// A writer for a terminal that shows a surface, with the cursor at a place or, if that is nil, anywhere.
    public init(showing surface: Surface, cursor: Point?, dialect: TerminalDialect) {
        (shown, place, self.dialect) = (surface, cursor, dialect)
    }

    /// What has to be sent so that a surface is shown, of the same size as the one before.
    ///
    /// - Parameters:
    ///   - cursor: where the cursor goes; nil for wherever it is left.
    ///   - styling: says by which sequences a style is taken on; asked once for each.
    public mutating func bytes(
        showing surface: Surface, cursor: Point?, styling: (Style) -> StyleSequences
    ) -> [UInt8] {
        bytes.removeAll(keepingCapacity: true)
        if dialect.abilities.contains(.scrollRegion), let shift = surface.shift(since: shown) {
            scroll(shift)
            shown.move(shift)
        }
        surface.forEachDifferingRow(from: shown) { row, new, old in write(new, over: old, row: row, styling) }
        take(on: .blank, styling)
        if let cursor { move(to: cursor, over: nil) }
        shown = surface
        return bytes
    }

    private mutating func scroll(_ shift: RowShift) {
        control(shift.rows.lowerBound + 1, shift.rows.upperBound, UInt8(ascii: "r"))
        // The region may have sent the cursor elsewhere.
        place = nil
        if shift.distance > 0 {
            move(to: Point(column: 0, row: shift.rows.upperBound - 1), over: nil)
            bytes.append(UInt8(ascii: "\n"))
        } else {
            move(to: Point(column: 0, row: shift.rows.lowerBound), over: nil)
            bytes += [0x1B, UInt8(ascii: "M")]
        }
        control(1, shown.size.rows, UInt8(ascii: "r"))
        place = nil
    }

    /// Makes what is written next look as a cell does.
    mutating func take(on cell: Cell, _ styling: (Style) -> StyleSequences) {
        if cell.looks(like: look) { return }
        look = cell
        let style = cell.style
        let wanted = known[style] ?? styling(style)
        known[style] = wanted
        if wanted == sequences { return }
        let keepsAttributes = wanted.attributes == sequences.attributes
        let keepsColors = (wanted.foreground, wanted.background) == (sequences.foreground, sequences.background)
        if (keepsAttributes || sequences.attributes.isEmpty) && replaces(wanted) {
            if !keepsAttributes { bytes += wanted.attributes }
            if !keepsColors {
                if wanted.foreground != sequences.foreground { bytes += wanted.foreground }
                if wanted.background != sequences.background { bytes += wanted.background }
            }
        } else {
            if sequences != .plain { bytes += dialect.reset }
            bytes += wanted.attributes
            bytes += wanted.foreground
            bytes += wanted.background
        }
        sequences = wanted
    }

    /// Whether colours come by choosing others, without giving one up.
    private func replaces(_ wanted: StyleSequences) -> Bool {
        (wanted.foreground == sequences.foreground || !wanted.foreground.isEmpty)
            && (wanted.background == sequences.background || !wanted.background.isEmpty)
    }

    /// Whether an empty place of any kind that looks so may be written as the terminal's look is.
    var leavesBlanks: Bool { look.leavesBlank }

    /// Whether a cell looks as what is written next will.
    func looks(like cell: Cell) -> Bool { cell.looks(like: look) }
}
