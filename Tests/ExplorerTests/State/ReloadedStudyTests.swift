import DesignSpace
import HardwareModel
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("A study that is loaded again while one looks at it")
struct ReloadedStudyTests {
    private static func study(_ sources: [(name: String, percent: Double)]) throws -> EvaluatedStudy {
        let catalogue = try ShippedPresets.catalogue()
        let imported = sources.map { source in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: .fixed8), source: source.name,
                accuracyPercent: source.percent, importedAt: "2026-01-01T00:00:00Z")
        }
        return try EvaluatedStudy(
            catalogue.study("default"), in: catalogue, records: [try Fixture.record(.fixed8, accuracy: 76.2)], imported: imported)
    }

    private static func state(_ sources: [(name: String, percent: Double)], keys: String = "") throws -> ExplorerState {
        var state = ExplorerState(try study(sources), size: Size(columns: 120, rows: 40), canRun: true)
        if !keys.isEmpty { try state.press(keys) }
        return state
    }

    @Test("Selection and mark stay on the accuracy that they were put on, whatever comes before it")
    func stays() throws {
        var state = try Self.state([("mid", 70)], keys: ":,text:select alex/fixed8 imported mid,enter,m")
        _ = state.update(.studyLoaded(try Self.study([("aaa", 71), ("mid", 70), ("zzz", 69)])))
        #expect(state.selectedPoint?.accuracy?.importedFrom == "mid")
        #expect(state.markedPositions.map { state.points.rows[$0].accuracy?.importedFrom } == ["mid"])
    }

    @Test("A mark of what was removed goes with it, and nothing is compared with itself")
    func removed() throws {
        var state = try Self.state(
            [("one", 70), ("two", 72)],
            keys: ":,text:mark alex/fixed8 imported one,enter,:,text:mark alex/fixed8 imported two,enter,"
                + ":,text:mark alex/fixed8 measured,enter,4")
        #expect(state.marks.count == 3)
        _ = state.update(.studyLoaded(try Self.study([("two", 72)])))
        #expect(state.markedPositions.map { state.points.rows[$0].accuracy?.source } == [.imported, .measured])
        _ = state.update(.studyLoaded(try Self.study([])))
        #expect(state.markedPositions.map { state.points.rows[$0].accuracy?.source } == [.measured])
        #expect(!state.text.contains("(0.00, inside"), "\(state.text)")
    }

    @Test("The cursor of the bars stays where a filter hides the points of its bar")
    func bars() throws {
        var state = try Self.state([], keys: ":,text:filter prec=float32,enter,3,j*5")
        let bar = try #require(state.designUnderCursor?.precision)
        #expect(bar != .float32)
        _ = state.update(.studyLoaded(try Self.study([("lab", 70)])))
        #expect(state.designUnderCursor?.precision == bar)
    }

    @Test("What a filter has left is said of the points that there are now")
    func counts() throws {
        var state = try Self.state([], keys: "/,text:prec=fixed8,enter")
        let before = state.message
        _ = state.update(.studyLoaded(try Self.study([("lab", 70)])))
        let (shown, all) = (state.points.order.count, state.points.rows.count)
        #expect(state.message == "\(shown) of \(all) points shown" && state.message != before)
        #expect(state.text.contains("  \(shown) of \(all) points"), "\(state.text)")
    }

    @Test("Where nothing passes the filter no key acts on a row that is not on the screen", arguments: ["m", "w", "r"])
    func nothingPasses(key: String) throws {
        for screen in ["1", "2", "5"] {
            var state = try Self.state([], keys: "\(screen),/,text:acc>99.9,enter")
            let effects = state.update(.keyPressed(.character(Character(key))))
            #expect(effects.isEmpty && state.marks.isEmpty && state.panel == nil, "\(screen)")
            #expect(state.message == "no point passes the filter", "\(screen)")
            try state.press("/,c-u,enter")
            #expect(state.selectedPoint != nil, "\(screen)")
        }
    }
}
