extension Surface {
    /// The stretches of cells that differ from those of an earlier surface; every row in full if the sizes differ.
    ///
    /// A stretch never begins or ends inside a wide glyph.
    public func changes(since earlier: Surface) -> [CellRun] {
        guard size == earlier.size else {
            return size.columns == 0 ? [] : (0..<size.rows).map { CellRun(row: $0, columns: 0..<size.columns) }
        }
        var runs: [CellRun] = []
        for row in 0..<size.rows {
            if hasSameRow(row, as: earlier) { continue }
            appendChanges(of: Array(cells(inRow: row)), since: Array(earlier.cells(inRow: row)), row: row, to: &runs)
        }
        return runs
    }

    private func appendChanges(of new: [Cell], since old: [Cell], row: Int, to runs: inout [CellRun]) {
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
