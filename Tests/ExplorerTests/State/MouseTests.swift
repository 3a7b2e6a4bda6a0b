import DesignSpace
import Terminal
import Testing

@testable import Explorer

@Suite("The mouse")
struct MouseTests {
    @Test("A click on a point selects it, as its frame then shows", arguments: [(120, 40), (80, 24), (40, 14)])
    func point(columns: Int, rows: Int) throws {
        var state = try Fixture.state(columns, rows)
        for _ in 0..<state.plot.frontier.count {
            try state.press("n")
            let cell = try #require(state.frame(for: .full).cursor)
            let name = state.selectedName
            try state.press("g")
            _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
            let isSame = state.selectedName == name || state.frame(for: .full).cursor == cell
            #expect(isSame)
        }
    }

    @Test("A click on a row of the table selects it", arguments: [(120, 40), (80, 24), (40, 10), (20, 5)])
    func row(columns: Int, rows: Int) throws {
        var state = try Fixture.state(columns, rows)
        try state.press("2,G,k")
        let cell = try #require(state.frame(for: .full).cursor)
        let name = state.selectedName
        try state.press("j")
        #expect(state.selectedName != name)
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
        #expect(state.selectedName == name)
    }

    @Test("A click on a screen's name opens it", arguments: Screen.allCases, [120, 80, 60])
    func tab(screen: Screen, columns: Int) throws {
        var state = try Fixture.state(columns, 24)
        let found = state.lines[0].split(separator: " ", omittingEmptySubsequences: false)
        var column = 0
        for word in found {
            if word == "\(screen.rawValue)" { break }
            column += word.count + 1
        }
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: Point(column: column, row: 0))))
        #expect(state.screen == screen)
    }

    @Test("The wheel enlarges the plot and moves in the table")
    func wheel() throws {
        var state = try Fixture.state()
        _ = state.update(.mouseUsed(MouseEvent(.scrollUp, at: Point(column: 40, row: 10))))
        #expect(state.frontier.zoomLevel == 1)
        try state.press("2,g")
        let first = state.selectedName
        _ = state.update(.mouseUsed(MouseEvent(.scrollDown, at: Point(column: 40, row: 10))))
        #expect(state.selectedName != first)
    }

    @Test("The wheel enlarges around the pointer: what lies below it stays there", arguments: [(20, 6), (60, 12), (90, 18)])
    func wheelAtPointer(column: Int, row: Int) throws {
        var state = try Fixture.state()
        func layout() -> PlotLayout { PlotLayout(state.plot, in: FrontierView.plotRect(in: FrameLayout(state).body)) }
        let data = layout().data
        let x = state.plot.xScale.value(at: Double(column - data.left) / Double(data.columns - 1))
        let y = state.plot.yScale.value(at: 1 - Double(row - data.top) / Double(data.rows - 1))
        for kind in [MouseEvent.Kind.scrollUp, .scrollUp, .scrollUp, .scrollDown] {
            _ = state.update(.mouseUsed(MouseEvent(kind, at: Point(column: column, row: row))))
            // Labels of more digits move the plot aside by a few columns.
            let found = (column: try #require(layout().column(of: x)), row: try #require(layout().row(of: y)))
            #expect(abs(found.column - column) <= 4 && abs(found.row - row) <= 1, "\(found)")
        }
    }

    @Test("Dragging pans an enlarged plot, and nothing else")
    func drag() throws {
        var state = try Fixture.state()
        let (from, to) = (Point(column: 40, row: 10), Point(column: 50, row: 10))
        func drag(_ state: inout ExplorerState) {
            _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: from)))
            _ = state.update(.mouseUsed(MouseEvent(.release(.left), at: to)))
        }
        drag(&state)
        #expect(state.frontier.viewport == nil)
        try state.press("+,+")
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: from)))
        let before = state.plot.xScale
        _ = state.update(.mouseUsed(MouseEvent(.release(.left), at: to)))
        #expect(state.plot.xScale.domain.lowerBound < before.domain.lowerBound)
    }

    @Test(
        "Keys and a command pan an enlarged plot as dragging does, as long as points lie there",
        arguments: [("(", ")"), ("s-left", "s-right"), ("{", "}"), ("s-up", "s-down"), (":pan left", ":pan right")])
    func panning(there: String, back: String) throws {
        var state = try Fixture.state()
        let selected = state.selection
        try state.press(there)
        #expect(state.frontier.viewport == nil && state.message.contains("+ enlarges it"))
        try state.press("+*4")
        let before = try #require(state.frontier.viewport)
        try state.press(there)
        let moved = try #require(state.frontier.viewport)
        #expect(moved != before && state.selection == selected && state.frontier.zoomLevel == 4)
        try state.press(back)
        let again = try #require(state.frontier.viewport)
        #expect(abs(again.x.domain.lowerBound - before.x.domain.lowerBound) < 1e-9)
        #expect(abs(again.y.domain.lowerBound - before.y.domain.lowerBound) < 1e-9)
        for _ in 0..<99 { try state.press(there) }
        #expect(state.message == "no point lies further there")
        let view = try #require(state.frontier.viewport)
        #expect(state.plot.points.contains { view.x.domain.contains($0.x) })
        var copy = try Fixture.state()
        try copy.press(ViewCommand(state).keys)
        #expect(copy.plot.xScale.domain.lowerBound == view.x.domain.lowerBound)
    }

    @Test("With Shift cursor keys are what they are without it where nothing can be panned")
    func shifted() throws {
        var state = try Fixture.state()
        try state.press("2,g")
        let first = state.selection
        try state.press("s-down")
        #expect(state.selection != first)
    }

    @Test("Anywhere on any screen it does no harm", arguments: Screen.allCases)
    func anywhere(screen: Screen) throws {
        for (columns, rows) in [(80, 24), (20, 5), (1, 1)] {
            var state = try Fixture.state(columns, rows)
            try state.press("\(screen.rawValue)")
            for row in -1...rows {
                for column in stride(from: -1, through: columns, by: 7) {
                    for kind in [MouseEvent.Kind.press(.left), .scrollDown, .release(.left), .press(.right), .scrollUp] {
                        _ = state.update(.mouseUsed(MouseEvent(kind, at: Point(column: column, row: row))))
                    }
                }
            }
            #expect(state.frame(for: .full).surface.size == Size(columns: columns, rows: rows))
        }
    }

    @Test(
        "A click on what stands under the cursor of a screen selects it", arguments: [Screen.bars, .layers], [(120, 40), (80, 24)])
    func cursor(screen: Screen, size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("\(screen.rawValue),g,j*2")
        let cell = try #require(state.frame(for: .full).cursor)
        let (bar, layer) = (state.bars.cursor, state.layers.cursor)
        try state.press("g")
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
        #expect(screen == .bars ? state.bars.cursor == bar : state.layers.cursor == layer)
    }

    @Test("A click on a bar chooses its pane")
    func pane() throws {
        var state = try Fixture.state(120, 40)
        try state.press("3")
        let body = FrameLayout(state).body
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: Point(column: body.right - 20, row: body.top + 3))))
        #expect(state.bars.pane == .area)
    }

    @Test("A click on a compared point selects it, if two are marked")
    func compared() throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,g,m,j,m,4,h")
        let names = state.marks.map(\.point.reference.name)
        let cell = try #require(state.frame(for: .full).cursor)
        try state.press("l")
        #expect(state.selectedName == names[1])
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
        #expect(state.selectedName == names[0])
        try state.press("M")
        let selection = state.selection
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
        #expect(state.selection == selection && state.message.contains("mark two"))
    }

    @Test("A click on an experiment selects it", arguments: [(120, 40), (80, 24), (40, 10)])
    func experiment(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1, canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        try state.press("6,j")
        let cell = try #require(state.frame(for: .full).cursor)
        try state.press("k")
        #expect(state.queueCursor == 0)
        _ = state.update(.mouseUsed(MouseEvent(.press(.left), at: cell)))
        #expect(state.queueCursor == 1)
    }

    @Test("A click on a heading sorts by its column, a second one turns the order round", arguments: [(120, 40), (80, 24)])
    func heading(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("2")
        let column = try #require(state.lines[1].split(separator: "acc %", omittingEmptySubsequences: false).first).count
        let click = Action.mouseUsed(MouseEvent(.press(.left), at: Point(column: column, row: 1)))
        _ = state.update(click)
        #expect(state.sorting == Sorting(column: .accuracy))
        _ = state.update(click)
        #expect(state.sorting == Sorting(column: .accuracy, isDescending: true))
    }

    @Test("The wheel moves on every screen that has something to move through", arguments: [Screen.bars, .layers, .runs])
    func wheel(screen: Screen) throws {
        var state = try Fixture.state(canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        try state.press("\(screen.rawValue),g")
        func place() -> Int? { screen == .bars ? state.bars.cursor : screen == .layers ? state.layers.cursor : state.queueCursor }
        let before = place()
        _ = state.update(.mouseUsed(MouseEvent(.scrollDown, at: Point(column: 10, row: 5))))
        #expect(place() == before.map { $0 + 1 })
    }
}
