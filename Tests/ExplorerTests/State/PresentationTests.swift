import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("Presenting a tour")
struct PresentationTests {
    @Test("P begins at the first stop, n and p walk, and the ends hold")
    func walking() throws {
        var state = try Fixture.presenter()
        try state.press("P")
        #expect(state.isPresenting)
        #expect(state.text.contains("One network, seven precisions"))
        #expect(state.text.contains("1 of 8"))
        try state.press("p")
        #expect(state.text.contains("1 of 8"))
        try state.press("n*20")
        #expect(state.text.contains("8 of 8"))
        try state.press("p")
        #expect(state.text.contains("7 of 8"))
    }

    @Test("Leaving puts back what was shown: screen, data set, filter, selection, marks and axes", arguments: ["q", "esc"])
    func leaving(key: String) throws {
        var state = try Fixture.presenter()
        try state.press("2,d,/,text:prec~fixed,enter,j*2,m,1,a")
        let before = state
        try state.press("P,n*5")
        #expect(state.text != before.text)
        try state.press(key)
        #expect(state.text == before.text)
        #expect(state.selection == before.selection && state.marks == before.marks)
    }

    @Test("A stop shows its data set, filter, point and marks")
    func stop() throws {
        var state = try Fixture.presenter()
        try state.press("P,n*3")
        #expect(state.dataset == "cifar10")
        #expect(state.filter?.text == "prec=fixed4 source=published")
        #expect(state.selectedName == "alex/fixed4")
        try state.press("n*2")
        #expect(state.marks.map(\.point.reference.name) == ["alex/float32", "alex++/pow2", "alex++/binary"])
    }

    @Test("Neither keys, tabs nor notes are shown; the caption and the minutes are")
    func quiet() throws {
        var state = try Fixture.presenter()
        try state.press("P")
        _ = state.update(.minutesPassed(7))
        #expect(state.text.contains("a factor of 17"))
        #expect(state.text.contains("7 min"))
        for noise in ["q quit", "1 Frontier", "bitfront", "Table V, the blue points"] {
            #expect(!state.text.contains(noise), "\(noise)")
        }
    }

    @Test("The pointer moves, and why opens over a stop and closes to it")
    func pointing() throws {
        var state = try Fixture.presenter()
        try state.press("P")
        let first = state.selectedName
        try state.press("l")
        #expect(state.selectedName != first)
        try state.press("w")
        #expect(state.panel?.kind == .why)
        try state.press("esc")
        #expect(state.panel == nil && state.isPresenting)
    }

    @Test(
        "Every stop is drawn at every size on every terminal, with its caption wherever there is room", arguments: ScreenTests.sizes
    )
    func everySize(size: (Int, Int)) throws {
        var state = try Fixture.presenter(size.0, size.1)
        try state.press("P")
        for _ in 0..<8 {
            for tier in Tier.allCases {
                let frame = state.frame(for: tier.capabilities)
                #expect(frame.surface.size == Size(columns: size.0, rows: size.1))
                if size.0 >= 80, let word = state.presentation?.stop?.caption.split(separator: " ").first {
                    #expect(frame.surface.text().contains(word))
                }
            }
            try state.press("n")
        }
    }

    @Test("Without a tour P says where tours come from")
    func none() throws {
        var state = try Fixture.state()
        try state.press("P")
        #expect(!state.isPresenting)
        #expect(state.text.contains("there is no tour"))
    }

    @Test(
        "v shows the speaker's notes below the caption and hides them; no other screen's v does",
        arguments: [(120, 40), (80, 24), (40, 10)])
    func notes(size: (Int, Int)) throws {
        var state = try Fixture.presenter(size.0, size.1)
        try state.press("P,v")
        #expect(state.text.contains("Table V"))
        try state.press("n")
        #expect(state.text.contains("Section V-B"))
        try state.press("v")
        #expect(!state.text.contains("Section V-B"))
    }

    private func follower(_ notes: SpeakerNotes) throws -> ExplorerState {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        return ExplorerState(try Fixture.study("default"), size: Size(columns: 80, rows: 24), tours: [tour], notes: notes)
    }

    @Test("The speaker's own screen shows notes, title, clock and what comes next; a second screen of the audience never notes")
    func speaker() throws {
        var speaker = try follower(.alone)
        var audience = try follower(.never)
        for key in ["P", "v", "n"] {
            try speaker.press(key)
            try audience.press(key)
        }
        _ = speaker.update(.minutesPassed(7))
        for part in ["Where the power goes", "2 of 8 · 7 min", "75 to 93 % of the power", "next: MNIST hardly notices"] {
            #expect(speaker.text.contains(part), "\(part)")
        }
        #expect(!audience.text.contains("75 to 93 % of the power"))
        #expect(speaker.reopened(theme: .standard).notes == .alone && audience.reopened(theme: .standard).notes == .never)
        try speaker.press("n*9")
        #expect(speaker.text.contains("the last stop"))
    }

    @Test("The speaker's screen is drawn at every size on every terminal", arguments: ScreenTests.sizes)
    func speakerSizes(size: (Int, Int)) throws {
        var state = try follower(.alone)
        _ = state.update(.resized(Size(columns: size.0, rows: size.1)))
        try state.press("P,w")
        for tier in Tier.allCases {
            #expect(state.frame(for: tier.capabilities).surface.size == Size(columns: size.0, rows: size.1))
        }
    }

    @Test("In a tour the right half of the screen and the wheel go on, the left half goes back")
    func mouse() throws {
        var state = try Fixture.presenter()
        try state.press("P")
        func use(_ kind: MouseEvent.Kind, _ column: Int) {
            _ = state.update(.mouseUsed(MouseEvent(kind, at: Point(column: column, row: 20))))
        }
        use(.press(.left), 100)
        use(.release(.left), 100)
        #expect(state.presentation?.position == 1)
        use(.scrollDown, 3)
        #expect(state.presentation?.position == 2)
        use(.press(.left), 10)
        use(.scrollUp, 100)
        #expect(state.presentation?.position == 0)
    }

    @Test("On the smallest screen the caption takes the rows there are, and why still opens")
    func small() throws {
        var state = try Fixture.presenter(20, 5)
        try state.press("P")
        #expect(state.lines.count { $0.contains { $0 != " " } } == 5)
        #expect(state.text.contains("ALEX on CIFAR-10.") && state.text.contains("…"))
        try state.press("w")
        #expect(state.text.contains("Why"))
    }

    @Test("A tour is shown on the study as it opens, whatever was tried before, which its end brings back")
    func apart() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let fresh = ExplorerState(try Fixture.study("default"), size: Size(columns: 100, rows: 30), tours: [tour])
        var (state, plain) = (fresh, fresh)
        try state.press("2,:columns network energy,:sort -energy,e,text:clock=500,enter,3,%,2,esc")
        let before = state.lines
        for state in [before] { #expect(state[0].contains("clock=500")) }
        try state.press("P")
        try plain.press("P")
        for _ in 0..<8 {
            #expect(state.lines == plain.lines)
            try state.press("n")
            try plain.press("n")
        }
        try state.press("esc")
        #expect(state.lines == before)
    }

    /// Accuracies that a user has brought, which lie above and beside the paper's, one at a precision that only they have.
    private func imports() throws -> [ImportedAccuracy] {
        try [.binary, .fixed(weightBits: 6, dataBits: 6)].map { precision in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: precision), source: "lab", accuracyPercent: 91,
                importedAt: "2026-01-01T00:00:00Z")
        }
    }

    @Test("What a user has imported is in no stop of the shipped tour, neither as points nor as bars nor as a frontier")
    func imported() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let study = try Fixture.study("default", imported: imports())
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40), tours: [tour])
        var plain = try Fixture.presenter()
        let before = state
        try state.press("P")
        try plain.press("P")
        for _ in 0..<8 {
            #expect(state.lines == plain.lines)
            try state.press("n")
            try plain.press("n")
        }
        _ = state.update(.studyLoaded(study))
        #expect(state.lines == plain.lines)
        try state.press("esc")
        #expect(state.lines == before.lines && state.points.rows.contains { $0.state == .imported })
        #expect(state.designs == before.designs)
    }

    @Test("A stop shows what was imported if its filter asks for sources, and on the frontier no other than those")
    func importedAskedFor() throws {
        let stops = try ["source=imported", "source!=published"].map {
            Tour.Stop(title: "Ours", caption: "Ours.", view: .frontier, dataset: "cifar10", filter: try Filter($0))
        }
        let tour = Tour(name: "ours", title: "Ours", study: "default", stops: stops)
        let study = try Fixture.study("default", imported: imports())
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40), tours: [tour])
        try state.press("P")
        #expect(state.points.rows.map(\.state) == [.imported, .imported])
        #expect(state.points.rows.count(where: \.isOnFrontier) == 1)
        #expect(state.text.contains("on the frontier"))
        try state.press("n")
        #expect(state.points.rows.map(\.state) == [.imported, .imported])
    }

    @Test("One stop has the published and the measured accuracy of one point side by side, whatever its filter asks for")
    func namedSources() throws {
        let marks = try ["alex/pow2 published", "alex/pow2 measured", "alex/binary imported"].map { try RowName($0) }
        let stops = try ["", "source=published", "net=alex"].map { filter in
            Tour.Stop(
                title: "Both", caption: "Both.", view: .compare, dataset: "cifar10",
                filter: filter.isEmpty ? nil : try Filter(filter), point: marks[1], marks: marks)
        }
        let tour = Tour(name: "both", title: "Both", study: "default", stops: stops)
        let study = try Fixture.study("default", records: Fixture.shippedRecords(), imported: imports())
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40), tours: [tour])
        for stop in stops.indices {
            try state.press(stop == 0 ? "P" : "n")
            let shown = state.marks.compactMap(state.points.position(of:)).map { state.points.rows[$0] }
            #expect(shown.map { $0.accuracy?.source } == [.published, .measured, .imported], "\(stop)")
            #expect(state.selectedPoint?.accuracy?.source == .measured, "\(stop)")
        }
    }

    @Test("A stop's row that is not there is named and not marked; the cursor stands on another of the point")
    func missingRow() throws {
        let stop = Tour.Stop(
            title: "Ours", caption: "Ours.", view: .table, dataset: "cifar10", point: try RowName("alex/pow2 measured strong"),
            marks: [try RowName("alex/pow2 measured strong"), try RowName("alex/pow2 published")])
        let tour = Tour(name: "ours", title: "Ours", study: "default", stops: [stop])
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 120, rows: 40), tours: [tour])
        try state.press("P")
        #expect(state.selectedName == "alex/pow2")
        #expect(state.text.contains("not here: alex/pow2 measured strong") && state.marks.count == 1)
    }

    @Test(
        "The shipped tour never says of a point that it is off the frontier where the caption praises it",
        arguments: [(120, 40), (80, 24), (40, 10)])
    func frontierOfStops(size: (Int, Int)) throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let study = try Fixture.study("default", records: Fixture.shippedRecords())
        var state = ExplorerState(study, size: Size(columns: size.0, rows: size.1), tours: [tour])
        for (position, stop) in tour.stops.enumerated() {
            try state.press(position == 0 ? "P" : "n")
            guard stop.view == .frontier, position < 7 else { continue }
            #expect(state.text.contains("on the frontier") && !state.text.contains("off the frontier"), "\(stop.title)")
            #expect(!state.text.contains("* measured"))
        }
    }

    @Test(
        "The columns that a stop of the table is about are there on small screens, wherever its keys were pressed",
        arguments: [(80, 24), (40, 10)])
    func columnsOfStops(size: (Int, Int)) throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        let study = try Fixture.study("default", records: Fixture.shippedRecords())
        var state = ExplorerState(study, size: Size(columns: size.0, rows: size.1), tours: [tour])
        try state.press("P,n*2,l*3,j,k")
        #expect(state.text.contains("acc %") && state.text.contains("energy µJ"))
        #expect(state.text.contains("99.40") && state.text.contains("3.50"))
        try state.press("n,l")
        #expect(state.text.contains("acc %") && state.text.contains("NA"))
        try state.press("q")
        #expect(state.table.columns == Column.standard)
    }

    @Test(
        "The first stop tells how to go through the tour, and no other does",
        arguments: [(120, 40), (80, 24), (40, 10)])
    func hint(size: (Int, Int)) throws {
        var state = try Fixture.presenter(size.0, size.1)
        try state.press("P")
        #expect(state.text.contains("n next  p back  q leave"))
        try state.press("n")
        #expect(!state.text.contains("n next"))
    }

    @Test("On a stop with three lines for the layers their figures still have headings")
    func headingsOfLayers() throws {
        var state = try Fixture.presenter(40, 10)
        try state.press("P,n*4")
        #expect(state.text.contains("energy µJ"))
    }

    @Test("Help in a tour names the keys of the tour")
    func help() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        var state = ExplorerState(try Fixture.study("default"), size: Size(columns: 100, rows: 40), tours: [tour])
        try state.press("P,?")
        #expect(state.text.contains("next stop") && state.text.contains("end the tour"))
        try state.press("esc")
        #expect(state.isPresenting && state.panel == nil)
    }

    @Test("The numbers of the shipped tour's captions and notes are those of its screens")
    func numbers() throws {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        var state = ExplorerState(
            try Fixture.study("default", records: Fixture.shippedRecords()), size: Size(columns: 120, rows: 40), tours: [tour])
        try state.press("P")
        func rows() -> [EvaluatedPoint] { state.points.order.map { state.points.row(at: $0) } }
        func saysNow(_ text: String) -> Bool {
            let stop = tour.stops.first { state.text.contains($0.title) }
            return stop.map { "\($0.caption) \($0.notes)".contains(text) } ?? false
        }
        let energies = rows().map(\.evaluation.energy.microjoules)
        let (most, fewest) = (try #require(energies.max()), try #require(energies.min()))
        #expect(saysNow("a factor of \((most / fewest).text(decimals: 0)) from"))
        let drop = try #require(rows().compactMap(\.accuracyDrop).max())
        #expect(saysNow("up to \(drop.text(decimals: 1)) points"))
        func accuracy(_ name: String) throws -> Accuracy {
            try #require(state.study.rows.first { $0.point.reference.name == name && $0.recipe == "strong" }?.accuracy)
        }
        func measured(_ name: String) throws -> Double { try #require(try accuracy(name).percent) }
        let float = try measured("alex/float32")
        #expect(saysNow("loses \((float - (try measured("alex/binary"))).text(decimals: 1)) points at binary"))
        for name in ["alex/fixed8", "alex/pow2"] { #expect(try accuracy(name).ties(with: accuracy("alex/float32")), "\(name)") }
        try state.press("n")
        #expect(state.designs.allSatisfy { $0.powerShare(of: .buffer) > 0.75 && $0.areaShare(of: .buffer) > 0.75 })
        try state.press("n")
        #expect(rows().filter { ($0.accuracy?.percent ?? 0) < 99 }.map(\.point.reference.name) == ["lenet/fixed4"])
        let shares = rows().map { $0.evaluation.energy / $0.baseline.energy }
        let least = try #require(shares.min())
        #expect((1 / least).text(decimals: 0) == "17" && saysNow("seventeenth"))
        let digits = try measured("lenet/fixed4").text(decimals: 2)
        #expect(saysNow("\(digits) %"))
        try state.press("n")
        #expect(rows().count == 3 && rows().allSatisfy { $0.accuracy?.converged == false })
        let guess = try #require(
            state.study.rows.first { $0.point.reference.name == "alex/fixed4" && $0.recipe == "paper" }?.accuracy)
        let guessed = try #require(guess.percent).text(decimals: 2)
        #expect(!guess.converged && saysNow("\(guessed) %"))
        for name in ["alex/fixed4", "alex++/fixed4", "alex/fixed4@layer", "alex++/fixed4@layer"] {
            let percent = try measured(name).text(decimals: 2)
            #expect(saysNow("\(percent) %"), "\(name)")
        }
        try state.press("n")
        #expect(state.selectedPoint.map { $0.evaluation.energy < $0.baseline.energy } == true)
        try state.press("n")
        let best = try #require(state.selectedPoint)
        let share = best.evaluation.energy / best.baseline.energy
        #expect((0.64...0.69).contains(share))
        #expect((15...20).contains(100 - best.areaSavingPercent))
        let ours = try measured("alex++/pow2")
        let gap = ours.shownDifference(from: float, decimals: 2).text(decimals: 2)
        #expect(saysNow("\(best.accuracyText) against 81.22 %"))
        #expect(saysNow("\(ours.text(decimals: 2)) against \(float.text(decimals: 2)) %") && saysNow(gap))
        try state.press("n")
        #expect(state.plot.frontier.count == 7)
        #expect(saysNow("Seven of the paper's designs"))
    }
}
