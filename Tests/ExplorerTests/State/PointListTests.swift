import DesignSpace
import Precision
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("The rows of a data set, found and arranged")
struct PointListTests {
    /// The explorer on points of which many are equal in design and source.
    private static func state() throws -> ExplorerState {
        let records = try [Precision.fixed8, .float32, .binary, .fixed8].enumerated().map { place, precision in
            try Fixture.record(precision, accuracy: 70 + Double(place), seed: UInt64(place))
        }
        let imported = try (0..<300).map { number in
            ImportedAccuracy(
                point: DesignPoint(
                    network: number.isMultiple(of: 2) ? "alex" : "alex+", dataset: "cifar10",
                    precision: try Precision.fixed(weightBits: 1 + number * 7 % 10, dataBits: 8)),
                source: "lab \(number % 4)", accuracyPercent: Double(40 + number * 13 % 50), importedAt: "2026-01-01T00:00:00Z")
        }
        return ExplorerState(
            try Fixture.study("default", records: records, imported: imported), size: Size(columns: 120, rows: 40))
    }

    @Test("Every row is found by its identity, and no two have the same")
    func identities() throws {
        let points = try Self.state().points
        let identities = points.rows.indices.map { points.identities[$0] }
        #expect(Set(identities).count == points.rows.count)
        #expect(identities.map(points.position(of:)) == Array(points.rows.indices))
        #expect(identities.map(points.successor(of:)) == Array(points.rows.indices))
    }

    @Test("Equal points of one source are told apart by their place among them")
    func ordinals() throws {
        let points = try Self.state().points
        var counts: [PointIdentity: Int] = [:]
        for position in points.rows.indices {
            let row = points.rows[position]
            let first = PointIdentity(point: row.point, source: row.accuracy?.source, detail: row.detail, ordinal: 0)
            #expect(points.identities[position].ordinal == counts[first, default: 0])
            counts[first, default: 0] += 1
        }
        #expect(counts.values.contains { $0 > 1 })
    }

    @Test(
        "Whatever was typed before, list and plot are those that are worked out afresh",
        arguments: ["a,/", "S", "s*3,S,/", "s*3,/", "+,/", "v,/,", "B"].enumerated().map { ($0, $1) })
    func cached(seed: Int, keys: String) throws {
        var state = try Self.state()
        var generator = SeededGenerator(seed: UInt64(seed))
        try state.press("2")
        for _ in 0..<6 {
            try state.press(keys.split(separator: ",").joined(separator: ","))
            for character in ["acc>60", "acc>75", "net=alex", "wbits<4"].randomElement(using: &generator) ?? ""
            where state.prompt != nil {
                _ = state.update(.keyPressed(.character(character)))
            }
            if state.prompt != nil { _ = state.update(.keyPressed(.enter)) }
            var points = PointList(state.points.rows)
            points.arrange(filter: state.filter, budget: state.budget, sorting: state.sorting)
            #expect(points == state.points)
            #expect(points.shown == state.points.shown)
            let plot = FrontierPlot(
                points.compact, cost: state.frontier.cost, quality: state.frontier.quality, shown: points.shown,
                contending: points.shown, overBudget: points.overBudget, view: state.frontier.viewport)
            #expect(plot == state.plot)
        }
    }

    @Test("Columns are as wide as their widest cells, of texts, and never narrower than their headings")
    func widths() throws {
        let points = try Self.state().points.measured
        for column in Column.allCases where !column.isNumeric && column != .state && column != .frontier {
            let widest = points.rows.map { column.text(in: $0).displayColumns }.max() ?? 0
            #expect(points.widths[column] == max(widest, column.heading.displayColumns))
        }
        let numbers = Column.allCases.filter(\.isNumeric)
        #expect(numbers.allSatisfy { points.widths[$0] ?? 0 >= $0.heading.displayColumns })
    }

    @Test(
        "Places, fitting rows and the first row of a precision are known as counting would find them",
        arguments: ["", "net=alex", "acc>80"])
    func places(filter: String) throws {
        var state = try Self.state()
        try state.press("2,s*3,B,text:power<500,enter,/,text:\(filter.isEmpty ? " " : filter),enter")
        let points = state.points
        for position in points.rows.indices { #expect(points.place(of: position) == points.order.firstIndex(of: position)) }
        #expect(points.place(of: nil) == nil && points.place(of: -1) == nil)
        #expect(points.fittingCount == state.fittingPositions.count)
        for precision in Set(points.rows.map(\.point.precision)) {
            let ofPrecision = points.order.filter { points.rows[$0].point.precision == precision }
            let model = try #require(points.rows.first { $0.point.network == "alex+" && $0.accuracy != nil })
            let network = ofPrecision.filter { points.rows[$0].point.network == model.point.network }
            let source = network.filter { points.rows[$0].accuracy?.source == model.accuracy?.source }
            let radix = source.filter { points.rows[$0].point.radix == model.point.radix }
            let wanted = radix.first ?? source.first ?? network.first ?? ofPrecision.first
            #expect(points.first(at: precision, like: model) == wanted)
        }
    }

    @Test("How many points stand at one place is known as counting would find it")
    func crowding() throws {
        let plot = try Self.state().plot
        for (index, point) in plot.points.enumerated() {
            #expect(plot.count(atPlaceOf: index) == plot.points.count { $0.x == point.x && $0.y == point.y })
        }
    }
}
