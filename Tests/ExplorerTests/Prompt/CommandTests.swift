import DesignSpace
import Terminal
import Testing

@testable import Explorer

@Suite("The command line")
struct CommandTests {
    @Test("Every command is found by its name, and completed from what makes it the only one", arguments: Command.all)
    func names(command: Command) throws {
        #expect(try Command.named(Word(text: command.name, offset: 0)) == command)
        #expect(!command.help.isEmpty)
        #expect((command.action == nil) == (command.argument != .none))
    }

    @Test("Everything that has a key on a screen has a command")
    func complete() {
        let withoutName: [Action] = [.closed, .suspendAsked, .whatIfOpened, .filterOpened, .budgetOpened, .detailsOpened]
        let actions = KeyBindings.all.filter { !$0.contexts.isDisjoint(with: Set<KeyBinding.Context>.screens) }
            .flatMap { $0.strokes.map(\.action) }
        for action in Set(actions) where !withoutName.contains(action) {
            let isNamed = Command.all.contains { $0.action == action }
            let isArgument: Bool
            switch action {
            case .moved, .paged, .movedToEnd, .screenTurned, .commandOpened: isArgument = true
            case .presentationAsked, .sortColumnTurned, .sortReversed, .costTurned, .datasetTurned, .themeTurned,
                .runAsked, .markToggled, .panned:
                isArgument = true
            default: isArgument = false
            }
            #expect(isNamed || isArgument, "\(action)")
        }
    }

    @Test(
        "A place that there is not is said with what there is",
        arguments: [
            ("select alex/fixed9", "use"), ("select lenet/fixed8 measured", nil), ("select nothing", "NETWORK/PRECISION"),
            ("select big/fixed8", "there is no big/fixed8 here"), ("mark alex/fixed8", nil), ("bar fixed7", "use float32"),
            ("bar fixed8", nil), ("layer 0", "1 to"), ("layer 99", "1 to"), ("layer 2", nil), ("experiment", "no experiment"),
            ("zoom 1 2 3", "the ends of both axes"), ("zoom 10 5 70 80", "the ends of both axes"), ("zoom 10 500 75 85", nil),
            ("zoom nan 1 2 3", "the ends of both axes"), ("scroll -1", "how many rows"), ("scroll 5000", nil),
            ("scroll 99999999999999999999", "how many rows"), ("pane volume", "use power, area"), ("pane area", nil),
        ] as [(String, String?)])
    func places(command: String, advice: String?) throws {
        var state = try Fixture.state(120, 40)
        let mistakes = state.perform([.command(command)]).mistakes
        #expect(mistakes.map(\.message).joined().contains(advice ?? "") && mistakes.isEmpty == (advice == nil), "\(mistakes)")
        #expect(state.text.contains("Frontier"))
    }

    @Test(
        "A word that is nearly a command is answered with the one that may be meant, any other with how to see them",
        arguments: [("fliter acc>80", "did you mean filter?"), ("colums", "did you mean columns?"), ("xyzzy", "Tab shows them")])
    func nearMiss(line: String, advice: String) throws {
        var state = try Fixture.state(120, 40)
        let mistakes = state.perform([.command(line)]).mistakes
        #expect(mistakes.count == 1 && mistakes.first?.message.hasSuffix(advice) == true, "\(mistakes)")
    }

    @Test("Over a text x exports what is on the screen, the text, which stays", arguments: ["?", "w", "Y"])
    func exportOfPanel(key: String) throws {
        var state = try Fixture.state(100, 30)
        try state.press(key)
        let title = try #require(state.lines.dropFirst().first?.split(separator: "·").first?.split(separator: "1").first)
        try state.press("x")
        #expect(state.prompt?.text == "export " && state.panel != nil)
        let effects = try state.press("c-u,text:text,enter")
        guard case .export(let export) = effects.first, case .picture(let text) = export.content else {
            Issue.record("\(effects)")
            return
        }
        #expect(text.contains(title) && state.panel != nil && state.prompt == nil)
        guard case .export(let image) = try state.press("x,enter").first, case .picture(let svg) = image.content else { return }
        #expect(svg.contains(key == "Y" ? "The" : "Moving") || svg.contains("Why"))
    }

    @Test("A command given over a text is carried out, and seen: the text makes way")
    func commandOverPanel() throws {
        var state = try Fixture.state(100, 30)
        try state.press("?,:,text:filter net=alex,enter")
        #expect(state.filter?.text == "net=alex" && state.panel == nil)
        try state.press("?,:,text:why,enter")
        #expect(state.panel?.kind == .why)
        try state.press(":,text:nonsense,enter")
        #expect(state.panel?.kind == .why && state.prompt?.error != nil)
        try state.press("esc")
        #expect(state.panel?.kind == .why && state.prompt == nil)
        try state.press(":,text:scroll 2,enter")
        #expect(state.panel?.firstLine == 2)
    }

    @Test("Over a text at a stop of a tour there is no command line, as there is none at the stop")
    func commandInTour() throws {
        let tour = Tour(name: "one", title: "One", study: "hashemi2017", stops: [Tour.Stop(title: "A", caption: "B", view: .table)])
        var state = ExplorerState(try Fixture.study(), size: Size(columns: 80, rows: 24), tours: [tour])
        try state.press("P,?,:,x")
        #expect(state.prompt == nil && state.panel?.kind == .help && state.isPresenting)
    }

    @Test(
        "Ctrl-U leaves the command that a key has written, and takes what stands behind it",
        arguments: [("x", "export "), ("2,o", "columns ")])
    func clearing(keys: String, name: String) throws {
        var state = try Fixture.state(100, 30)
        try state.press("\(keys),c-u")
        #expect(state.prompt?.text == name && state.prompt?.cursor == name.count)
        try state.press("text:abc def,home,c-u,c-u")
        #expect(state.prompt?.text == name && state.prompt?.cursor == name.count)
        try state.press("c-w,text:fit,c-u")
        #expect(state.prompt?.text == "")
        try state.press("esc,:,text:export csv,c-u")
        #expect(state.prompt?.text == "")
    }

    @Test("A mistake that has no room beside its caret is wrapped below it", arguments: [(40, 10), (30, 12), (20, 10)])
    func wrapped(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("/,text:foo=1")
        let message = try #require(state.prompt?.error?.message)
        let below = state.lines.drop { !$0.hasPrefix("/foo") }.dropFirst(2).joined(separator: " ")
        #expect(below.split(separator: " ").joined(separator: " ") == message)
        #expect(state.lines.contains { $0.hasPrefix(" ^") })
        let cursor = try #require(state.frame(for: .full).cursor)
        #expect(state.lines[cursor.row].hasPrefix("/foo"))
        _ = state.update(.resized(Size(columns: 20, rows: 5)))
        #expect(state.lines[0].hasPrefix("/foo") && state.lines[2].hasPrefix("use net"))
    }

    @Test("The empty line of what if offers its first names, and Tab writes the first")
    func emptyWhatIf() throws {
        var state = try Fixture.state(100, 30)
        try state.press("e")
        #expect(state.text.contains("Tab  clock="))
        try state.press("tab")
        #expect(state.prompt?.text == "clock=")
        #expect(state.text.contains("now 250"))
    }

    @Test("Commands do what they say")
    func effects() throws {
        var state = try Fixture.state(120, 40)
        try state.press(":,text:table,enter")
        #expect(state.screen == .table)
        try state.press(":,text:sort -energy,enter")
        #expect(state.sorting.column == .energy && state.sorting.isDescending)
        try state.press(":,text:filter net=alex,enter")
        #expect(state.filter?.text == "net=alex")
        try state.press(":,text:filter,enter,:,text:budget power<500,enter")
        #expect(state.filter == nil && state.budget?.text == "power<500")
        try state.press(":,text:dataset mnist,enter,:,text:theme dark,enter,:,text:cost area,enter")
        #expect(state.dataset == "mnist" && state.theme == .dark && state.frontier.cost == .area)
        #expect(try state.press(":,text:quit,enter") == [.quit])
    }

    @Test(
        "A line that is no command stays open with what is wrong",
        arguments: ["nonsense", "sort nothing", "filter acc>", "theme pink", "export gif", "quit now", "whatif clock=x", "s"])
    func mistakes(line: String) throws {
        var state = try Fixture.state(120, 40)
        #expect(try state.press(":,text:\(line),enter").isEmpty)
        #expect(state.prompt?.error != nil)
        try state.press("esc")
        #expect(state.prompt == nil)
    }

    @Test(
        "Tab completes as far as there is no doubt",
        arguments: [
            (":,text:know,bs,bs,tab", "knee "), (":,text:theme colo,tab", "theme colorblind "),
            (":,text:export s,tab", "export svg "), (":,text:present hash,tab", "present hash"), ("x,tab", "export svg"),
            ("x,tab*2", "export csv"), ("x,tab*6", "export text"), ("x,tab*7", "export svg"), ("x,tab,space,tab", "export svg "),
            ("e,text:clo,tab", "clock="), (":,text:sort ener,tab", "sort energy"), ("/,text:xyz,tab", "xyz"),
        ])
    func completion(keys: String, line: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press(keys)
        #expect(state.prompt?.text == line)
    }

    @Test("x offers the forms of a file, and says which one Enter alone writes")
    func forms() throws {
        var state = try Fixture.state(120, 40)
        try state.press("x")
        let hint = try #require(state.lines.last)
        #expect(hint.contains("Enter writes svg") && hint.contains("Tab  svg  csv  json  markdown  latex  text"), "\(hint)")
        for (keys, format) in [("enter", Export.Format.svg), ("x,text:csv,enter", .csv), (":,text:export,enter", .svg)] {
            guard case .export(let export) = try state.press(keys).first else {
                Issue.record("nothing is exported: \(state.text)")
                continue
            }
            #expect(export.format == format && export.file == nil)
        }
    }

    @Test(
        "The name of a form is no name of a file: it was meant as the form",
        arguments: [("svg csv", 11, "csv"), ("csv csv", 11, "csv"), ("json   LaTeX", 14, "latex")])
    func formAsFile(line: String, offset: Int, meant: String) throws {
        var state = try Fixture.state(120, 40)
        #expect(try state.press(":,text:export \(line),enter") == [])
        let error = try #require(state.prompt?.error)
        let name = line.split(separator: " ").last ?? ""
        #expect(error.offset == offset && error.message == "'\(name)' is a format: ':export \(meant)' writes one")
        #expect(try state.press("c-u,text:export csv ./csv,enter").count == 1)
    }

    @Test("Tab goes through the forms of a file from where it put one, and leaves one alone that was typed")
    func formsByTab() throws {
        var state = try Fixture.state(120, 40)
        try state.press(":,text:export csv,tab")
        #expect(state.prompt?.text == "export csv")
        try state.press("c-u,text:export ,tab")
        #expect(state.prompt?.text == "export svg")
        try state.press("tab,tab")
        #expect(state.prompt?.text == "export json")
    }

    @Test("A study is opened by its name, which Tab completes, also one that was written since")
    func study() throws {
        var state = ExplorerState(
            try Fixture.study(), size: Size(columns: 120, rows: 40), studies: ["default", "hashemi2017", "mine"])
        #expect(try state.press(":,text:study m,tab,enter") == [.openStudy("mine")])
        #expect(try state.press(":,text:study other,enter") == [.openStudy("other")])
        #expect(try state.press(":,text:study,enter") == [])
        #expect(state.prompt?.error?.message == "which: default, hashemi2017, mine?")
    }

    @Test("A part of the plot without a point is told of")
    func emptyPart() throws {
        var state = try Fixture.state(120, 40)
        try state.press(":zoom 0.001 0.002 10 20")
        #expect(state.message == "no point lies there: 0 shows the whole plot")
        try state.press(":zoom 10 500 70 85")
        #expect(state.message.isEmpty)
    }

    @Test("What is exported names study, scenario and version in every format", arguments: Export.Format.allCases, Screen.allCases)
    func export(format: Export.Format, screen: Screen) throws {
        var state = try Fixture.state(120, 40)
        _ = state.update(.queueChanged(try Fixture.queue()))
        try state.press("\(screen.rawValue),e,text:clock=300,enter")
        guard case .export(let export) = try state.press(":,text:export \(format.rawValue) file,enter").first else {
            Issue.record("nothing is exported")
            return
        }
        #expect(export.format == format && export.file == "file")
        let facts = Dictionary(uniqueKeysWithValues: export.provenance.map { ($0.name, $0.value) })
        // A run is of no accelerator.
        #expect(facts["study"] == "hashemi2017" && facts["scenario"] == (screen == .runs ? nil : "clock=300"))
        #expect(facts["version"] == BitfrontVersion.current)
        guard case .picture(let picture) = export.content else { return }
        #expect(picture.contains("scenario clock=300") == (screen != .runs))
        #expect(picture.contains("version \(BitfrontVersion.current)"))
    }
}
