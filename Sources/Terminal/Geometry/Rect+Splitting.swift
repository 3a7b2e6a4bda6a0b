extension Rect {
    /// The rectangle without a border of the given breadth on each side; empty once the borders meet.
    public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
        let acrossColumns = min(max(columns, 0), size.columns)
        let acrossRows = min(max(rows, 0), size.rows)
        return Rect(
            column: left + acrossColumns, row: top + acrossRows, columns: size.columns - 2 * acrossColumns,
            rows: size.rows - 2 * acrossRows)
    }

    /// The upper `rows` rows, as many as there are, and what is left below.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let taken = min(max(rows, 0), size.rows)
        return (
            Rect(column: left, row: top, columns: columns, rows: taken),
            Rect(column: left, row: top + taken, columns: columns, rows: size.rows - taken)
        )
    }

    /// The lower `rows` rows, as many as there are, and what is left above.
    public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let parts = splitTop(size.rows - min(max(rows, 0), size.rows))
        return (parts.top, parts.rest)
    }

    /// The leftmost `columns` columns, as many as there are, and what is left of them on the right.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let taken = min(max(columns, 0), size.columns)
        return (
            Rect(column: left, row: top, columns: taken, rows: rows),
            Rect(column: left + taken, row: top, columns: size.columns - taken, rows: rows)
        )
    }

    /// The rightmost `columns` columns, as many as there are, and what is left of them on the left.
    public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
        let parts = splitLeft(size.columns - min(max(columns, 0), size.columns))
        return (parts.left, parts.rest)
    }

    /// `count` rectangles side by side that share the width as evenly as whole columns allow, with `gap` columns between.
    public func dividedIntoColumns(_ count: Int, gap: Int = 0) -> [Rect] {
        guard count > 0 else { return [] }
        let breadth = max(columns - max(gap, 0) * (count - 1), 0)
        return (0..<count).map { index in
            let start = breadth * index / count
            let end = breadth * (index + 1) / count
            return Rect(column: left + start + max(gap, 0) * index, row: top, columns: end - start, rows: rows).intersection(self)
        }
    }

    /// `count` rectangles one below the other that share the height as evenly as whole rows allow.
    public func dividedIntoRows(_ count: Int) -> [Rect] {
        guard count > 0 else { return [] }
        return (0..<count).map { index in
            let start = rows * index / count
            let end = rows * (index + 1) / count
            return Rect(column: left, row: top + start, columns: columns, rows: end - start)
        }
    }
}
