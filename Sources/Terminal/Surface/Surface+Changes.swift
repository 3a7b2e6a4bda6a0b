#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Surface {
    /// The stretches of cells that differ from those of an earlier surface; every row in full if the sizes differ.
    ///
    /// A stretch never begins or ends inside a wide glyph.
    public func changes(since earlier: Surface) -> [CellRun] {
        guard size == earlier.size else {
            return size.columns == 0 ? [] : (0..<size.rows).map { CellRun(row: $0, columns: 0..<size.columns) }
        }
        var runs: [CellRun] = []
        withRows(and: earlier) { new, old in
            for row in 0..<size.rows where !Self.isSame(new(row), old(row)) {
                Self.appendChanges(of: new(row), since: old(row), row: row, to: &runs)
            }
        }
        return runs
    }

    /// How most of the rows that differ from those of an earlier surface of the same size are moved by one; nil if they are not.
    public func shift(since earlier: Surface) -> RowShift? {
        guard size == earlier.size else { return nil }
        return withRows(and: earlier) { new, old in
            let differing = (0..<size.rows).filter { !Self.isSame(new($0), old($0)) }
            guard differing.count >= Self.fewestMoved, let first = differing.first, let last = differing.last else { return nil }
            for distance in [1, -1] {
                let moved = differing.count { row in
                    (first...last).contains(row + distance) && Self.isSame(new(row), old(row + distance))
                }
                if moved * 2 > differing.count { return RowShift(rows: first..<last + 1, distance: distance) }
            }
            return nil
        }
    }

    /// With fewer rows than this that differ, it costs no less to move than to draw them.
    public static let fewestMoved = 8

    /// Gives the rows that differ from those of an earlier surface of the same size.
    func forEachDifferingRow(from earlier: Surface, _ body: (_ row: Int, _ new: CellRow, _ old: CellRow) -> Void) {
        withRows(and: earlier) { new, old in
            for row in 0..<size.rows where !Self.isSame(new(row), old(row)) { body(row, new(row), old(row)) }
        }
    }

    /// Gives the rows of both surfaces, of the same size, by their numbers.
    private func withRows<Result>(and earlier: Surface, _ body: ((Int) -> CellRow, (Int) -> CellRow) -> Result) -> Result {
        let width = size.columns
        return cells.withUnsafeBufferPointer { new in
            earlier.cells.withUnsafeBufferPointer { old in
                body(
                    { UnsafeBufferPointer(rebasing: new[$0 * width..<($0 + 1) * width]) },
                    { UnsafeBufferPointer(rebasing: old[$0 * width..<($0 + 1) * width]) })
            }
        }
    }

    /// Whether two rows of the same length are the same.
    private static func isSame(_ left: CellRow, _ right: CellRow) -> Bool {
        guard let ours = left.baseAddress, let theirs = right.baseAddress else { return true }
        return memcmp(ours, theirs, left.count * MemoryLayout<Cell>.stride) == 0
    }

    private static func appendChanges(of new: CellRow, since old: CellRow, row: Int, to runs: inout [CellRun]) {
        var column = 0
        while column < new.count {
            guard new[column] != old[column] else {
                column += 1
                continue
            }
            var start = column
            while start > 0 && new[start].isContinuation { start -= 1 }
            while column < new.count && (new[column] != old[column] || new[column].isContinuation) { column += 1 }
            runs.append(CellRun(row: row, columns: start..<column))
        }
    }
}

/// The cells of a row, where they are kept.
typealias CellRow = UnsafeBufferPointer<Cell>
