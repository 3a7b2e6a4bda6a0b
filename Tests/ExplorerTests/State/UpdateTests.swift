import DesignSpace
import HardwareModel
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("What keys and events do")
struct UpdateTests {
    @Test(
        "A filter with a name that there is not says which there are",
        arguments: [
            ("net=alx", "no network is called alx: "), ("net=lenet", "no network on cifar10 is called lenet: alex, alex+, alex++"),
            ("data=mnist", "0 of 17 points shown"), ("acc>99", "0 of 17 points shown"),
        ])
    func absentName(filter: String, message: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press("/,text:\(filter),enter")
        #expect(state.message.hasPrefix(message), "\(state.message)")
        #expect(state.prompt == nil && state.text.contains(message))
    }

    @Test("It opens on the data set with the most networks and the cheapest point that is as good as the baseline")
    func opening() throws {
        let state = try Fixture.state()
        #expect(state.screen == .frontier)
        #expect(state.dataset == "cifar10")
        #expect(state.selectedName == "alex++/binary")
    }

    @Test(
        "Keys for the outside become effects",
        arguments: [("q", Effect.quit), ("c-c", .quit), ("c-l", .redraw), ("c-z", .suspend)])
    func effects(key: String, effect: Effect) throws {
        var state = try Fixture.state()
        #expect(try state.press(key) == [effect])
    }

    @Test("Ctrl-C, Ctrl-L and Ctrl-Z work in panels and while typing", arguments: ["?", "w", "/"], ["c-c", "c-l", "c-z"])
    func effectsAnywhere(opener: String, key: String) throws {
        var state = try Fixture.state()
        #expect(try state.press(opener).isEmpty)
        #expect(try state.press(key).count == 1)
    }

    @Test("A run is asked for only where runs can be started", arguments: [true, false])
    func run(canRun: Bool) throws {
        var state = try Fixture.state(canRun: canRun)
        let point = try #require(state.selectedPoint?.point)
        #expect(try state.press("r") == (canRun ? [.run(point)] : []))
        try state.press("?")
        #expect(state.text.contains("train the selected point") == canRun)
    }

    @Test("Number keys and Tab change the screen, both ways round")
    func screens() throws {
        var state = try Fixture.state()
        var seen: [Screen] = []
        for key in ["2", "3", "4", "5", "1", "tab", "btab", "btab"] {
            try state.press(key)
            seen.append(state.screen)
        }
        #expect(seen == [.table, .bars, .compare, .layers, .frontier, .table, .frontier, .runs])
    }

    @Test("d and ] go on to the next data set, D and [ back", arguments: [("d", "D"), ("]", "[")])
    func datasets(forward: String, back: String) throws {
        var state = try Fixture.state()
        var seen = [state.dataset]
        for _ in 0..<3 {
            try state.press(forward)
            seen.append(state.dataset)
            #expect(state.selectedPoint?.point.dataset == state.dataset)
        }
        #expect(Set(seen).count == 3 && seen.first == seen.last)
        try state.press(back)
        #expect(state.dataset == seen[2])
    }

    @Test("n and N walk the whole frontier and stop at its ends")
    func frontierWalk() throws {
        var state = try Fixture.state()
        try state.press("N*10")
        var names: [String] = []
        for _ in 0..<7 {
            names.append(try #require(state.selectedName))
            try state.press("n")
        }
        #expect(names.first == "alex/binary" && names.last == "alex++/fixed16")
        #expect(state.selectedName == "alex++/fixed16")
        #expect(state.text.contains("the frontier ends here"))
    }

    @Test("What is selected on one screen is selected on all")
    func linkedSelection() throws {
        var state = try Fixture.state()
        try state.press("2,g,j*2")
        let name = try #require(state.selectedName)
        #expect(name == "alex/fixed16")
        try state.press("3")
        #expect(state.designs[state.bars.cursor].precision == .fixed16)
        try state.press("j")
        #expect(state.selectedName == "alex/fixed8")
        try state.press("1")
        #expect(state.selectedName == "alex/fixed8")
    }

    @Test("Sorting goes through the columns and back to the study's order, and reverses")
    func sorting() throws {
        var state = try Fixture.state()
        try state.press("2,s*3")
        #expect(state.sorting.column == .accuracy)
        let rising = state.points.order.compactMap { state.points.rows[$0].accuracy?.percent }
        #expect(rising == rising.sorted())
        try state.press("S")
        let falling = state.points.order.compactMap { state.points.rows[$0].accuracy?.percent }
        #expect(falling == rising.reversed())
        // What is not known stays at the end either way.
        #expect(state.points.order.suffix(3).allSatisfy { state.points.rows[$0].accuracy?.percent == nil })
        try state.press("<*3")
        #expect(state.sorting.column == nil)
        #expect(state.points.order == Array(state.points.rows.indices))
    }

    @Test("The order of every column is that of the command line's table", arguments: Column.allCases)
    func sameOrder(column: Column) throws {
        let rows = try Fixture.rows()
        var points = PointList(rows)
        points.arrange(filter: nil, sorting: Sorting(column: column))
        #expect(points.order.map { rows[$0].index } == rows.sorted(by: column).map(\.index))
    }

    @Test("Marks are set, taken away and kept over a change of data set")
    func marks() throws {
        var state = try Fixture.state()
        try state.press("m,n,m")
        #expect(state.marks.map(\.point.reference.name) == ["alex++/binary", "alex++/pow2"])
        try state.press("m")
        #expect(state.marks.count == 1)
        try state.press("d,D")
        #expect(state.marks.count == 1)
        #expect(state.text.contains("1 marked"))
        try state.press("M")
        #expect(state.marks.isEmpty)
    }

    @Test("A filter acts while it is typed, stays after Enter and goes back after Esc")
    func filter() throws {
        var state = try Fixture.state()
        let before = state.selectedName
        try state.press("/,text:net=alex prec=fixed8")
        #expect(state.points.order.count == 1)
        #expect(state.selectedName == "alex/fixed8")
        try state.press("esc")
        #expect(state.points.order.count == 17)
        #expect(state.selectedName == before)
        try state.press("/,text:acc>80,enter")
        #expect(state.points.order.count == 5)
        try state.press("/,c-u,enter")
        #expect(state.filter == nil && state.points.order.count == 17)
    }

    @Test("A mistake in a filter is shown with a caret, keeps the prompt open and the last good filter")
    func filterMistake() throws {
        var state = try Fixture.state()
        try state.press("/,text:acq>80,enter")
        #expect(state.prompt != nil)
        let lines = state.lines
        #expect(lines[28] == "/acq>80")
        #expect(lines[29].hasPrefix(" ^ there is no field 'acq'"))
        try state.press("home,right*2,del,c,enter")
        #expect(state.prompt == nil && state.filter?.text == "acc>80")
    }

    @Test("Pasted text goes into the filter without control characters, and nowhere else")
    func paste() throws {
        var state = try Fixture.state()
        #expect(state.update(.pasted("q")).isEmpty)
        try state.press("/")
        #expect(state.update(.pasted("net=al\u{1b}\u{7}ex\n")).isEmpty)
        #expect(state.prompt?.text == "net=alex")
    }

    @Test("A measured point appears with its results, and the selection and marks stay")
    func measured() throws {
        var state = try Fixture.state(study: "default")
        try state.press("2,/,text:net=alex prec=fixed8,enter,m")
        let before = try #require(state.selection)
        let records = [
            try Fixture.record(.fixed8, accuracy: 76.2), try Fixture.record(.binary, accuracy: 74, status: .notConverged),
        ]
        _ = state.update(.studyLoaded(try Fixture.study("default", records: records)))
        #expect(state.selection == before)
        #expect(state.marks == [before])
        #expect(state.points.order.count == 2)
        #expect(state.text.contains("measured"))
        try state.press("/,c-u,enter,1")
        #expect(state.text.contains("8*"))
    }

    @Test("A point that was not trained is followed when its result comes")
    func successor() throws {
        var state = try Fixture.state(study: "default")
        try state.press("2,/,text:net=alex+ prec=float32,enter")
        #expect(state.selectedPoint?.state == .notRun)
        var record = try Fixture.record(.float32, accuracy: 82)
        let spec = ExperimentSpec(
            network: "alex+", networkFingerprint: try ShippedPresets.catalogue().network("alex+").fingerprint, dataset: "cifar10",
            precision: .float32, radix: .global,
            recipe: record.spec.recipe, seed: 1)
        record = ExperimentRecord(spec: spec, status: .done, engineVersion: "1", cpu: "", threads: 1, createdAt: "")
        record.testAccuracyPercent = 82
        _ = state.update(.studyLoaded(try Fixture.study("default", records: [record])))
        #expect(state.selectedPoint?.state == .measured)
    }

    @Test("Zooming in and out comes back, 0 shows all, and the selection is never outside")
    func zoom() throws {
        var state = try Fixture.state()
        let whole = state.plot
        try state.press("+*4")
        #expect(state.plot.xScale != whole.xScale)
        try state.press("g")
        let point = try #require(state.selectedPosition.flatMap(state.plot.point(ofRow:)))
        #expect((0...1).contains(state.plot.xScale.fraction(of: point.x)))
        #expect((0...1).contains(state.plot.yScale.fraction(of: point.y)))
        try state.press("0")
        #expect(state.plot == whole)
        try state.press("+*100,-*300,+*100")
        #expect(state.plot.xScale.domain.lowerBound > 0)
    }

    @Test("a goes through all costs and y changes to error and back")
    func axes() throws {
        var state = try Fixture.state()
        var seen: [CostAxis] = []
        for _ in CostAxis.allCases {
            seen.append(state.frontier.cost)
            try state.press("a")
        }
        #expect(seen == CostAxis.allCases && state.frontier.cost == .energy)
        try state.press("A,y")
        #expect(state.frontier.cost == .memory && state.frontier.quality == .error)
    }

    @Test("The selected row of the table is always on the screen", arguments: [5, 9, 24])
    func scrolling(rows: Int) throws {
        var state = try Fixture.state(80, rows)
        try state.press("2")
        for script in ["G", "k*3", "g", "pgdn", "j*50", "pgup", "home", "end"] {
            try state.press(script)
            let name = try #require(state.selectedPoint?.point.precision.name)
            #expect(state.lines.contains { $0.hasPrefix("▸") && $0.contains(name) })
        }
    }

    @Test(
        "A key that stands for nothing here says where it does",
        arguments: [
            ("1", "o", "o is a key of Table (2); ? lists those of this screen"), ("2", "i", "i is a key of Frontier (1)"),
            ("1", "t", "t: no key of this program; ? lists them"),
        ])
    func foreignKeys(screen: String, key: String, message: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press("\(screen),\(key)")
        #expect(state.message.hasPrefix(message), "\(state.message)")
        try state.press("j")
        #expect(state.message != message)
    }

    @Test("Several points are marked by their names, all or none; a comma may be part of one")
    func markedList() throws {
        var state = try Fixture.state(120, 40)
        #expect(state.perform([.command("mark alex/pow2, alex++/binary published,alex+/fixed8")]).mistakes.isEmpty)
        #expect(state.marks.count == 3)
        state.perform([.command("unmark")])
        let mistakes = state.perform([.command("mark alex/pow2, nonet/fixed8")]).mistakes
        #expect(!mistakes.isEmpty && state.marks.isEmpty)
        for list in ["alex/pow2, nix/foo", "alex/pow2,, nix/foo", "alex/pow2 ,, nix/foo", "nix/foo,alex/pow2"] {
            let mistake = try #require(state.perform([.command("mark \(list)")]).mistakes.first)
            #expect(state.marks.isEmpty && mistake.message.contains("foo"), "\(list): \(mistake.message)")
        }
        state.perform([.command("mark alex/fixed:4,4, alex/pow2 published")])
        #expect(state.marks.count == 2)
        let missing = try #require(state.perform([.command("mark alex/fixed4, alex/pow2 measured")]).mistakes.first)
        #expect(
            missing.message.hasSuffix("there is no 'alex/pow2 measured': there is 'alex/pow2 published'") && state.marks.count == 2)
        let wrong = try #require(state.perform([.command("mark alex/pow2, foo")]).mistakes.first)
        #expect(wrong.message.contains("'foo' is not a design point") && wrong.offset == "mark alex/pow2, ".count, "\(wrong)")
    }

    @Test(
        "Of rows that a name fits a known accuracy and the longest run is meant, which is said; a wrong ending is none of another's"
    )
    func chosenRow() throws {
        let records = try [("paper", 10.0), ("strong", 79.5)].map { recipe, accuracy in
            var record = try Fixture.record(
                .fixed4, accuracy: accuracy, status: recipe == "paper" ? .notConverged : .done,
                recipe: ShippedPresets.catalogue().recipe(recipe))
            record.epochs = recipe == "paper" ? 6 : 20
            return record
        }
        for name in ["alex/fixed4", "alex/fixed4 measured"] {
            var state = try Fixture.state(120, 40, study: "default", records: records)
            state.perform([.command("select \(name)")])
            #expect(state.selectedPoint?.accuracyPercent == 79.5)
            #expect(state.message.hasPrefix("'alex/fixed4 measured strong', one of "), "\(state.message)")
            state.perform([.command("mark \(name)")])
            #expect(state.message.hasPrefix("marked: 'alex/fixed4 measured strong', one of "), "\(state.message)")
        }
        var state = try Fixture.state(120, 40, study: "default", records: records)
        state.perform([.command("select alex/pow2 nonsense")])
        #expect(state.selectedPoint?.accuracy?.source == .published)
    }

    @Test("What there is none of is said as it is: no point passes, no frontier")
    func nothing() throws {
        var state = try Fixture.state(120, 40)
        try state.press("/,text:acc>99,enter,u")
        #expect(state.message == "no point with an accuracy passes the filter")
        try state.press("n")
        #expect(state.message == "there is no frontier here")
    }
}
