import DesignSpace
import ShippedPresets
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("The command that prints a view")
struct ViewCommandTests {
    /// Keys that a view remembers the effect of; zooming depends on where one was at the time.
    private static let keys: [Key] =
        "123456hjklgGnNmMsSayi%dKbuTU".map(Key.character) + [.tab, .backTab, .pageDown, .pageUp]

    @Test("The keys of the command lead from the start to the same frame", arguments: 1...12)
    func sameFrame(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var state = try Fixture.state(seed.isMultiple(of: 2) ? 120 : 70, 24, study: "default")
        let filters = [
            "/,c-u,text:acc>50,enter", "B,c-u,text:power<500 area<7,enter",
            "e,c-u,text:clock=500 sb*2,enter", "/,c-u,text:net=alex,text: prec=fixed:8,comma,text:8,enter",
        ]
        for _ in 0..<25 {
            if let key = Self.keys.randomElement(using: &generator) { _ = state.update(.keyPressed(key)) }
            if Int.random(in: 0..<12, using: &generator) == 0 { try state.press(filters[Int.random(in: 0..<4, using: &generator)]) }
        }
        let effects = state.update(.keyPressed(.character("Y")))
        #expect(effects == [.copy(ViewCommand(state).line)])
        #expect(state.text.contains("bitfront --study default --screen \(state.screen.title.lowercased())"))
        try state.press("esc")
        let command = ViewCommand(state)
        var other = try Fixture.state(state.size.columns, state.size.rows, study: "default")
        other.theme = command.theme
        try other.press(command.keys)
        #expect(zip(other.lines, state.lines).filter { $0 != $1 }.map { "\($0) | \($1)" } == [], "\(command.line)")
        let isSame = other.frame(for: .full) == state.frame(for: .full)
        #expect(isSame, "\(command.line)")
    }

    @Test("In a tour they lead to the stop, and its end to what was shown before it")
    func tour() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 100, rows: 30), tours: [tour])
        var other = state
        try state.press("d,/,text:acc>90,enter,P,n*3")
        try other.press(ViewCommand(state).keys)
        #expect(other.presentation?.position == 3 && other.lines == state.lines)
        try state.press("esc")
        try other.press("esc")
        #expect(other.presentation == nil && other.lines == state.lines)
    }

    @Test("A data set is gone to by its name, so that one that comes first later changes nothing")
    func datasetByName() throws {
        var state = try Fixture.state(100, 30, study: "default")
        try state.press("d")
        #expect(ViewCommand(state).keys.contains("text:dataset \(state.dataset)"))
    }

    @Test("A quotation mark in a filter is quoted for the shell")
    func quoted() throws {
        var state = try Fixture.state()
        try state.press("/,text:net~'x',enter")
        #expect(ViewCommand(state).line.contains("text:net~'\\''x'\\''") || state.filter == nil)
    }
}
