import HardwareModel
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("Bars")
struct BarsViewTests {
    private static let names = ["float32", "fixed32", "fixed16", "fixed8", "fixed4", "pow2", "binary"]

    private static func shown(_ state: ExplorerState) -> [String] {
        names.filter { name in state.lines.contains { $0.contains(" \(name) ") || $0.contains("▸\(name) ") } }
    }

    @Test("The marks of the accelerator behind have room, however much more it takes", arguments: ["sb*0.1", "clock=50", "sb*20"])
    func ghosts(change: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press("3,:whatif \(change)")
        let bars = state.lines.filter { line in Self.names.contains { line.contains(" \($0) ") || line.contains("▸\($0) ") } }
        let changesArea = !change.hasPrefix("clock")
        for name in Self.names {
            let line = try #require(bars.first { $0.contains(" \(name) ") || $0.contains("▸\(name) ") })
            #expect(line.filter { $0 == "┊" }.count >= (changesArea ? 2 : 1), "\(name) in\n\(state.text)")
        }
        try state.press("%")
        #expect(!state.lines.dropFirst().contains { $0.contains("┊") }, "\(state.text)")
    }

    @Test("No precision is left out while there is room for it, and how many are is said", arguments: [120, 100, 80, 60], 8..<50)
    func room(columns: Int, rows: Int) throws {
        var state = try Fixture.state(columns, rows)
        try state.press("3,g")
        let body = FrameLayout(state).body
        let shown = Self.shown(state).count
        let layout = BarsLayout(in: body.inset(columns: 1), count: 7, single: .power)
        if shown == 7 {
            #expect(!state.text.contains(" of 7"), "\(state.text)")
        } else {
            #expect(layout.pitch == 1 && state.text.contains("1-\(shown) of 7"), "\(state.text)")
            let blank = state.lines[body.top..<body.bottom].filter { $0.allSatisfy { $0 == " " } }
            #expect(blank.count <= 1, "\(state.text)")
        }
    }

    @Test(
        "At a stop of a tour with notes below every precision has its bar", arguments: [(120, 24), (120, 30), (100, 30), (120, 40)])
    func tour(columns: Int, rows: Int) throws {
        var state = try Fixture.presenter(columns, rows)
        try state.press(":present hashemi2017,n,v")
        #expect(state.screen == .bars && (Self.shown(state).count == 7 || state.text.contains(" of 7")), "\(state.text)")
    }

    @Test("The title of the components names the clock once, the changed one")
    func components() throws {
        var state = try Fixture.state(120, 40)
        try state.press("3,:whatif clock=500,enter")
        let text = state.lines.prefix(4).joined(separator: "\n")
        #expect(text.contains("what if clock=500") && text.contains("500 MHz") && !text.contains("250 MHz"), "\(text)")
    }

    @Test("A bar of which no row fits the budget has its sign, one that the filter hides is told of, and both are pale")
    func standings() throws {
        var state = try Fixture.state(120, 40)
        try state.press("3,:budget power<150,:bar fixed8")
        #expect(
            state.text.contains("×float32") && !state.text.contains("×fixed4") && !state.text.contains("×binary"), "\(state.text)")
        #expect(state.lines.contains { $0.contains("▸ fixed point (8,8)") && $0.contains("over budget") }, "\(state.text)")
        try state.press(":budget,:filter prec=binary")
        #expect(state.text.contains("/fixed4 ") && !state.text.contains("/binary "), "\(state.text)")
        #expect(!state.text.contains("×") && state.text.contains("hidden by the filter"), "\(state.text)")
        let frame = state.frame(for: .full)
        let (pale, plain) = try (#require(row(of: "fixed4", in: state)), #require(row(of: "binary", in: state)))
        let styles = [pale, plain].map { frame.surface.cells(inRow: $0)[10].style }
        #expect(styles[0] != styles[1])
        guard case .export(let export) = try state.press(":,text:export svg file,enter").first,
            case .picture(let image) = export.content
        else {
            Issue.record("nothing is exported")
            return
        }
        #expect(image.contains("pale: hidden by the filter") && image.contains("<g opacity=\"0.35\">"))
    }

    private func row(of name: String, in state: ExplorerState) -> Int? {
        state.lines.firstIndex { $0.contains("\(name) ") }
    }
}
