import DesignSpace
import Precision
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("Going by pages")
struct PagingTests {
    private static let sizes = [(120, 40), (80, 24), (100, 18), (60, 14), (40, 10)]

    private static func state(_ size: (Int, Int), screen: Screen) throws -> ExplorerState {
        let points = try (1...12).flatMap { weightBits in
            try (1...12).map { (try Precision.fixed(weightBits: weightBits, dataBits: $0), Optional(50 + Double(weightBits + $0))) }
        }
        var state = ExplorerState(try Fixture.study(title: "NET", points: points), size: Size(columns: size.0, rows: size.1))
        try state.press("m,G,m,\(screen.rawValue),g")
        return state
    }

    /// What names the rows on the screen: what does not follow the cursor, so that a row is the same wherever that stands.
    private static func rows(of state: ExplorerState) -> Set<String> {
        let body = state.lines.dropFirst().dropLast(2)
        return Set(body.compactMap { line in line.split { " ▸◆".contains($0) }.first.map(String.init) })
    }

    private static func seen(_ key: String, times: Int, from state: ExplorerState) throws -> Set<String> {
        var (state, seen) = (state, rows(of: state))
        for _ in 0..<times {
            try state.press(key)
            seen.formUnion(rows(of: state))
        }
        return seen
    }

    @Test(
        "Every bar, and every line of a comparison, is seen that one sees by going row by row", arguments: sizes,
        [Screen.bars, .compare, .layers])
    func downwards(size: (Int, Int), screen: Screen) throws {
        let state = try Self.state(size, screen: screen)
        let byRows = try Self.seen("j", times: 160, from: state)
        let byPages = try Self.seen("pgdn", times: 160, from: state)
        #expect(byPages == byRows, "\(byRows.subtracting(byPages).sorted())")
        var last = state
        try last.press("G")
        #expect(try Self.seen("pgup", times: 160, from: last).isSuperset(of: byRows))
    }

    @Test("A page of bars is the bars on the screen but for one", arguments: [(120, 40), (80, 24)])
    func pageOfBars(size: (Int, Int)) throws {
        var state = try Self.state(size, screen: .bars)
        try state.press("pgdn")
        let (first, cursor) = (state.bars.firstBar, state.bars.cursor)
        #expect(first == 0 && cursor > 0)
        try state.press("pgdn")
        #expect(state.bars.firstBar == cursor, "what stood last stands first")
    }
}
