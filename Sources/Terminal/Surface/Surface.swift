/// A grid of cells that a view draws into and a display shows.
///
/// Everything drawn is clipped to the grid. A wide glyph is always followed by its second half: drawing over one half blanks the
/// other. A copy shares the rows that are not drawn in, which one key leaves most of a frame's.
public struct Surface: Hashable, Sendable {
    /// The extent of the grid.
    public let size: Size

    private(set) var rows: [[Cell]]

    /// An empty grid in one style.
    public init(size: Size, style: Style = .plain) {
        self.size = size
        rows = Array(repeating: Array(repeating: Cell(.space, style: style), count: size.columns), count: size.rows)
    }

    /// The whole grid.
    public var bounds: Rect { Rect(size: size) }

    /// The cell at a place; blank outside the grid.
    public subscript(point: Point) -> Cell { self[column: point.column, row: point.row] }

    /// The cell in a column of a row; blank outside the grid.
    public subscript(column column: Int, row row: Int) -> Cell {
        guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank }
        return rows[row][column]
    }

    /// The cells of one row from left to right; empty outside the grid.
    public func cells(inRow row: Int) -> ArraySlice<Cell> {
        rows.indices.contains(row) ? rows[row][...] : []
    }

    /// Puts one glyph; a wide glyph of which only half would lie inside `clip` becomes a space there.
    public mutating func put(_ glyph: Glyph, at point: Point, style: Style = .plain, within clip: Rect? = nil) {
        let visible = clip.map { $0.intersection(bounds) } ?? bounds
        guard visible.rowRange.contains(point.row) else { return }
        set(glyph, column: point.column, row: point.row, style: style, columns: visible.columnRange)
    }

    /// Sets a glyph in a row that exists, keeping the halves of wide glyphs together.
    mutating func set(_ glyph: Glyph, column: Int, row: Int, style: Style, columns: Range<Int>) {
        guard glyph.isWide else {
            if columns.contains(column) { replace(column: column, row: row, with: Cell(glyph, style: style)) }
            return
        }
        let fits = columns.contains(column) && columns.contains(column + 1)
        if columns.contains(column) { replace(column: column, row: row, with: Cell(fits ? glyph : .space, style: style)) }
        if fits {
            replace(column: column + 1, row: row, with: Cell(continuationIn: style))
        } else if columns.contains(column + 1) {
            replace(column: column + 1, row: row, with: Cell(.space, style: style))
        }
    }

    private mutating func replace(column: Int, row: Int, with cell: Cell) {
        rows[row].withUnsafeMutableBufferPointer { Self.replace(column, of: $0, with: cell) }
    }

    private static func replace(_ column: Int, of row: UnsafeMutableBufferPointer<Cell>, with cell: Cell) {
        let old = row[column]
        if old.isHalf {
            if old.isContinuation && !cell.isContinuation { row[column - 1] = Cell(.space, style: row[column - 1].style) }
            if old.isWide && column + 1 < row.count { row[column + 1] = Cell(.space, style: row[column + 1].style) }
        }
        row[column] = cell
    }

    /// Sets one narrow glyph in a part of a row that exists.
    mutating func fill(_ columns: Range<Int>, row: Int, with glyph: Glyph, style: Style) {
        let cell = Cell(glyph, style: style)
        rows[row].withUnsafeMutableBufferPointer { row in
            for column in columns { Self.replace(column, of: row, with: cell) }
        }
    }

    /// Sets the glyphs of a text, all narrow and none with a mark, in a row that exists; what lies outside `columns` is left out.
    mutating func set(_ text: PlainText, column first: Int, row: Int, style: Style, columns: Range<Int>) {
        let look = style.cellBits
        var column = first
        rows[row].withUnsafeMutableBufferPointer { row in
            text.forEachScalar { scalar in
                if columns.contains(column) { Self.replace(column, of: row, with: Cell(UInt64(scalar) | look)) }
                column += 1
            }
        }
    }

    /// Gives one cell that exists another style; what stands there stays.
    mutating func restyle(column: Int, row: Int, _ change: (Style) -> Style) {
        let cell = rows[row][column]
        rows[row][column] = cell.restyled(change(cell.style))
    }

    /// Whether a place is empty, in whatever style; also outside the grid.
    public func isSpace(_ point: Point) -> Bool { self[point].isSpace }

    /// Moves rows up, or down, within their range; the rows that come in are empty.
    public mutating func move(_ shift: RowShift) {
        let (old, empty) = (rows, Array(repeating: Cell.blank, count: size.columns))
        for row in shift.rows {
            let source = row + shift.distance
            rows[row] = shift.rows.contains(source) ? old[source] : empty
        }
    }
}
