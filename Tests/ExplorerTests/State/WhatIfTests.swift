import DesignSpace
import HardwareModel
import Quantities
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("What if")
struct WhatIfTests {
    @Test("Every screen follows while one types, and leaving puts everything back", arguments: Screen.allCases)
    func typed(screen: Screen) throws {
        var state = try Fixture.state(120, 40)
        try state.press("\(screen.rawValue)")
        let before = state.text
        let power = try #require(state.selectedPoint?.evaluation.power)
        try state.press("e,text:clock=500")
        #expect(state.study.accelerator.tile.clock == .megahertz(500))
        #expect(try #require(state.selectedPoint?.evaluation.power) > power)
        #expect(state.text != before)
        try state.press("esc")
        #expect(state.text == before)
    }

    @Test(
        "A clock above the synthesised one is marked as unverified timing on every screen, another tile as extrapolated",
        arguments: Screen.allCases, [80, 120])
    func marked(screen: Screen, columns: Int) throws {
        var state = try Fixture.state(columns, 24)
        try state.press("\(screen.rawValue)")
        #expect(!state.lines[0].contains("unverified") && !state.lines[0].contains("extrapolated"))
        try state.press("e,text:clock=500,enter")
        #expect(state.lines[0].contains("timing unverified"))
        try state.press("e,c-u,text:sb*8,enter")
        #expect(state.lines[0].contains("extrapolated"))
        // A run is of no accelerator.
        guard screen != .runs else { return }
        #expect(try Export(state, as: .svg, file: nil).provenance.contains { $0.name == "caveats" })
    }

    @Test("A clock above the synthesised one is unverified timing")
    func unverified() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=500,enter")
        #expect(state.selectedPoint?.evaluation.caveats.contains(.unverifiedTiming) == true)
        #expect(state.text.contains("what if clock=500"))
    }

    @Test("The old place of each point stays as a ghost")
    func ghosts() throws {
        var state = try Fixture.state(120, 40)
        #expect(state.plot.ghosts.isEmpty)
        let places = state.plot.points.map(\.x)
        try state.press("e,text:sb*2,enter")
        #expect(state.plot.ghosts.map(\.x) == places)
        #expect(state.text.contains("○ before"))
    }

    @Test("Changes are taken back and made again")
    func undo() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=100,enter,e,c-u,text:neurons=8,enter")
        #expect(state.whatIf.text == "neurons=8")
        try state.press("U")
        #expect(state.whatIf.text == "clock=100")
        try state.press("U")
        #expect(!state.whatIf.isChanged && state.study == state.loaded)
        try state.press("U")
        #expect(state.message.contains("nothing to undo"))
        try state.press("c-r,c-r")
        #expect(state.whatIf.text == "neurons=8")
        try state.press(":,text:reset,enter")
        #expect(!state.whatIf.isChanged)
    }

    @Test("A component's cost changes the points that have the component, and says so under why")
    func cost() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:fixed_multiplier.energy*2,enter")
        for (row, old) in zip(state.study.rows, state.loaded.rows) {
            let hasMultipliers = row.evaluation.design.components.contains { $0.component == .fixedMultiplier }
            #expect((row.evaluation.power > old.evaluation.power) == hasMultipliers, "\(row.name)")
        }
        let source = state.study.accelerator.costs[.fixedMultiplier].source
        #expect(source.hasPrefix("changed by hand"))
    }

    @Test(
        "A mistake is shown at its place, and nothing changes",
        arguments: [
            ("clock/2", 5, "'/' is no sign of a change: use clock=NUMBER, or clock*FACTOR"), ("sb=2 sb+4", 7, "'+' is no sign"),
            ("clok/5", 0, "there is no 'clok/5'"), ("clok=5", 0, "there is no 'clok'"),
            ("=5", 0, "a name is missing before the '='"), ("sb=2 *3", 5, "a name is missing before the '*'"),
            ("clock", 0, "needs a number"),
            ("clock=x", 6, "is no number"),
            ("sb=64 neurons=0", 14, "out of range"), ("clock=1e99", 6, "out of range"), ("control.area=-1", 13, "out of range"),
            ("fixed_multiplier.", 0, "which: fixed_multiplier.energy pJ, fixed_multiplier.area µm²?"),
            ("fixed_multiplier.=2", 0, "there is no 'fixed_multiplier.'"), ("sb=nan", 3, "is no number"),
            ("clock=0x10", 6, "'0x10' is no number"), ("neurons=3.5", 8, "neurons is a count, and 3.5 is no whole number"),
            ("neurons*1.3", 8, "neurons is a count, and 20.8 is no whole number"),
            ("nbin=99999999", 5, "nbin 99999999 is out of range: use 1 to 1048576"),
            ("neurons=0", 8, "neurons 0 is out of range: use 1 to 1024"),
            ("neurons=1000000", 8, "neurons 1000000 is out of range: use 1 to 1024"), ("sb=0", 3, "use 1 to 1048576"),
            ("clock=1e300", 6, "clock in MHz 1e300 is out of range: use 0.001 to 100000"), ("clock=0", 6, "use 0.001 to 100000"),
        ])
    func mistakes(text: String, offset: Int, message: String) throws {
        let basis = try Fixture.study().accelerator
        do {
            _ = try WhatIfLine(text, from: basis)
            Issue.record("read without a mistake")
        } catch {
            #expect(error.offset == offset && error.message.contains(message), "\(error)")
        }
    }

    @Test("The text of a change is read back to the same accelerator", arguments: Accelerator.Parameter.all)
    func text(parameter: Accelerator.Parameter) throws {
        let basis = try Fixture.study().accelerator
        let changed = try WhatIfLine("\(parameter.name)*2", from: basis).accelerator
        #expect(changed.changes(from: basis) == (basis[parameter] == 0 ? [] : [parameter]))
        let again = try WhatIfLine(WhatIf.text(of: changed, from: basis), from: basis).accelerator
        #expect(abs(again[parameter] - changed[parameter]) <= 1e-8 * max(1, abs(changed[parameter])))
    }

    @Test("A study priced anew is the study opened on that accelerator", arguments: ["hashemi2017", "default"])
    func repriced(name: String) throws {
        let catalogue = try ShippedPresets.catalogue()
        let study = try EvaluatedStudy(catalogue.study(name), in: catalogue)
        let other = try WhatIfLine("clock=100 neurons=32 sb*4 integer_adder.energy*3", from: study.accelerator).accelerator
        let opened = try EvaluatedStudy(catalogue.study(name), in: catalogue, options: .init(accelerator: other))
        let isSame = study.repriced(on: other) == opened
        #expect(isSame)
        let isBack = study.repriced(on: other).repriced(on: study.accelerator) == study
        #expect(isBack)
    }

    @Test("Two scenarios are laid over one another")
    func overlay() throws {
        let study = try Fixture.study()
        let fast = try Accelerator(
            name: "fast", title: "fast", tile: study.accelerator.setting(.clock, to: 500).tile, costs: study.accelerator.costs,
            source: "test")
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40), accelerators: [study.accelerator, fast])
        try state.press(":,text:overlay fast,enter")
        try state.press("a,a,a")
        #expect(state.frontier.cost == .latency)
        #expect(state.plot.ghosts.count == state.plot.points.count)
        try state.press(":,text:scenario fast,enter")
        #expect(state.plot.ghosts.isEmpty && state.study.accelerator.name == "fast")
        try state.press(":,text:overlay none,enter")
        #expect(state.plot.ghosts.isEmpty && state.message == "nothing is laid behind")
        try state.press(":,text:overlay tile-65nm,enter")
        #expect(state.plot.ghosts.count == state.plot.points.count)
        try state.press("a,a")
        #expect(state.frontier.cost == .energy, "which the clock does not change")
        try state.press(":overlay none,:scenario tile-65nm,:overlay fast")
        #expect(state.message == "behind: fast, where all is at the same places on this axis")
    }

    @Test(
        "What was before a what-if goes from the plot on request, until something else is tried, and the command of the view says so"
    )
    func nothingBehind() throws {
        var state = try Fixture.state(120, 40)
        try state.press(":whatif sb*2,:overlay none")
        #expect(state.plot.ghosts.isEmpty && !state.text.contains("○") && state.message == "nothing is laid behind")
        var same = try Fixture.state(120, 40)
        same.perform(try KeyScript(ViewCommand(state).script(\.steps)).inputs)
        #expect(same.plot.ghosts.isEmpty && same.whatIf.current == state.whatIf.current)
        try state.press("e,c-u,text:sb*8")
        #expect(!state.plot.ghosts.isEmpty)
    }

    @Test("A scenario is saved under a name that nothing has yet")
    func save() throws {
        var state = try Fixture.state(120, 40)
        #expect(try state.press(":,text:save mine,enter").isEmpty)
        try state.press("esc,e,text:clock=300,enter")
        let effects = try state.press(":,text:save mine,enter")
        guard case .save(let scenario) = effects.first else {
            Issue.record("nothing was saved")
            return
        }
        #expect(scenario.name == "mine" && scenario.changes == "clock=300" && scenario.accelerator == state.study.accelerator)
        for name in ["tile-65nm", "a/b", "..", "a%20b", "-rf", ".hidden"] {
            #expect(try state.press(":,text:save \(name),enter").isEmpty, "\(name)")
            let message = state.prompt?.error?.message ?? ""
            #expect(message.contains(name == "tile-65nm" ? "already" : "begins with neither - nor ."), "\(message)")
            try state.press("esc")
        }
    }

    @Test("A scenario that was saved can be chosen at once, and its name is taken")
    func saved() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=500,enter")
        let effects = try state.press(":,text:save fast,enter")
        guard case .save(let scenario)? = effects.last else {
            Issue.record("nothing is saved: \(effects)")
            return
        }
        _ = state.update(.scenarioSaved(scenario, file: "fast.yaml"))
        #expect(state.message == "saved: fast.yaml")
        try state.press("U")
        #expect(!state.whatIf.isChanged)
        try state.press(":,text:scenario fast,enter")
        #expect(state.study.accelerator.tile.clock.megahertz == 500)
        try state.press(":reset,:overlay fast")
        #expect(state.whatIf.overlay?.tile.clock.megahertz == 500)
    }

    @Test("An accelerator of one's own is saved again if that is asked for twice in a row, and takes the place of the old one")
    func savedAgain() throws {
        let study = try Fixture.study()
        let own = try study.accelerator.setting(.clock, to: 500).with(name: "fast")
        let other = try study.accelerator.setting(.clock, to: 100).with(name: "shipped")
        var state = ExplorerState(
            study, size: Size(columns: 120, rows: 40), accelerators: [study.accelerator, own, other], ownAccelerators: ["fast"])
        try state.press(":overlay fast,:whatif clock=300")
        for keys in [":save fast", ":fit,:save fast", ":save new,:save fast"] {
            #expect(try !state.press(keys).contains { if case .save(let one) = $0 { one.name == "fast" } else { false } })
            #expect(state.message == "you have an accelerator 'fast' already: the same command again replaces it")
        }
        guard case .save(let scenario)? = try state.press(":save fast").first else {
            Issue.record("nothing is saved")
            return
        }
        #expect(scenario.replaces && scenario.name == "fast")
        #expect(scenario.title == "tile-65nm with clock=300")
        // What was made of the old one, and what undo goes back to, is told as changes of the new one.
        var made = state
        try made.press(":reset,:scenario fast,:whatif clock=200,:save fast")
        guard case .save(let replaced)? = try made.press(":save fast").first else {
            Issue.record("nothing is saved")
            return
        }
        _ = made.update(.scenarioSaved(replaced, file: "fast.yaml"))
        #expect(made.lines[0].contains("what if fast ") && made.study.accelerator.tile.clock.megahertz == 200)
        try made.press("U")
        #expect(made.lines[0].contains("what if fast (clock=500)") && made.study.accelerator.tile.clock.megahertz == 500)
        _ = state.update(.scenarioSaved(scenario, file: "fast.yaml"))
        #expect(state.message == "saved: fast.yaml" && state.accelerators.count { $0.name == "fast" } == 1)
        #expect(state.whatIf.overlay?.tile.clock.megahertz == 300)
        for name in ["shipped", "tile-65nm"] {
            let mistakes = state.perform([.command("save \(name)"), .command("save \(name)")]).mistakes
            #expect(mistakes.count == 2 && mistakes.allSatisfy { $0.message.contains("already") })
        }
    }

    @Test("What can be laid behind is named with what ends it", arguments: [("overlay", "which: "), ("overlay x", "use ")])
    func overlays(line: String, begins: String) throws {
        var state = try Fixture.state(120, 40)
        let message = state.perform([.command(line)]).mistakes.first?.message ?? ""
        #expect(message.contains("\(begins)tile-65nm, none"), "\(message)")
    }

    @Test(
        "However much was changed, the title says what was changed first, and that figures are hypothetical",
        arguments: [(120, 40, "unverified, extrapolated"), (80, 24, "unverif., extrap.")])
    func longTitle(columns: Int, rows: Int, caveats: String) throws {
        var state = try Fixture.state(columns, rows)
        try state.press("e,text:clock=500 sb*2 fixed_multiplier.energy*0.8 control.energy*2 barrel_shifter.energy*3,enter")
        #expect(state.lines[0].contains("what if clock=500") && state.lines[0].contains(caveats), "\(state.lines[0])")
    }

    @Test("What is laid behind is announced only where something of it is drawn, and named in a legend there")
    func announced() throws {
        let study = try Fixture.study()
        let fast = try study.accelerator.setting(.clock, to: 200).with(name: "calm")
        var state = ExplorerState(study, size: Size(columns: 160, rows: 40), accelerators: [study.accelerator, fast])
        try state.press(":,text:overlay calm,enter,esc")
        // The clock moves power, and no energy.
        for (keys, isShown) in [
            ("1", false), ("a", true), ("2", false), ("3", true), ("%", false), ("%,4", false), ("5", false), ("6", false),
        ] {
            try state.press(keys)
            #expect(state.lines[0].contains("behind: calm") == isShown, "\(keys): \(state.lines[0])")
            #expect(state.text.contains("┊") == (isShown && state.screen == .bars))
        }
        try state.press("3")
        #expect(state.lines[1].contains("┊ calm"))
        try state.press("e,text:clock=100,enter,:,text:overlay none,enter")
        #expect(!state.text.contains("behind:") || state.lines[1].contains("┊ before"))
        try state.press("?")
        #expect(PanelText(.help, of: state).lines.contains { $0.text.contains("┊") })
    }

    @Test("What is said of the word under the cursor is not said of a mistake in another")
    func mistakeElsewhere() throws {
        var state = try Fixture.state()
        try state.press("e,text:neurons=0 sb")
        let text = state.text
        #expect(text.contains("use 1 to 1024") && !text.contains("1024: sb"), "\(text)")
    }

    @Test("The line names unit and present value of the parameter that is typed")
    func hint() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock")
        #expect(state.lines[39].contains("clock MHz, now 250: clock=NUMBER or clock*FACTOR"))
        try state.press("text:=500")
        #expect(state.lines[39].contains("clock MHz, now 250"))
        try state.press("enter,e,c-u,text:clock*2")
        #expect(state.lines[39].contains("clock MHz, now 500, opened with 250"))
        try state.press("esc,:,text:whatif sb=3")
        #expect(state.lines[39].contains("sb, now \(state.whatIf.basis.tile.synapseBufferEntries)"))
    }

    @Test("Tab goes from a component to its costs, and from one to the other")
    func completion() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:fixed_m,tab")
        #expect(state.prompt?.text == "fixed_multiplier.")
        #expect(state.lines[39].contains("fixed_multiplier.energy=") && state.lines[39].contains("fixed_multiplier.area="))
        try state.press("tab")
        #expect(state.prompt?.text == "fixed_multiplier.energy=")
        try state.press("tab")
        #expect(state.prompt?.text == "fixed_multiplier.area=")
        try state.press("text:3,tab")
        #expect(state.prompt?.text == "fixed_multiplier.area=3")
    }

    @Test(
        "Changed figures are marked on every screen, others and those of the opened accelerator are not", arguments: Screen.allCases
    )
    func marked(screen: Screen) throws {
        guard screen != .runs else { return }
        var state = try Fixture.state(120, 40)
        try state.press("\(screen.rawValue)")
        func marks() -> Int { state.lines.dropFirst().joined().count { $0 == "'" } }
        let none = marks()
        try state.press("e,text:clock=500,enter")
        #expect(marks() > none)
        // Clock moves no energy of the paper's points out of its column's digits: a mark stands behind the power and the latency.
        if screen == .table { #expect(state.lines.contains { $0.contains("ALEX") && $0.contains("'") && !$0.contains("''") }) }
        try state.press("U")
        #expect(marks() == none)
    }

    @Test("Under what if nothing is held against the paper's figures", arguments: [Screen.frontier, .table, .bars])
    func notCompared(screen: Screen) throws {
        var state = try Fixture.state(160, 40)
        try state.press("\(screen.rawValue)")
        let usual = screen == .bars ? "(paper " : screen == .table ? "err %" : "215.05"
        #expect(state.text.contains(usual) || screen == .frontier)
        try state.press("e,text:clock=500,enter")
        #expect(state.lines.dropFirst().dropLast(2).contains { $0.contains("what if") })
        #expect(!state.text.contains("(paper "))
        try state.press("w")
        #expect(state.text.contains("what if, so nothing to compare") && !state.text.contains("the model is at"))
    }

    @Test(
        "A value that is refused changes nothing, nor does its beginning; what stands before it counts",
        arguments: [
            ("sb=1e9", 250.0), ("clock=500 sb=1e9", 500), ("clock=0.25GHz", 250),
        ])
    func refused(line: String, megahertz: Double) throws {
        var state = try Fixture.state(120, 40)
        let tile = state.study.accelerator.tile
        try state.press("e,text:\(line)")
        #expect(state.study.accelerator.tile.clock == .megahertz(megahertz))
        #expect(state.study.accelerator.tile.synapseBufferEntries == tile.synapseBufferEntries)
        #expect(state.prompt?.error != nil)
    }

    @Test("A parameter that is changed twice in a line is a mistake")
    func twice() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=500 clock=100,enter")
        #expect(state.prompt?.error?.message.contains("changed before it") == true)
    }

    @Test("Where a factor counts from is said")
    func factors() throws {
        var state = try Fixture.state(160, 40)
        try state.press("e,text:clock=500,enter,e,c-u,text:clock*2")
        #expect(state.text.contains("now 500, opened with 250, which * is of"), "\(state.text)")
    }

    @Test("Taking back what was reset, and making it again, says what the accelerator is")
    func undoneReset() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=500,enter")
        state.perform([.command("reset")])
        try state.press("U")
        #expect(state.message == "what if clock=500")
        try state.press("c-r")
        #expect(state.message == "as the study was opened")
    }

    @Test("A clock below the calibrated one is an extrapolation: what leaks is part of no cost")
    func slow() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=100,enter")
        #expect(state.lines[0].contains("extrapolated"))
        #expect(state.selectedPoint?.evaluation.caveats.contains(.slowClock) == true)
    }
}
