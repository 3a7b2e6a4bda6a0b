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
}
