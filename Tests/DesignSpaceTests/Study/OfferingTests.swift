import DesignSpace
import HardwareModel
import Networks
import Precision
import Testing

@Suite("What could be run on a data set")
struct OfferingTests {
    @Test("The study's precisions on the networks that fit, priced as the study's rows are")
    func priced() throws {
        let study = try PaperStudy.evaluated()
        let shape = Shape(height: 32, width: 32, channels: 3)
        let offered = try #require(study.offering("own", imageShape: shape))
        let rows = offered.rows(on: "own")
        #expect(!rows.isEmpty && Array(offered.rows.prefix(study.rows.count)) == study.rows)
        #expect(rows.allSatisfy { $0.state == .notRun && $0.accuracy == nil && $0.evaluation.network.input == shape })
        #expect(rows.map(\.index) == Array(study.rows.count..<offered.rows.count))
        #expect(offered.datasets == study.datasets + ["own"])
        #expect(rows.contains { $0.point.precision == .float32 && $0.energySavingPercent == 0 })
    }

    @Test("Points that have rows get no others, and images that no network takes nothing")
    func known() throws {
        let study = try PaperStudy.evaluated()
        let offered = try #require(study.offering("cifar10"))
        let points = offered.rows(on: "cifar10").map(\.point)
        #expect(Set(points).count == points.count)
        #expect(study.offering("odd", imageShape: Shape(height: 3, width: 3, channels: 1)) == nil)
        #expect(study.offering("unheard-of") == nil)
    }
}
