import DesignSpace
import Precision
import Quantities
import Recipes
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("The lines around a screen")
struct ChromeTests {
    private static let message =
        "'/home/somebody/plots/frontier.svg' cannot be written because the folder is not there: name another file, as :export svg x.svg"

    @Test(
        "A message that is longer than the status line can be read to its end, or else what to do stands first",
        arguments: [(160, 40), (120, 40), (80, 24), (60, 20), (40, 10), (30, 9), (40, 7)], Tier.allCases)
    func longMessage(size: (Int, Int), tier: Tier) throws {
        var state = try Fixture.state(size.0, size.1)
        let keys = state.lines.last
        _ = state.update(.messageArrived(Self.message))
        let frame = state.frame(for: tier.capabilities)
        let lines = frame.surface.lines.suffix(2).map { $0.trimmingPrefix { $0 == " " } }
        let shown = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
        if size.0 * 2 > Self.message.count + 20 {
            #expect(shown.contains(Self.message))
        } else {
            #expect(shown.contains("name another file"), "\(shown)")
        }
        if size.0 == 160 { #expect(state.lines.last == keys) }
        try state.press("j")
        #expect(state.lines.last == keys)
    }

    @Test("A short message leaves counts and keys where they are")
    func shortMessage() throws {
        var state = try Fixture.state(80, 24)
        let keys = state.lines.last
        _ = state.update(.messageArrived("store is read-only"))
        #expect(state.lines.last == keys && state.lines[22].contains("17 points"))
    }

    @Test("Filter and budget both stand in the title, cut if they have to be", arguments: [120, 100, 80, 60])
    func filterAndBudget(width: Int) throws {
        var state = try Fixture.state(width, 24)
        try state.press("/,text:net=alex acc>70 energy<1000,enter,B,text:power<200 area<4 acc>75,enter")
        let title = state.lines[0]
        #expect(title.contains("CIFAR-10") && title.contains("/net"), "\(title)")
        #expect(title.contains("budget") || title.contains("B po"), "\(title)")
    }

    @Test(
        "However long a what-if is, its caveats, the filter and the budget stand in the title beside it",
        arguments: [80, 90, 100, 110, 120, 160, 200], ["", "clock=500", "clock=500 sb=640 fixed_multiplier.energy*0.8"])
    func whatIf(width: Int, changes: String) throws {
        for (filter, budget) in [("", ""), ("net=alex", ""), ("", "power<200 area<4"), ("net=alex acc>70", "power<200 area<4")] {
            var state = try Fixture.state(width, 40)
            if !filter.isEmpty { try state.press("/,text:\(filter),enter") }
            if !budget.isEmpty { try state.press("B,text:\(budget),enter") }
            if !changes.isEmpty { try state.press("e,text:\(changes),enter") }
            let title = state.lines[0]
            #expect(title.contains("CIFAR-10") && title.contains(" 1 Frontier "), "\(title)")
            if !filter.isEmpty { #expect(title.contains("/net"), "\(title)") }
            if !budget.isEmpty { #expect(title.contains("budget") || title.contains("B po"), "\(title)") }
            guard !changes.isEmpty else { continue }
            #expect(title.contains("if c"), "\(title)")
            let hasRoom = width >= 120 || width == 100 && filter.isEmpty && budget.isEmpty
            #expect(title.contains(hasRoom ? "timing unverified" : "unver"), "\(title)")
            if changes.contains("sb") { #expect(title.contains(hasRoom ? "extrapolated" : ", ex"), "\(title)") }
        }
    }

    @Test("The tab that is clicked opens its screen, whatever else stands in the title")
    func clickedTab() throws {
        var state = try Fixture.state(120, 40)
        try state.press("e,text:clock=500 sb=640 fixed_multiplier.energy*0.8,enter")
        let title = Array(state.lines[0])
        let column = try #require(
            title.indices.first { $0 > 2 && title[$0] == "3" && title[$0 - 2] == " " && title[$0 + 1] == " " })
        let chrome = Chrome(state)
        let rect = try #require(FrameLayout(state).title)
        #expect(chrome.screen(at: Point(column: column, row: 0), in: rect) == .bars)
    }

    @Test("At 80 columns the legend tells of the frontiers and whose accuracies there are", arguments: Tier.allCases)
    func legend(tier: Tier) throws {
        let state = ExplorerState(
            try Fixture.study("default", records: try Fixture.shippedRecords()), size: Size(columns: 80, rows: 24))
        let line = state.frame(for: tier.capabilities).surface.lines[1]
        for entry in ["frontier", "the paper's", "measured", "ALEX"] { #expect(line.contains(entry), "\(line)") }
    }

    @Test("A difference is that of the figures as they are shown")
    func differences() throws {
        let records = [
            try Fixture.record(.float32, accuracy: 82.9444), try Fixture.record(.powerOfTwo, accuracy: 83.0751),
            try Fixture.record(.binary, accuracy: 78.2149),
        ]
        let study = try Fixture.study("default", records: records)
        let rows = study.rows.filter { $0.accuracy?.source == .measured }
        #expect(rows.count == 3)
        let shown = rows.map { row in [Column.accuracy, .drop].map { $0.text(in: row) } }
        #expect(shown == [["82.94", "0.00"], ["83.08", "-0.14"], ["78.21", "+4.73"]])
        #expect(PointComparison(rows[1], with: rows[0]).verdict.contains("+0.14"))
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40))
        state.marks = state.points.rows.indices.filter { rows.contains(state.points.rows[$0]) }.map { state.points.identities[$0] }
        try state.press("4")
        #expect(state.text.contains("+0.14") && state.text.contains("-4.73"))
    }

    @Test("Two runs of one point are told apart in the table by what differs")
    func severalRuns() throws {
        let catalogue = try ShippedPresets.catalogue()
        var long = try catalogue.recipe("paper")
        long.quantized.epochs = 77
        let recipes = [try catalogue.recipe("paper"), long, try catalogue.recipe("strong")]
        let runs = try recipes.map { try Fixture.record(.fixed8, accuracy: 80, recipe: $0) }
        let alone = try Fixture.study("default", records: [runs[0]])
        #expect(alone.rows.first { $0.accuracy?.source == .measured }.map { Column.source.text(in: $0) } == "measured")
        let study = try Fixture.study("default", records: runs)
        let sources = study.rows.filter { $0.accuracy?.source == .measured }.map { Column.source.text(in: $0) }
        #expect(
            sources == [
                "measured (paper \(runs[0].spec.phase.epochs) ep)", "measured (paper 77 ep)", "measured (strong)",
            ])
        var state = ExplorerState(study, size: Size(columns: 120, rows: 40))
        try state.press("2")
        for source in sources { #expect(state.text.contains(source)) }
    }

    @Test("That the queue is paused is said also where nothing is in it")
    func pausedAndEmpty() throws {
        var state = try Fixture.state(100, 30, canRun: true)
        try state.press("6")
        #expect(try state.press("Z") == [.changeQueue(.pauseAll)])
        var queue = QueueSnapshot()
        queue.isPaused = true
        _ = state.update(.queueChanged(queue))
        #expect(state.lines.contains { $0.contains("nothing was asked for yet · the queue is paused: Z ends that") })
        try state.press("2")
        #expect(state.lines.contains { $0.contains("queue paused") })
        #expect(try state.press("6,Z") == [.changeQueue(.resumeAll)])
    }

    @Test("Where one is in a text is said though its title has no room for all of it", arguments: [(60, 14), (80, 24)])
    func placeInText(size: (Int, Int)) throws {
        var state = try Fixture.state(size.0, size.1)
        try state.press("3,G,enter")
        let title = try #require(state.lines.first { $0.contains("Components · binary (1,16)") })
        #expect(title.contains(" of ") && !title.contains("…"), "\(title)")
    }

    @Test("That the store cannot be read is said as long as that is so, and nothing is asked of it")
    func unreadableStore() throws {
        var state = try Fixture.state(100, 30, canRun: true)
        _ = state.update(.storeUnreadable)
        try state.press("2,j")
        #expect(state.lines.contains { $0.contains("store unreadable") })
        #expect(try state.press("r") == [] && state.message.contains("the store cannot be read"))
        try state.press("6")
        #expect(state.text.contains("store unreadable") && !state.text.contains("nothing was asked for yet"))
        _ = state.update(.queueChanged(QueueSnapshot()))
        #expect(!state.text.contains("store unreadable") && state.text.contains("nothing was asked for yet"))
    }
}
