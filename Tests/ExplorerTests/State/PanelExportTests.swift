import DesignSpace
import HardwareModel
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("What is exported of a text over the screen")
struct PanelExportTests {
    private static let figures: [Export.Format] = [.csv, .json, .markdown, .latex]

    private static func export(_ state: inout ExplorerState, _ line: String) throws -> Export {
        guard case .export(let export) = try state.press(":,text:export \(line),enter").first else {
            throw LineMistake(offset: 0, message: state.prompt?.error?.message ?? "nothing is exported")
        }
        return export
    }

    private static func state(_ columns: Int = 120, _ rows: Int = 30) throws -> ExplorerState {
        var record = try Fixture.record(.fixed8, accuracy: 83)
        record.quantizationJSON = """
            {"input": {"bits": 8, "fraction_bits": 5}, "layers": [
              {"layer": "conv1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": 9}}}, "output": {"bits": 8, "fraction_bits": 4}}]}
            """
        var state = try Fixture.state(columns, rows, study: "default", records: [record], canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        return state
    }

    @Test("Figures of an open Why are what it explains, on every screen", arguments: figures, Screen.allCases)
    func why(format: Export.Format, screen: Screen) throws {
        var state = try Self.state()
        try state.press("2,g,m,j,m,\(screen.rawValue),w")
        let export = try Self.export(&state, format.rawValue)
        #expect(export.content == .explanations(state.explanations) && !state.explanations.isEmpty)
        #expect(export.suggestedName.contains("\(screen.title.lowercased())-why"))
        #expect(state.panel?.kind == .why)
    }

    @Test("What is exported of Why is what stands in it", arguments: Screen.allCases)
    func whatItSays(screen: Screen) throws {
        var state = try Self.state(1_500, 60)
        try state.press("2,g,m,j,m,\(screen.rawValue),w")
        let text = PanelText(.why, of: state).lines.map(\.text).joined(separator: "\n")
        for explanation in state.explanations where explanation.value != nil {
            let value = try #require(explanation.substitution.split(separator: "=").last).trimmingPrefix(" ")
            // The bars' sums stand there by group, and Compare rounds what it shows.
            if screen == .bars || screen == .compare { continue }
            #expect(text.contains(value), "\(explanation.title): \(value) in\n\(text)")
        }
    }

    @Test("Under Why stand the selected point and its own seeds, not those of all that is shown")
    func facts() throws {
        var state = try Self.state()
        try state.press("2,:select alex/fixed16 published,w")
        let facts = try Self.export(&state, "csv").provenance
        #expect(facts.contains { $0.name == "point" && $0.value == "alex/fixed16" })
        #expect(!facts.contains { $0.name == "seeds" })
    }

    @Test("Of the open components one design is exported, of the radix points the run", arguments: figures)
    func details(format: Export.Format) throws {
        var state = try Self.state()
        try state.press("3,g,j,enter")
        #expect(try Self.export(&state, format.rawValue).content == .breakdown([state.designs[1]]))
        try state.press("esc,/,text:source=measured,enter,5,enter")
        let run = try #require(state.selectedPoint?.runs.first)
        #expect(try Self.export(&state, format.rawValue).content == .radixPoints(run))
        try state.press("esc,/,c-u,text:source=published,enter,enter")
        #expect(throws: LineMistake.self) { try Self.export(&state, format.rawValue) }
    }

    @Test("Help and a command have no figures: svg and text alone are offered, and others refused in words", arguments: ["?", "Y"])
    func texts(key: String) throws {
        var state = try Self.state()
        try state.press("4,\(key),x")
        #expect(state.candidates == ["svg", "text"])
        try state.press("esc")
        for format in Self.figures {
            let mistake = #expect(throws: LineMistake.self) { try Self.export(&state, format.rawValue) }
            #expect(mistake?.message.contains("has no figures: use svg or text") == true)
            try state.press("esc")
            #expect(state.panel != nil)
        }
        _ = try Self.export(&state, "svg")
    }

    @Test(
        "A picture of a text has all of its lines, however few the terminal shows", arguments: [Export.Format.text, .svg],
        ["w", "?"])
    func allLines(format: Export.Format, key: String) throws {
        var state = try Self.state(100, 20)
        try state.press("2,\(key),j*3")
        let lines = PanelText(try #require(state.panel).kind, of: state).lines
        #expect(lines.count > 20)
        guard case .picture(let picture) = try Self.export(&state, format.rawValue).content else { return }
        let first = try #require(lines.first?.text.split(separator: " ").first)
        let last = try #require(lines.last?.text.split(separator: " ").last)
        #expect(picture.contains(first) && picture.contains(last))
        if format == .text { #expect(picture.split(separator: "\n", omittingEmptySubsequences: false).count > lines.count) }
    }
}
