/// A grid of cells that a view draws into and a display shows.
///
/// Everything drawn is clipped to the grid. A wide glyph is always followed by its second half: drawing over one half blanks the
/// other.
public struct Surface: Hashable, Sendable {
    /// The extent of the grid.
    public let size: Size

    private(set) var cells: [Cell]

    /// An empty grid in one style.
    public init(size: Size, style: Style = .plain) {
        self.size = size
        cells = Array(repeating: Cell(.space, style: style), count: size.area)
    }

    /// The whole grid.
    public var bounds: Rect { Rect(size: size) }

    /// The cell at a place; blank outside the grid.
    public subscript(point: Point) -> Cell { self[column: point.column, row: point.row] }

    /// The cell in a column of a row; blank outside the grid.
    public subscript(column column: Int, row row: Int) -> Cell {
        guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank }
        return cells[row * size.columns + column]
    }

    /// The cells of one row from left to right; empty outside the grid.
    public func cells(inRow row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
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
        let width = size.columns
        cells.withUnsafeMutableBufferPointer { Self.replace(column, of: width, at: row * width + column, in: $0, with: cell) }
    }

    private static func replace(
        _ column: Int, of width: Int, at index: Int, in cells: UnsafeMutableBufferPointer<Cell>, with cell: Cell
    ) {
        let old = cells[index]
        if old.isHalf {
            if old.isContinuation && !cell.isContinuation { cells[index - 1] = Cell(.space, style: cells[index - 1].style) }
            if old.isWide && column + 1 < width { cells[index + 1] = Cell(.space, style: cells[index + 1].style) }
        }
        cells[index] = cell
    }

    /// Sets one narrow glyph in a part of a row that exists.
    mutating func fill(_ columns: Range<Int>, row: Int, with glyph: Glyph, style: Style) {
        let (cell, width) = (Cell(glyph, style: style), size.columns)
        cells.withUnsafeMutableBufferPointer { cells in
            for column in columns { Self.replace(column, of: width, at: row * width + column, in: cells, with: cell) }
        }
    }

    /// Sets the glyphs of a text, all narrow and none with a mark, in a row that exists; what lies outside `columns` is left out.
    mutating func set(_ text: PlainText, column first: Int, row: Int, style: Style, columns: Range<Int>) {
        let (look, width) = (style.cellBits, size.columns)
        var column = first
        cells.withUnsafeMutableBufferPointer { cells in
            text.forEachScalar { scalar in
                if columns.contains(column) {
                    Self.replace(column, of: width, at: row * width + column, in: cells, with: Cell(UInt64(scalar) | look))
                }
                column += 1
            }
        }
    }

    /// Gives one cell that exists another style; what stands there stays.
    mutating func restyle(column: Int, row: Int, _ change: (Style) -> Style) {
        let index = row * size.columns + column
        cells[index] = cells[index].restyled(change(cells[index].style))
    }

    /// Whether a place is empty, in whatever style; also outside the grid.
    public func isSpace(_ point: Point) -> Bool { self[point].isSpace }

    /// Moves rows up, or down, within their range; the rows that come in are empty.
    public mutating func move(_ shift: RowShift) {
        let (old, width) = (cells, size.columns)
        for row in shift.rows {
            let source = row + shift.distance
            let columns = row * width..<(row + 1) * width
            if shift.rows.contains(source) {
                cells.replaceSubrange(columns, with: old[source * width..<(source + 1) * width])
            } else {
                for index in columns { cells[index] = .blank }
            }
        }
    }
}
