import Foundation
import Terminal
import Testing

@testable import Explorer

@Suite("Keys")
struct KeyBindingsTests {
    private static let contexts: [KeyBinding.Context] = Screen.allCases.map(KeyBinding.Context.screen) + [.panel, .prompt]

    @Test("No key stands for two things in one place", arguments: contexts)
    func unambiguous(context: KeyBinding.Context) {
        let keys = KeyBindings.all.filter { $0.works(in: context, canRun: true) }.flatMap { $0.strokes.map(\.key) }
        #expect(Set(keys).count == keys.count)
    }

    @Test("Help lists every key of its screen", arguments: Screen.allCases)
    func help(screen: Screen) throws {
        var state = try Fixture.state(150, 100, canRun: true)
        _ = state.update(.screenChosen(screen))
        try state.press("?")
        let text = state.text
        for binding in KeyBindings.all where binding.works(in: .screen(screen), canRun: true) {
            #expect(text.contains(binding.keysText) && text.contains(binding.help))
        }
        for other in KeyBindings.all where !binding(other, worksIn: screen) { #expect(!text.contains(other.help)) }
    }

    private func binding(_ binding: KeyBinding, worksIn screen: Screen) -> Bool {
        // The lines for panels and for typing are shown with every screen, or worded as on the screens.
        !binding.contexts.isDisjoint(with: [.screen(screen), .panel, .prompt])
    }

    @Test("The man page names the first key of everything that a screen can do", arguments: Screen.allCases)
    func manPage(screen: Screen) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/bitfront.1").standardized
        let page = try String(contentsOf: file, encoding: .utf8)
        let section = try #require(page.split(separator: ".SH KEYS\n").last?.split(separator: "\n.SH ").first)
        let keys = section.split(separator: "\n").filter { $0.hasPrefix(".B ") }
            .flatMap { $0.dropFirst(3).replacing("\\", with: "").replacing(",", with: "").split(separator: " ") }
        for binding in KeyBindings.all where binding.works(in: .screen(screen), canRun: true) {
            let label = binding.strokes[0].key.label
            #expect(keys.contains { $0 == label }, "\(label): \(binding.help)")
        }
    }

    @Test("Help begins with presets that are left out, also when the explorer was opened again", arguments: [0, 1, 2])
    func faultyPresets(count: Int) throws {
        let state = ExplorerState(try Fixture.study(), size: Size(columns: 100, rows: 30), faultyPresets: count)
        var again = state.reopened(theme: .light)
        try again.press("?")
        let text = again.text
        #expect(text.contains("left out: bitfront presets check") == (count > 0))
        #expect(text.contains("2 presets have problems and are left out") == (count == 2))
        #expect((state.faultyPresetsMessage == nil) == (count == 0))
    }

    @Test("What a key does stays in its column, however narrow the screen", arguments: [(80, 18), (40, 13)])
    func helpColumn(columns: Int, start: Int) throws {
        let state = try Fixture.state(columns, 24)
        let lines = PanelText.help(of: state, columns: columns).map(\.text)
        let end = try #require(lines.firstIndex(of: "Marks behind a point's name"))
        #expect(lines[..<end].allSatisfy { $0.displayColumns <= columns } && lines.contains { $0.hasPrefix("      ") })
        for line in lines[..<end] where line.hasPrefix("      ") {
            #expect(line.prefix { $0 == " " }.count >= start, "\(line)")
        }
    }

    @Test("Every binding says what it does, and works somewhere")
    func complete() {
        for binding in KeyBindings.all {
            #expect(!binding.help.isEmpty && !binding.strokes.isEmpty && !binding.contexts.isEmpty)
            #expect(binding.strokes.allSatisfy { !$0.key.label.isEmpty })
        }
    }

    @Test("The key line names help and quit whatever the width", arguments: Screen.allCases, [30, 40, 80, 120])
    func keyLine(screen: Screen, columns: Int) throws {
        var state = try Fixture.state(columns, 24)
        _ = state.update(.screenChosen(screen))
        let line = try #require(state.lines.last)
        #expect(line.contains("? help") && line.contains("q quit"))
    }

    @Test("A key that does nothing over a text says so")
    func panelKey() throws {
        var state = try Fixture.state(120, 40)
        try state.press("w,m")
        #expect(state.message == "m does nothing while a text is open: Esc closes it" && state.marks.isEmpty)
        try state.press("j")
        #expect(state.message.isEmpty)
    }

    @Test("Every screen has its number, and there is no other", arguments: Screen.allCases)
    func screens(screen: Screen) throws {
        var state = try Fixture.state(140, 60)
        try state.press("\(screen.rawValue)")
        #expect(state.screen == screen)
        try state.press("7")
        #expect(state.screen == screen)
    }

    @Test("Display events become actions, signals do not")
    func events() {
        #expect(Action(.key(.enter)) == .keyPressed(.enter))
        #expect(Action(.resize(Size(columns: 3, rows: 4))) == .resized(Size(columns: 3, rows: 4)))
        #expect(Action(.paste("x")) == .pasted("x"))
        #expect(Action(.terminate(.hangup)) == nil)
    }
}
