extension ScreenWriter {
    /// With this many equal characters it takes fewer bytes to say how many.
    private static let worthCounting = 9

    /// Writes the cells of a row that do not look as those that are shown.
    mutating func write(_ new: CellRow, over old: CellRow, row: Int, _ styling: (Style) -> StyleSequences) {
        let emptyFrom = new.emptyFrom
        var column = 0
        while column < new.count {
            guard new[column].differs(from: old[column]) else {
                column += 1
                continue
            }
            while new[column].isContinuation && column > 0 { column -= 1 }
            if column >= emptyFrom, dialect.abilities.contains(.eraseToEnd), old.emptyFrom - column > 3 {
                begin(at: column, of: new, row: row, Cell.blank, styling)
                control(UInt8(ascii: "K"))
                return
            }
            let empty = new.emptyStretch(from: column, notLike: old)
            if empty > Self.worthCounting, dialect.abilities.contains(.eraseCharacters) {
                begin(at: column, of: new, row: row, Cell.blank, styling)
                control(empty, UInt8(ascii: "X"))
                column += empty
            } else {
                column = put(column, of: new, row: row, styling)
            }
        }
    }

    /// Puts a cell, and those that are equal to it, in place.
    ///
    /// - Returns: the column behind.
    private mutating func put(_ column: Int, of cells: CellRow, row: Int, _ styling: (Style) -> StyleSequences) -> Int {
        let cell = cells[column]
        begin(at: column, of: cells, row: row, cell.looksEmpty && leavesBlanks ? nil : cell, styling)
        let width = cell.isWide ? 2 : 1
        write(cell, columns: width)
        var next = column + width
        if width == 1, cell.isPrintableASCII, dialect.abilities.contains(.repetition) {
            let equal = cells[next...].prefix { $0 == cell }.count
            if equal >= Self.worthCounting {
                control(equal, UInt8(ascii: "b"))
                next += equal
            }
        }
        // Whether the terminal has begun another row behind the last column only it knows.
        place = next < cells.count ? Point(column: next, row: row) : nil
        return next
    }

    /// Goes to a column and takes a cell's look on; nil to keep that which there is.
    private mutating func begin(
        at column: Int, of cells: CellRow, row: Int, _ cell: Cell?, _ styling: (Style) -> StyleSequences
    ) {
        move(to: Point(column: column, row: row), over: cells)
        if let cell { take(on: cell, styling) }
    }

    /// Writes a glyph; what the terminal's user sees as another number of columns becomes a question mark.
    mutating func write(_ cell: Cell, columns: Int) {
        let scalar = cell.scalarValue
        if cell.isPrintableASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        guard dialect.columns(scalar) == columns else {
            bytes.append(UInt8(ascii: "?"))
            if columns == 2 { bytes.append(UInt8(ascii: " ")) }
            return
        }
        append(scalar)
        if cell.markValue != 0 && dialect.columns(cell.markValue) == 0 { append(cell.markValue) }
    }

    private mutating func append(_ scalar: UInt32) {
        guard let scalar = Unicode.Scalar(scalar) else { return bytes.append(UInt8(ascii: "?")) }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}

extension UnsafeBufferPointer<Cell> {
    /// The first column from which on all looks empty.
    fileprivate var emptyFrom: Int {
        var column = count
        while column > 0 && self[column - 1].looksEmpty { column -= 1 }
        return column
    }

    /// How many places that look empty begin at a column and end with one that differs from that of another row.
    fileprivate func emptyStretch(from first: Int, notLike other: UnsafeBufferPointer<Cell>) -> Int {
        var (column, length) = (first, 0)
        while column < count && self[column].looksEmpty {
            column += 1
            if self[column - 1].differs(from: other[column - 1]) { length = column - first }
        }
        return length
    }
}

extension Cell {
    /// Whether nothing is to be seen in it.
    var looksEmpty: Bool { isSpace && leavesBlank }

    /// Whether it is to be seen that it is another cell.
    fileprivate func differs(from other: Cell) -> Bool { self != other && !(looksEmpty && other.looksEmpty) }

    /// Whether it is a letter, digit or sign that every terminal has, or a space.
    var isPrintableASCII: Bool { (0x20..<0x7F).contains(scalarValue) && markValue == 0 && !isHalf }
}
