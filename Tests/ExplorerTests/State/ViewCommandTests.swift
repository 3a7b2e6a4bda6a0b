import DesignSpace
import HardwareModel
import Precision
import Quantities
import ShippedPresets
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("The command that prints a view")
struct ViewCommandTests {
    private static let keys: [Key] =
        "123456hjklgGnNmMsSayi%dKbuTUw?+-0/:eBP>=".map(Key.character) + [.tab, .backTab, .pageDown, .pageUp, .enter, .escape]

    private static let lines = [
        "/,c-u,text:acc>50,enter", "B,c-u,text:power<500 area<7,enter", "e,c-u,text:clock=500 sb*2,enter",
        "/,c-u,text:net=alex,text: prec=fixed:8,comma,text:8,enter", "/,c-u,text:acc>8", ":,text:ov,left", ":columns +macs -saving",
        ":columns network,,accuracy,,energy",
    ]

    /// An explorer after random keys, and the same study as it opens.
    private static func afterKeys(seed: UInt64) throws -> (state: ExplorerState, fresh: ExplorerState) {
        var generator = SeededGenerator(seed: seed)
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let fresh = ExplorerState(
            try Fixture.study("default"),
            size: [Size(columns: 120, rows: 24), Size(columns: 70, rows: 24), Size(columns: 40, rows: 10)][Int(seed % 3)],
            tours: [tour])
        var state = fresh
        for _ in 0..<30 {
            if let key = keys.randomElement(using: &generator) { _ = state.update(.keyPressed(key)) }
            guard Int.random(in: 0..<12, using: &generator) == 0, let line = lines.randomElement(using: &generator) else {
                continue
            }
            try state.press(line)
        }
        if seed.isMultiple(of: 5) { try state.press("esc,esc,P,n,n,j") }
        state.message = ""
        return (state, fresh)
    }

    @Test(
        "A table that stands at its top stands there again, wherever the first selection was",
        arguments: ["2,g,j*20", "2,g", "2,G", "2,s*3,g,j*3", "2,g,:budget energy<100"])
    func topOfTable(keys: String) throws {
        for size in [Size(columns: 120, rows: 40), Size(columns: 40, rows: 10)] {
            let study = try Fixture.study("default", records: Fixture.shippedRecords())
            var state = ExplorerState(study, size: size)
            try state.press(keys)
            var other = ExplorerState(study, size: size)
            try other.press(ViewCommand(state).keys)
            #expect(other.lines.dropLast(2) == state.lines.dropLast(2))
        }
    }

    @Test("The keys of the command lead from the start to the same frame", arguments: 1...60)
    func sameFrame(seed: UInt64) throws {
        var (state, other) = try Self.afterKeys(seed: seed)
        let command = ViewCommand(state)
        other.theme = command.theme
        try other.press(command.keys)
        other.message = ""
        #expect(zip(other.lines, state.lines).filter { $0 != $1 }.map { "\($0) | \($1)" } == [], "\(command.line)")
        let isSame = other.frame(for: .full) == state.frame(for: .full)
        #expect(isSame, "\(command.line)")
        #expect(ViewCommand(other) == command)
    }

    @Test("Without what scrolls it, it leads to the same view in a terminal of another size", arguments: 1...12)
    func anotherSize(seed: UInt64) throws {
        var (state, fresh) = try Self.afterKeys(seed: seed)
        try state.press("esc,esc,esc")
        fresh.size = Size(columns: 90, rows: 33)
        fresh.theme = state.theme
        let command = ViewCommand(state)
        try fresh.press(command.steps)
        #expect(fresh.selection == state.selection && fresh.screen == state.screen && fresh.marks == state.marks)
        #expect(ViewCommand(fresh).steps == command.steps)
    }

    @Test("The key for it copies the command, and shows it in lines that are broken between words", arguments: [50, 80, 120])
    func copied(columns: Int) throws {
        var state = try Fixture.state(columns, 30, study: "default")
        try state.press("2,/,text:acc>50 energy<400,enter,j*3,m,j,m")
        let command = ViewCommand(state)
        let effects = state.update(.keyPressed(.character("Y")))
        #expect(effects == [.copy(command.line)])
        let width = FrameLayout(state).body.inset(columns: columns > 40 ? 1 : 0).columns
        let lines = try #require(command.lines(columns: width))
        #expect(lines.count > 1 && lines.allSatisfy { $0.displayColumns <= width })
        #expect(lines.dropLast().allSatisfy { $0.hasSuffix(" \\") })
        #expect(state.text.contains(lines[0]) && state.text.contains(lines[lines.count - 1]))
        let joined = lines.map { $0.hasSuffix("\\") ? String($0.dropLast(2)) : $0 }.joined(separator: " ")
        let words = joined.split(separator: " --keys ")
        let keys = words.dropFirst().map { $0.split(separator: "'").joined() }.joined(separator: ",")
        #expect("\(words[0]) --keys '\(keys)'" == command.line)
    }

    @Test("A command with a word that is wider than the screen is broken within it, and nothing stands before its lines")
    func wideWord() throws {
        var state = try Fixture.state(50, 40)
        try state.press(":filter acc>50 energy<400 power<5000 area<100 latency<1000")
        let command = ViewCommand(state)
        try state.press("Y")
        let lines = command.piecewise(columns: 50)
        #expect(command.lines(columns: 48) == nil && lines.allSatisfy { $0.displayColumns <= 50 })
        for line in lines { #expect(state.lines.contains(line), "\(line)\n\(state.text)") }
        let joined = lines.joined(separator: "\n").split(separator: "\\\n").joined().split(separator: "''").joined()
        #expect(joined == command.line)
    }

    @Test("It repeats the options that the study was opened with")
    func options() throws {
        let state = ExplorerState(
            try Fixture.study("default"), size: Size(columns: 100, rows: 30), options: ["--store", "/tmp/my store", "--ascii"])
        #expect(ViewCommand(state).line.hasPrefix("bitfront --study default --store '/tmp/my store' --ascii --screen frontier"))
    }

    @Test("A point is found by its name when others have come before it, and after its training")
    func byName() throws {
        let imported = (0..<40).map { number in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: .fixed16), source: "run \(number)",
                accuracyPercent: 70 + Double(number) / 10, importedAt: "2026-01-01T00:00:00Z")
        }
        var state = try Fixture.state(100, 30)
        try state.press("2,:select alex+/fixed8,m,j,m")
        let script = ViewCommand(state).keys
        var other = ExplorerState(try Fixture.study("default", imported: imported), size: state.size)
        try other.press(script)
        #expect(other.selection?.point == state.selection?.point && other.selection?.source == .published)
        #expect(other.marks.map(\.point) == state.marks.map(\.point))
        var untrained = try Fixture.state(100, 30, study: "default")
        try untrained.press(":select alex/fixed8 unknown")
        #expect(untrained.selectedName == "alex/fixed8")
    }

    @Test("A scenario that was saved since is told by its name, and by its changes where that is not known")
    func scenario() throws {
        var state = try Fixture.state(100, 30)
        try state.press("e,text:clock=400,enter")
        let saved = Scenario(name: "fast", accelerator: state.whatIf.current, basis: state.whatIf.basis, changes: state.whatIf.text)
        _ = state.update(.scenarioSaved(saved, file: "fast.yaml"))
        try state.press(":reset,:scenario fast")
        var other = try Fixture.state(100, 30)
        try other.press(ViewCommand(state, isForRunningExplorer: true).steps)
        #expect(other.study.accelerator.tile.clock == .megahertz(400))
        #expect(ViewCommand(state).steps.contains(":scenario fast") && !ViewCommand(state).steps.contains("whatif"))
        #expect(state.lines[0].contains("what if fast") && other.lines[0].contains("what if clock=400"))
    }

    @Test("A scenario with costs that no parameters tell of is told by its name, and what was changed of it by its changes")
    func ownCosts() throws {
        let study = try Fixture.study()
        var dear = study.accelerator.costs
        dear.idleEnergyPerCycle = .picojoules(300)
        let odd = try Accelerator(
            name: "odd", title: "Odd", tile: study.accelerator.tile, costs: dear, source: "a test")
        func opened() -> ExplorerState {
            ExplorerState(study, size: Size(columns: 120, rows: 40), accelerators: [study.accelerator, odd])
        }
        var state = opened()
        try state.press(":scenario odd")
        #expect(state.study.accelerator == odd && state.lines[0].contains("what if odd"))
        try state.press("e,text:clock=300,enter")
        #expect(state.study.accelerator.costs == dear && state.lines[0].contains("what if odd (clock=300)"))
        var other = opened()
        try other.press(ViewCommand(state).keys)
        #expect(other.study.accelerator == state.study.accelerator)
        // The lines at the bottom say what was done last.
        #expect(other.lines.dropLast(3) == state.lines.dropLast(3))
        try other.press("U")
        #expect(other.study.accelerator == odd)
        try other.press("U")
        #expect(other.study.accelerator == study.accelerator)
        try other.press(":scenario odd,:,text:save odd2,enter")
        #expect(other.prompt?.error?.message.contains("since ':scenario odd'") == true)
    }

    @Test("A name that is more than there is leads to another row of the point, and says so; a mark elsewhere leaves the view")
    func inexact() throws {
        var state = try Fixture.state(100, 30, study: "default")
        try state.press(":select alex/pow2 predicted nonsense #99")
        #expect(
            state.selectedName == "alex/pow2"
                && state.message == "there is no 'alex/pow2 predicted nonsense #99': this is 'alex/pow2 published'")
        try state.press(":mark lenet/fixed8")
        #expect(state.dataset == "cifar10" && state.marks.map(\.point.dataset) == ["mnist"])
        #expect(state.message == "marked on mnist")
        try state.press(":,text:select alex/pow2 pub,tab,enter")
        #expect(state.selection?.source == .published)
    }

    @Test("A part of the plot that was asked for stays, wherever the selected point is, until another is selected")
    func zoomed() throws {
        var state = try Fixture.state(100, 30)
        try state.press(":select alex/binary,:zoom 100 500 79 83,i,i")
        #expect(state.plot.xScale.domain == 100...500 && state.plot.yScale.domain == 79...83)
        try state.press(":select alex/fixed8")
        #expect(state.plot.xScale.fraction(of: state.plot.points[0].x).isFinite && state.plot.xScale.domain != 100...500)
    }

    @Test("Marks of other data sets are kept")
    func marksElsewhere() throws {
        var state = try Fixture.state(100, 30, study: "default")
        try state.press("2,m,d,m,j,m,d")
        var other = try Fixture.state(100, 30, study: "default")
        try other.press(ViewCommand(state).keys)
        #expect(Set(other.marks) == Set(state.marks) && other.dataset == state.dataset)
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
        #expect(ViewCommand(state).keys.contains(":dataset \(state.dataset)"))
    }

    @Test("A quotation mark in a filter is quoted for the shell")
    func quoted() throws {
        var state = try Fixture.state()
        try state.press("/,text:net~'x',enter")
        #expect(state.filter != nil && ViewCommand(state).line.contains(":filter net~'\\''x'\\''"))
    }

    @Test(
        "An imported row is found by what its source is called, whichever came before it, and by its number as well",
        arguments: ["our lab", "theirs", "measured twice", "run #2", "two  blanks"])
    func bySource(source: String) throws {
        let sources = ["a", "our lab", "theirs", "measured twice", "run #2", "run", "two  blanks"]
        let point = DesignPoint(network: "alex", dataset: "cifar10", precision: .fixed16)
        func imported(_ sources: [String]) -> [ImportedAccuracy] {
            sources.map { name in
                ImportedAccuracy(
                    point: point, source: name, accuracyPercent: 70 + Double(sources.firstIndex(of: name) ?? 0),
                    importedAt: "2026-01-01T00:00:00Z")
            }
        }
        let size = Size(columns: 120, rows: 40)
        var state = ExplorerState(try Fixture.study("default", imported: imported(sources)), size: size)
        try state.press(":select alex/fixed16 imported \(source)\(source.contains("#") ? " #1" : "")")
        let row = try #require(state.selectedPoint)
        #expect(row.accuracy?.importedFrom == source && state.message.isEmpty)
        // Others have come since, and what it is called leads there all the same.
        var other = ExplorerState(try Fixture.study("default", imported: imported(["0", "1"] + sources)), size: size)
        try other.press(ViewCommand(state).keys)
        #expect(other.selectedPoint?.accuracy?.importedFrom == source)
        try other.press(":select alex/fixed16 imported #2")
        #expect(other.selectedPoint?.accuracy?.source == .imported && other.message.isEmpty)
    }

    @Test("Tab completes what the source of an imported row is called, word by word")
    func completedSource() throws {
        let point = DesignPoint(network: "alex", dataset: "cifar10", precision: .fixed16)
        let imported = ["our own lab", "theirs"].map {
            ImportedAccuracy(point: point, source: $0, accuracyPercent: 70, importedAt: "2026-01-01T00:00:00Z")
        }
        var state = ExplorerState(try Fixture.study("default", imported: imported), size: Size(columns: 120, rows: 40))
        try state.press(":,text:select alex/fixed16 imp,tab,text:ou,tab,text:o,tab,text:l,tab")
        #expect(state.prompt?.text == "select alex/fixed16 imported our own lab ")
        try state.press("enter")
        #expect(state.selectedPoint?.accuracy?.importedFrom == "our own lab")
    }
}
