import DesignSpace
import HardwareModel
import Precision
import Testing

@Suite("A point that a study does not list")
struct UnlistedPointTests {
    @Test("It is priced as its network's rows are, and nothing is known of its accuracy")
    func priced() throws {
        let study = try PaperStudy.evaluated()
        let point = try #require(study.unlisted(try PointReference(parsing: "alex/fixed:12,12")))
        #expect(point.point.dataset == "cifar10")
        #expect(point.evaluation.accounting == .gated)
        #expect(point.accuracy == nil && point.state == .notRun && !point.isOnFrontier)
        #expect(point.baseline.precision == .float32)
        let neighbours = ["alex/fixed8", "alex/fixed16"].compactMap { try? PointReference(parsing: $0) }
            .compactMap { study.rows(of: $0).first?.evaluation.energy }
        try #require(neighbours.count == 2)
        #expect(neighbours[0] < point.evaluation.energy && point.evaluation.energy < neighbours[1])
    }

    @Test("There is none of a network or on a data set that the study does not have")
    func absent() throws {
        let study = try PaperStudy.evaluated()
        #expect(study.unlisted(try PointReference(parsing: "mine/fixed8")) == nil)
        #expect(study.unlisted(try PointReference(parsing: "alex/fixed:12,12"), on: "mnist") == nil)
    }
}
