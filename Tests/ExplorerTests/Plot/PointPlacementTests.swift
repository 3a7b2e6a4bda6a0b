import DesignSpace
import Precision
import ShippedPresets
import Terminal
import TestSupport
import Testing

@testable import Explorer

@Suite("Where the labels of points stand")
struct PointPlacementTests {
    static let sizes = [(120, 40), (80, 24), (40, 10), (24, 8)]

    /// The letters and labels that have another's letter or label in the cell before or behind them, as texts; of the selected point,
    /// which is in reverse, and of the frontier, which never goes without names, those that cover another's.
    private static func crowded(_ placement: PointPlacement) -> [String] {
        placement.groups.compactMap { group -> String? in
            guard let label = group.label else { return nil }
            let first = min(group.cell.column, label.column)
            let last = max(group.cell.column, label.column + label.text.count - 1)
            let isTouched = placement.groups.contains { other in
                guard other.cell != group.cell, other.cell.row == group.cell.row else { return false }
                let margin = min(group.priority, other.priority) < PointPlacement.ordinary ? 0 : 1
                let places = other.label.map { Array($0.column..<($0.column + $0.text.count)) } ?? []
                return (places + [other.cell.column]).contains { (first - margin...last + margin).contains($0) }
            }
            let dots = placement.crowd.contains {
                $0.cell != group.cell && $0.cell.row == group.cell.row
                    && (first...last + (group.priority == 0 ? 0 : 1)).contains($0.cell.column)
            }
            return isTouched || dots ? "\(group.cell.row): \(label.text)" : nil
        }
    }

    private static func check(_ plot: FrontierPlot, _ size: (Int, Int)) {
        let layout = PlotLayout(plot, in: Rect(column: 0, row: 0, columns: size.0, rows: size.1 - 7))
        for selected in [nil] + plot.points.indices.prefix(12).map(Optional.some) {
            let placement = PointPlacement(plot.points, in: layout) { spot in
                spot.position == selected.map { plot.points[$0].position } ? 0 : spot.isOnFrontier ? 2 : PointPlacement.ordinary
            } suffix: { point in
                point.position.isMultiple(of: 5) ? "◆" : ""
            }
            #expect(crowded(placement).isEmpty)
            #expect(placement.groups.allSatisfy { $0.label?.column ?? .max > $0.cell.column })
        }
    }

    @Test(
        "On every shipped data set an ordinary letter with its label has an empty cell on either side of it", arguments: sizes,
        CostAxis.allCases)
    func shipped(size: (Int, Int), cost: CostAxis) throws {
        for name in ["default", "hashemi2017"] {
            let study = try Fixture.study(name, records: try Fixture.shippedRecords())
            for dataset in study.datasets { Self.check(FrontierPlot(study.rows(on: dataset), cost: cost), size) }
        }
    }

    @Test("In crowds of any density as well", arguments: sizes, [10, 25, 50, 90, 400])
    func crowds(size: (Int, Int), count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let imported = try (0..<count).map { number in
            ImportedAccuracy(
                point: DesignPoint(
                    network: try #require(["alex", "alex+", "alex++"].randomElement(using: &generator)), dataset: "cifar10",
                    precision: try .fixed(
                        weightBits: .random(in: 1...32, using: &generator), dataBits: .random(in: 1...32, using: &generator))),
                source: "source \(number)", accuracyPercent: .random(in: 75...86, using: &generator), importedAt: "2026-01-01")
        }
        Self.check(FrontierPlot(try Fixture.study("default", imported: imported).rows(on: "cifar10")), size)
    }
}
