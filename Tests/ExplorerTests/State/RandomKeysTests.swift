import DesignSpace
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("Random keys and sizes")
struct RandomKeysTests {
    private static let keys: [Key] =
        KeyBindings.all.flatMap { $0.strokes.map(\.key) }.filter { $0 != .control("c") }
        + "net=alex++ acc>80()~\"é中".map(Key.character) + [.function(5), .insert]

    @Test("Nothing that is pressed or resized breaks the screen, and the same state always draws the same", arguments: 1...8)
    func random(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var state = try Fixture.state(study: seed.isMultiple(of: 2) ? "default" : "hashemi2017", canRun: true)
        let tiers = Tier.allCases
        for _ in 0..<80 {
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                if let key = Self.keys.randomElement(using: &generator) { _ = state.update(.keyPressed(key)) }
            }
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let columns = Int.random(in: 0...140, using: &generator)
                _ = state.update(.resized(Size(columns: columns, rows: Int.random(in: 0...45, using: &generator))))
            }
            let tier = try #require(tiers.randomElement(using: &generator))
            let frame = state.frame(for: tier.capabilities)
            #expect(frame.surface.size == state.size)
            #expect(frame == state.frame(for: tier.capabilities))
            if let cursor = frame.cursor { #expect(frame.surface.bounds.contains(cursor)) }
            let selected = try #require(state.selectedPosition)
            #expect(state.points.order.isEmpty || state.points.order.contains(selected))
        }
    }

    @Test("A view draws nothing outside its rectangle", arguments: Screen.allCases, [(1, 1), (7, 3), (20, 5), (60, 14)])
    func insideOnly(screen: Screen, extent: (Int, Int)) throws {
        var state = try Fixture.state(extent.0, extent.1)
        _ = state.update(.screenChosen(screen))
        let rect = Rect(column: 5, row: 4, columns: extent.0, rows: extent.1)
        var background = Surface(size: Size(columns: extent.0 + 10, rows: extent.1 + 8))
        background.fill(background.bounds, with: "x")
        var pen = Pen(background, .full)
        switch screen {
        case .frontier: _ = FrontierView(state).draw(with: &pen, in: rect)
        case .table: _ = TableView(state).draw(with: &pen, in: rect)
        case .bars: _ = BarsView(state).draw(with: &pen, in: rect)
        case .compare: _ = CompareView(state).draw(with: &pen, in: rect)
        case .layers: _ = LayersView(state).draw(with: &pen, in: rect)
        case .runs: _ = RunsView(state).draw(with: &pen, in: rect)
        }
        let outside = pen.surface.bounds.rowRange.flatMap { row in
            pen.surface.bounds.columnRange.map { Point(column: $0, row: row) }.filter { !rect.contains($0) }
        }
        #expect(outside.allSatisfy { pen.surface[$0].glyph == "x" })
        #expect(pen.surface != background)
    }
}
