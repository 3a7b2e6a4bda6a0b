import DesignSpace
import HardwareModel
import Testing

@Suite("Points side by side")
struct PointComparisonTests {
    private func comparison(_ name: String, with other: String) throws -> [Column: PointComparison.Line] {
        let study = try PaperStudy.evaluated()
        func row(_ name: String) throws -> EvaluatedPoint {
            try #require(study.rows(of: try PointReference(parsing: name)).first)
        }
        let lines = PointComparison(try row(name), with: try row(other)).lines
        return Dictionary(lines.map { ($0.column, $0) }) { first, _ in first }
    }

    @Test("On one data set every metric has a difference and a ratio")
    func comparable() throws {
        for line in try comparison("alex++/pow2", with: "alex/float32").values {
            #expect(line.difference != nil && line.ratio != nil)
        }
    }

    @Test("Accuracies on two data sets and energies under two accountings have none; area has")
    func incomparable() throws {
        let lines = try comparison("convnet/fixed8", with: "alex/fixed8")
        for column in [Column.accuracy, .energy, .energyPerMAC, .efficiency, .energyDelay] {
            let line = try #require(lines[column])
            #expect(line.value != nil && line.difference == nil && line.ratio == nil)
        }
        #expect(lines[.area]?.ratio == 1)
        #expect(try comparison("lenet/fixed8", with: "alex/fixed8")[.energy]?.ratio != nil)
    }
}
