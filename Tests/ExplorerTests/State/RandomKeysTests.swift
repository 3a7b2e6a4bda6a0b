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
        var painter = FramePainter()
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
            #expect(frame == painter.frame(of: state, for: tier.capabilities))
            if let cursor = frame.cursor { #expect(frame.surface.bounds.contains(cursor)) }
            let selected = try #require(state.selectedPosition)
            #expect(state.points.order.isEmpty || state.points.order.contains(selected))
        }
    }

    /// Keys that move within a screen, and some that change what it shows.
    private static let movingKeys: [Key] =
        (String(repeating: "hjkljkjk", count: 4) + "mMspiz+-nNbSxd?").map(Key.character)
        + [.tab, .backTab, .end, .home, .pageDown, .pageUp, .escape]

    @Test("A painter that keeps the last scene draws the frames that are drawn without it", arguments: Screen.allCases, 1...6)
    func painter(screen: Screen, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let size = [(120, 40), (80, 24), (100, 30), (60, 14), (40, 12), (200, 60)][Int(seed) - 1]
        var state = try Fixture.state(size.0, size.1, study: seed.isMultiple(of: 2) ? "default" : "hashemi2017", canRun: true)
        var painter = FramePainter()
        var foresight = Foresight()
        _ = state.update(.screenChosen(screen))
        for step in 0..<120 {
            let key = try #require(Self.movingKeys.randomElement(using: &generator))
            var foreseen = state
            _ = foresight.update(&foreseen, .keyPressed(key))
            _ = state.update(.keyPressed(key))
            #expect(foreseen == state, "\(key) on \(state.screen)")
            if Int.random(in: 0..<12, using: &generator) == 0 { _ = state.update(.screenChosen(screen)) }
            if step % 40 == 39 { _ = state.update(.studyLoaded(state.study)) }
            #expect(painter.frame(of: state, for: .full) == state.frame(for: .full), "\(key) on \(state.screen)")
            foresight = Foresight(from: state, after: key)
            let ahead = painter.foresee(foresight.states, for: .full)
            #expect(ahead == foresight.states.map { $0.frame(for: .full) } || state.screen == .frontier)
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
        case .frontier:
            FrontierView(state).drawScene(with: &pen, in: rect)
            _ = FrontierView(state).drawCursor(with: &pen, in: rect)
        case .table:
            TableView(state).drawScene(with: &pen, in: rect)
            _ = TableView(state).drawCursor(with: &pen, in: rect)
        case .bars:
            BarsView(state).drawScene(with: &pen, in: rect)
            _ = BarsView(state).drawCursor(with: &pen, in: rect)
        case .compare:
            CompareView(state).drawScene(with: &pen, in: rect)
            _ = CompareView(state).drawCursor(with: &pen, in: rect)
        case .layers:
            LayersView(state).drawScene(with: &pen, in: rect)
            _ = LayersView(state).drawCursor(with: &pen, in: rect)
        case .runs: _ = RunsView(state).draw(with: &pen, in: rect)
        }
        let outside = pen.surface.bounds.rowRange.flatMap { row in
            pen.surface.bounds.columnRange.map { Point(column: $0, row: row) }.filter { !rect.contains($0) }
        }
        #expect(outside.allSatisfy { pen.surface[$0].glyph == "x" })
        #expect(pen.surface != background)
    }
}
