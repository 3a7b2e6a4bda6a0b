import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Recipes
import Testing

@Suite("Runs of a user's own networks and data sets")
struct OwnRunsTests {
    private func catalogue() throws -> Catalogue {
        var catalogue = try PaperStudy.catalogue()
        let alex = try catalogue.network("alex")
        catalogue.networks.append(
            try Network(name: "mine", title: "Mine", input: alex.input, layers: alex.layers.map(\.layer), source: "test"))
        return catalogue
    }

    private func record(
        _ network: String, _ dataset: String, percent: Double, fingerprint: String? = nil, images: String = "a"
    ) throws -> ExperimentRecord {
        let catalogue = try catalogue()
        let known = try catalogue.network(network).fingerprint
        let spec = ExperimentSpec(
            network: network, networkFingerprint: fingerprint ?? known, dataset: dataset, precision: .fixed8, radix: .global,
            recipe: try catalogue.recipe("strong"), seed: images == "a" ? 1 : 2)
        var record = ExperimentRecord(
            spec: spec, status: .done, engineVersion: "test", cpu: "test", threads: 1, createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = percent
        record.testImages = 900
        record.datasetSHA256 = images
        return record
    }

    private func rows(_ records: [ExperimentRecord]) throws -> [EvaluatedPoint] {
        let catalogue = try catalogue()
        return try EvaluatedStudy(catalogue.study("default"), in: catalogue, records: records).rows.filter { $0.state == .measured }
    }

    @Test("What one looks at first stays the paper's, whatever else is tried on the built-in data sets")
    func largest() throws {
        let catalogue = try catalogue()
        let records = try ["alex", "alex+", "alex++", "convnet", "mine"].map { try record($0, "objects", percent: 60) }
        let study = try EvaluatedStudy(catalogue.study("default"), in: catalogue, records: records)
        #expect(study.study.benchmarks.contains { $0.dataset == "objects" && $0.networks.count > 3 })
        #expect(study.study.largestBenchmark?.dataset == "cifar10")
    }

    @Test("A network of one's own stands among the others of its data set")
    func network() throws {
        let rows = try rows([record("mine", "cifar10", percent: 81)])
        #expect(rows.map(\.evaluation.network.title) == ["Mine"])
        #expect(rows.first?.evaluation.accounting == .gated)
        #expect(rows.first?.baseline.network.name == "alex")
    }

    @Test(
        "A data set of one's own is a data set of the study, on which a network costs what it costs on the study's",
        arguments: [("alex", Accounting.gated), ("convnet", .nominal), ("mine", .nominal)])
    func dataset(network: String, accounting: Accounting) throws {
        let catalogue = try catalogue()
        let study = try EvaluatedStudy(
            catalogue.study("default"), in: catalogue, records: [record(network, "flowers", percent: 71)])
        #expect(study.datasets.last == "flowers")
        let row = try #require(study.rows.last)
        #expect(row.point.dataset == "flowers" && row.evaluation.accounting == accounting && row.isOnFrontier)
    }

    @Test("A run of a network whose preset was edited since is not shown at the price of another")
    func editedNetwork() throws {
        #expect(try rows([record("mine", "cifar10", percent: 81, fingerprint: "other")]).isEmpty)
    }

    @Test("Runs on images that were imported anew under an old name are not averaged with the old ones")
    func importedAnew() throws {
        let rows = try rows([record("alex", "tiny", percent: 60, images: "a"), record("alex", "tiny", percent: 80, images: "b")])
        #expect(rows.compactMap(\.accuracy?.percent) == [60, 80])
        #expect(rows.allSatisfy { $0.accuracy?.seeds == 1 })
    }

    @Test("The paper's own study shows none of it")
    func paper() throws {
        let catalogue = try catalogue()
        let study = try EvaluatedStudy(
            catalogue.study("hashemi2017"), in: catalogue, records: [record("mine", "cifar10", percent: 81)])
        #expect(study.rows.count == 31)
    }

    @Test(
        "A measured point keeps what the paper prints of its accelerator, whatever its radix policy",
        arguments: [RadixPolicy.global, .layer])
    func publishedDesign(radix: RadixPolicy) throws {
        let catalogue = try catalogue()
        var spec = try record("alex+", "cifar10", percent: 80).spec
        spec.radix = radix
        spec.precision = .fixed4
        var record = ExperimentRecord(spec: spec, status: .done, engineVersion: "1", cpu: "", threads: 1, createdAt: "")
        record.testAccuracyPercent = 80
        let row = try #require(
            try EvaluatedStudy(catalogue.study("default"), in: catalogue, records: [record]).rows.first { $0.state == .measured })
        #expect(row.published.area?.squareMillimetres == 1.66)
        #expect(row.published.power?.milliwatts == 111.17)
        #expect(row.published.accuracyPercent == nil)
    }
}
