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
        forEachDifferingRow(from: earlier) { row, new, old in Self.appendChanges(of: new, since: old, row: row, to: &runs) }
        return runs
    }

    /// How most of the rows that differ from those of an earlier surface of the same size are moved by one; nil if they are not.
    public func shift(since earlier: Surface) -> RowShift? {
        guard size == earlier.size else { return nil }
        let differing = rows.indices.filter { !isSame($0, as: $0, of: earlier) }
        guard differing.count >= Self.fewestMoved, let first = differing.first, let last = differing.last else { return nil }
        for distance in [1, -1] {
            let moved = differing.count { row in
                (first...last).contains(row + distance) && isSame(row, as: row + distance, of: earlier)
            }
            if moved * 2 > differing.count { return RowShift(rows: first..<last + 1, distance: distance) }
        }
        return nil
    }

    /// With fewer rows than this that differ, it costs no less to move than to draw them.
    public static let fewestMoved = 8

    /// Gives the rows that differ from those of an earlier surface of the same size.
    func forEachDifferingRow(from earlier: Surface, _ body: (_ row: Int, _ new: CellRow, _ old: CellRow) -> Void) {
        for row in rows.indices where !isSame(row, as: row, of: earlier) {
            rows[row].withUnsafeBufferPointer { new in
                earlier.rows[row].withUnsafeBufferPointer { old in body(row, new, old) }
            }
        }
    }

    /// Whether a row is the same as one of a surface of the same size; one that both share is, without a look at its cells.
    private func isSame(_ row: Int, as other: Int, of earlier: Surface) -> Bool {
        rows[row].withUnsafeBufferPointer { ours in
            earlier.rows[other].withUnsafeBufferPointer { theirs in
                guard let left = ours.baseAddress, let right = theirs.baseAddress, left != right else { return true }
                return memcmp(left, right, ours.count * MemoryLayout<Cell>.stride) == 0
            }
        }
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
