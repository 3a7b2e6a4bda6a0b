import DesignSpace
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("What is extrapolated")
struct ExtrapolatedTests {
    /// The default study with an accuracy of a precision that no figure is published for; it is selected.
    private static func state(precision: String = "fixed:6,6", columns: Int = 120) throws -> ExplorerState {
        let own = try ImportedAccuracy(
            point: DesignPoint(network: "alex", dataset: "cifar10", precision: Precision(parsing: precision)),
            source: "own", accuracyPercent: 82, importedAt: "2026-11-27T00:00:00Z")
        var state = ExplorerState(try Fixture.study("default", imported: [own]), size: Size(columns: columns, rows: 40))
        try state.press(":select alex/\(precision.replacing(",", with: ",,")) imported")
        return state
    }

    @Test(
        "Every screen says so of the point, and what the sign means",
        arguments: [
            (Screen.frontier, "6^?"), (.table, "(6,6)?"), (.bars, "fixed:6,6?"), (.compare, "fixed:6,6^?"),
            (.layers, "(6,6)^?"),
        ])
    func screens(screen: Screen, name: String) throws {
        for columns in [120, 80] {
            var state = try Self.state(columns: columns)
            try state.press("\(screen.rawValue)" + (screen == .bars ? ",g,j*4" : ""))
            let text = state.text
            let isShort = columns < 100 && screen == .table
            #expect(text.contains(isShort ? "fixed:6,6?" : name) && text.contains("extrapolated"), "\(text)")
        }
    }

    @Test("The components below a bar say so first, and why too", arguments: ["enter", "w"])
    func panels(key: String) throws {
        var state = try Self.state()
        try state.press("3,g,j*4,\(key)")
        #expect(state.lines[2].contains("caveat: precision outside the calibrated set"), "\(state.text)")
    }

    @Test("A published precision has no such sign", arguments: [Screen.frontier, .table, .bars, .compare, .layers])
    func published(screen: Screen) throws {
        var state = try Fixture.state(120, 40, study: "default")
        try state.press("\(screen.rawValue)")
        #expect(!state.text.contains("extrapolated"), "\(state.text)")
    }

    @Test("Pictures say so as well", arguments: [Screen.frontier, .table, .bars, .compare])
    func pictures(screen: Screen) throws {
        var state = try Self.state()
        try state.press("\(screen.rawValue)")
        guard case .export(let export) = try state.press(":,text:export svg,enter").first, case .picture(let svg) = export.content
        else {
            Issue.record("nothing is exported")
            return
        }
        #expect(DrawnText.all(in: svg).contains { $0.text.contains("? extrapolated") }, "\(svg)")
    }

    @Test("Why tells of the step between the two families of macros that SB is built from")
    func families() throws {
        var state = try Fixture.state(120, 60, study: "default")
        try state.press("3,g,enter")
        #expect(state.text.contains("words of up to 8 bit are of one SRAM macro family"), "\(state.text)")
    }
}
