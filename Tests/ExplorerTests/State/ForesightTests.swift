import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("What the next key most likely does")
struct ForesightTests {
    private static func state(on screen: Screen) throws -> ExplorerState {
        var state = try Fixture.state(canRun: true)
        try state.press("m,j,m,j")
        _ = state.update(.screenChosen(screen))
        return state
    }

    @Test(
        "After a step it is another one, or that back", arguments: Screen.allCases,
        [("j", "k"), ("k", "j"), ("h", "l"), ("l", "h")])
    func steps(screen: Screen, keys: (String, String)) throws {
        var state = try Self.state(on: screen)
        try state.press(keys.0)
        let (again, back) = (try Self.pressed(keys.0, in: state), try Self.pressed(keys.1, in: state))
        let foresight = Foresight(from: state, after: .character(Character(keys.0)))
        #expect(foresight.states == [again, back])
        for (key, expected) in [(keys.0, again), (keys.1, back)] {
            var next = state
            #expect(foresight.update(&next, .keyPressed(.character(Character(key)))) == [])
            #expect(next == expected)
        }
    }

    @Test("Steps along the frontier and by pages are foreseen too")
    func farSteps() throws {
        var state = try Self.state(on: .table)
        for (key, opposite) in [(Key.character("n"), Key.character("N")), (.pageDown, .pageUp)] {
            _ = state.update(.keyPressed(key))
            var back = state
            _ = back.update(.keyPressed(opposite))
            #expect(Foresight(from: state, after: key).states.last == back)
        }
    }

    @Test(
        "After a key that moves nothing, and where a line is typed, nothing is foreseen",
        arguments: ["m", "w", "/,j", "s", "1,a", "?"])
    func otherKeys(keys: String) throws {
        var state = try Self.state(on: .table)
        try state.press(keys)
        let last = try #require(keys.last)
        #expect(Foresight(from: state, after: .character(last)).states == [])
    }

    @Test("A key that was foreseen does what it does now, if something else has happened since")
    func outdated() throws {
        var state = try Self.state(on: .table)
        try state.press("j")
        let foresight = Foresight(from: state, after: .character("j"))
        try state.press("m,G")
        var next = state
        _ = foresight.update(&next, .keyPressed(.character("j")))
        #expect(next == (try Self.pressed("j", in: state)))
        #expect(foresight.update(&next, .quitAsked) == [.quit])
    }

    private static func pressed(_ key: String, in state: ExplorerState) throws -> ExplorerState {
        var next = state
        try next.press(key)
        return next
    }
}
