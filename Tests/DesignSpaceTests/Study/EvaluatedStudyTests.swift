import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Testing

@Suite("A study with every point priced")
struct EvaluatedStudyTests {
    private func row(_ name: String) throws -> EvaluatedPoint {
        let reference = try PointReference(parsing: name)
        return try #require(try PaperStudy.evaluated().rows(of: reference).first)
    }

    @Test("The paper's study has its 27 points and 4 NA rows, in the tables' order")
    func rows() throws {
        let rows = try PaperStudy.rows()
        #expect(rows.count == 31)
        #expect(rows.filter { $0.published.energy != nil }.count == 27)
        #expect(
            rows.filter { $0.accuracy?.percent == nil }.map(\.point.reference.name)
                == ["convnet/fixed4", "alex/fixed4", "alex+/fixed4", "alex++/fixed4"])
        #expect(rows.map(\.index) == Array(rows.indices))
    }

    @Test("The CIFAR-10 frontier is exactly the seven non-dominated points of Table V")
    func cifarFrontier() throws {
        let rows = try PaperStudy.rows().filter { $0.point.dataset == "cifar10" }
        let expected: Set = [
            "alex/binary", "alex/pow2", "alex/fixed8", "alex++/binary", "alex++/pow2", "alex++/fixed16", "alex+/fixed16",
        ]
        #expect(Set(rows.filter(\.isOnFrontier).map(\.point.reference.name)) == expected)
    }

    @Test("The frontier of each data set is that of the definition", arguments: ["mnist", "svhn", "cifar10"])
    func frontier(dataset: String) throws {
        let rows = try PaperStudy.rows().filter { $0.point.dataset == dataset && $0.contendingPercent != nil }
        #expect(rows.count >= 5)
        for row in rows {
            let isDominated = rows.contains { other in
                let (cost, gain) = (other.evaluation.energy, other.accuracy?.percent ?? .nan)
                let (ownCost, ownGain) = (row.evaluation.energy, row.accuracy?.percent ?? .nan)
                return cost <= ownCost && gain >= ownGain && (cost < ownCost || gain > ownGain)
            }
            #expect(row.isOnFrontier == !isDominated, "\(row.point.reference.name)")
        }
    }

    @Test("A point whose training failed is not on the frontier, however cheap it is")
    func failed() throws {
        let row = try row("convnet/binary")
        #expect(row.accuracyText == "19.57!" && row.contendingPercent == nil)
        let rows = try PaperStudy.rows().filter { $0.point.dataset == row.point.dataset }
        #expect(rows.allSatisfy { $0.evaluation.energy >= row.evaluation.energy || $0.contendingPercent == nil })
        #expect(!row.isOnFrontier && !rows.frontier().contains(row))
    }

    @Test("A point that did not converge is never on the frontier without an accuracy")
    func notConverged() throws {
        let row = try row("alex/fixed4")
        #expect(row.accuracy?.converged == false)
        #expect(row.accuracyText == "NA")
        #expect(!row.isOnFrontier)
        #expect(row.published.energy == nil)
        #expect(row.published.power != nil)
    }

    @Test(
        "Savings refer to float32 of the network, for the ALEX networks to ALEX",
        arguments: [
            ("lenet/float32", 0.0), ("convnet/float32", 0.0), ("alex/float32", 0.0),
        ])
    func baselines(name: String, saving: Double) throws {
        #expect(try row(name).energySavingPercent == saving)
        #expect(try row(name).accuracyDrop == 0)
    }

    @Test("Networks that cost more than the baseline have a negative saving")
    func more() throws {
        #expect(try row("alex++/fixed16").energySavingPercent < -80)
        #expect(try row("alex++/fixed16").baseline.network.name == "alex")
    }

    @Test("Accounting can be asked for otherwise than the study says", arguments: Accounting.allCases)
    func accounting(accounting: Accounting) throws {
        let study = try EvaluatedStudy(PaperStudy.study(), in: PaperStudy.catalogue(), options: .init(accounting: accounting))
        #expect(study.rows.allSatisfy { $0.evaluation.accounting == accounting && $0.baseline.accounting == accounting })
    }

    @Test("The default study has a row for every network at every precision of the paper")
    func grid() throws {
        let catalogue = try PaperStudy.catalogue()
        let study = try EvaluatedStudy(catalogue.study("default"), in: catalogue)
        for network in ["lenet", "convnet", "alex", "alex+", "alex++"] {
            for precision in Precision.ofThePaper {
                #expect(!study.rows(of: PointReference(network: network, precision: precision)).isEmpty)
            }
        }
        #expect(study.rows(of: try PointReference(parsing: "alex+/float32")).map(\.state) == [.notRun])
    }

    @Test("An accelerator of another clock moves latency and power, not energy")
    func whatIf() throws {
        let catalogue = try PaperStudy.catalogue()
        let base = try catalogue.accelerator("tile-65nm")
        var tile = base.tile
        tile.clock = .megahertz(125)
        let slow = try EvaluatedStudy(PaperStudy.study(), in: catalogue, options: .init(accelerator: base.with(tile: tile)))
        for (before, after) in zip(try PaperStudy.rows(), slow.rows) {
            #expect(abs(after.evaluation.latency / before.evaluation.latency - 2) < 1e-12)
            #expect(abs(before.evaluation.power / after.evaluation.power - 2) < 1e-12)
            #expect(abs(after.evaluation.energy / before.evaluation.energy - 1) < 1e-12)
        }
    }

    // No measure of speed, as it takes three seconds: looking at every other accuracy for each would take a quarter of an hour.
    @Test("A hundred thousand imported accuracies are priced each by itself", .timeLimit(.minutes(10)))
    func manyImported() throws {
        let catalogue = try PaperStudy.catalogue()
        let imported = try (0..<100_000).map { number in
            let precision = try Precision.fixed(weightBits: 1 + number % 32, dataBits: 1 + number / 32 % 32)
            return ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: precision), source: "lab \(number / 1024)",
                accuracyPercent: 50, importedAt: "2026-01-01T00:00:00Z")
        }
        let study = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: imported)
        #expect(study.rows.count { $0.state == .imported } == 100_000)
    }
}
