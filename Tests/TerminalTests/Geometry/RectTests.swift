import Terminal
import Testing

@Suite("Rectangles") struct RectTests {
    private let rect = Rect(column: 2, row: 1, columns: 10, rows: 6)

    @Test("Splitting takes what is asked for and leaves the rest") func splitting() {
        #expect(rect.splitTop(2).top == Rect(column: 2, row: 1, columns: 10, rows: 2))
        #expect(rect.splitTop(2).rest == Rect(column: 2, row: 3, columns: 10, rows: 4))
        #expect(rect.splitBottom(1).bottom == Rect(column: 2, row: 6, columns: 10, rows: 1))
        #expect(rect.splitLeft(3).rest == Rect(column: 5, row: 1, columns: 7, rows: 6))
        #expect(rect.splitRight(4).right == Rect(column: 8, row: 1, columns: 4, rows: 6))
    }

    @Test("Splitting never takes more than there is, nor less than nothing", arguments: [-5, 0, 3, 6, 7, Int.max])
    func splittingTooMuch(count: Int) {
        for parts in [rect.splitTop(count), (rect.splitBottom(count).bottom, rect.splitBottom(count).rest)] {
            #expect(parts.0.rows + parts.1.rows == rect.rows)
            #expect(parts.0.rows == min(max(count, 0), 6))
        }
        #expect(rect.splitLeft(count).left.columns == min(max(count, 0), 10))
    }

    @Test("An inset leaves a border, and nothing once the borders meet") func inset() {
        #expect(rect.inset(columns: 2, rows: 1) == Rect(column: 4, row: 2, columns: 6, rows: 4))
        #expect(rect.inset(columns: 5).isEmpty)
        #expect(rect.inset(columns: Int.max).isEmpty)
        #expect(rect.inset(columns: -3) == rect)
    }

    @Test("Columns side by side cover the width without overlap", arguments: 1...12) func dividedIntoColumns(count: Int) {
        let parts = rect.dividedIntoColumns(count)
        #expect(parts.map(\.columns).reduce(0, +) == rect.columns)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.right == $1.left })
    }

    @Test("Rows one below the other cover the height without overlap", arguments: 1...8) func dividedIntoRows(count: Int) {
        let parts = rect.dividedIntoRows(count)
        #expect(parts.map(\.rows).reduce(0, +) == rect.rows)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.bottom == $1.top })
    }

    @Test("Gaps between columns belong to none, and stay inside even if there is no room", arguments: [0, 1, 3, 50]) func gaps(
        gap: Int
    ) {
        let parts = rect.dividedIntoColumns(3, gap: gap)
        #expect(parts.count == 3)
        for part in parts { #expect(part.intersection(rect) == part) }
    }

    @Test("Rectangles that do not meet have an empty intersection") func intersection() {
        #expect(rect.intersection(Rect(column: 5, row: 4, columns: 100, rows: 100)) == Rect(column: 5, row: 4, columns: 7, rows: 3))
        #expect(rect.intersection(Rect(column: 50, row: 4, columns: 1, rows: 1)).isEmpty)
    }

    @Test("Absurd coordinates and extents stay harmless", arguments: [Int.min, Int.max]) func extremes(value: Int) {
        let absurd = Rect(column: value, row: value, columns: value, rows: value)
        #expect(absurd.intersection(rect).isEmpty)
        #expect(absurd.right >= absurd.left)
        #expect(Point(column: value, row: value).moved(columns: value, rows: value).column.magnitude <= 1_000_000)
        #expect(Size(columns: value, rows: value).area <= Size.longestSide * Size.longestSide)
    }
}
