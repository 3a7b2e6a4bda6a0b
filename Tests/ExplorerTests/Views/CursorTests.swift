import DesignSpace
import HardwareModel
import Networks
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("The hardware cursor, which a screen reader follows")
struct CursorTests {
    @Test(
        "It stands in the line that names the selected point, or on its letter, trained or not",
        arguments: [Screen.frontier, .table, .compare], [(120, 40), (100, 30), (80, 24), (60, 12), (40, 10), (24, 7), (20, 5)])
    func selected(screen: Screen, size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1, study: "default")
        _ = state.update(.screenChosen(screen))
        #expect(state.points.rows.contains { $0.accuracy == nil })
        for position in state.points.rows.indices {
            state.select(position)
            _ = state.update(.screenChosen(screen))
            let frame = state.frame(for: .full)
            let cursor = try #require(frame.cursor)
            let row = state.points.rows[position]
            let letter = String(state.plot.series.letter(of: row.point.network))
            let line = String(frame.surface.lines[cursor.row].dropFirst(cursor.column))
            let isOnLetter = screen == .frontier && frame.surface[cursor].glyph.text == letter
            #expect(isOnLetter || line.contains(row.evaluation.network.title), "\(row.point.reference.name): \(line)")
        }
    }
}
