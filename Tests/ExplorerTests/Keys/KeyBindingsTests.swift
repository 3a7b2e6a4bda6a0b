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
