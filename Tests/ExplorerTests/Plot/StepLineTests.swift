import Terminal
import Testing

@testable import Explorer

@Suite("A line of steps")
struct StepLineTests {
    private static let area = Rect(column: 10, row: 5, columns: 20, rows: 8)

    @Test(
        "Of a stroke the cells within the area are drawn",
        arguments: [(0, 12, 3), (12, 15, 4), (28, 99, 2), (0, 99, 20), (0, 10, 1)])
    func cells(from first: Int, to last: Int, count: Int) {
        var line = StepLine(in: Self.area)
        line.strokeRow(6, from: last, to: first)
        #expect(line.cells.count == count)
        #expect(line.cells.allSatisfy { Self.area.contains($0.cell) })
    }

    @Test("A stroke wholly outside the area leaves nothing at its edges", arguments: [(-40, -2), (0, 9), (30, 31), (40, 90)])
    func outside(from first: Int, to last: Int) {
        var line = StepLine(in: Self.area)
        line.strokeRow(6, from: first, to: last)
        line.strokeRow(4, from: 0, to: 99)
        line.strokeColumn(9, from: 0, to: 99)
    }

    @Test("Neither does one above or below it", arguments: [(-40, -2), (0, 4), (13, 14), (40, 90)])
    func aboveAndBelow(from first: Int, to last: Int) {
        var line = StepLine(in: Self.area)
        line.strokeColumn(12, from: first, to: last)
        #expect(line.cells.isEmpty)
    }
}
