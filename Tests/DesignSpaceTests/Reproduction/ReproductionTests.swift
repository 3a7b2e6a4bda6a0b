import DesignSpace
import Precision
import Recipes
import Testing

@Suite("Measured accuracies beside published ones")
struct ReproductionTests {
    @Test("Every published point has a row, run or not, and what only runs have comes after")
    func rows() throws {
        let reproduction = try Runs.reproduction([
            Runs.record("alex/fixed4@layer", "cifar10", percent: 80), Runs.record("alex/fixed8", "cifar10", percent: 81),
        ])
        let cifar = try #require(reproduction.sections.first { $0.benchmark.dataset == "cifar10" })
        #expect(cifar.rows.count == 14 + 3 + 1)
        let own = try #require(cifar.rows.last)
        #expect(own.point.reference.name == "alex/fixed4@layer")
        #expect(own.published == nil)
        let shared = try #require(cifar.rows.first { $0.point.reference.name == "alex/fixed8" })
        #expect(shared.published?.accuracyPercent == 77.99)
        #expect(shared.measured.first?.accuracy?.percent == 81)
        #expect(cifar.rows.filter { $0.measured.isEmpty }.count == 16)
    }

    @Test("Seeds of one recipe are one entry with mean and spread; another recipe is another entry")
    func seeds() throws {
        let reproduction = try Runs.reproduction([
            Runs.record("lenet/binary", "mnist", percent: 99.0, seed: 2),
            Runs.record("lenet/binary", "mnist", percent: 98.8, seed: 1),
            Runs.record("lenet/binary", "mnist", percent: 98.0, recipe: "paper"),
        ])
        let row = try #require(reproduction.sections.flatMap(\.rows).first { $0.point.reference.name == "lenet/binary" })
        #expect(row.measured.map(\.recipe.name) == ["paper", "strong"])
        let strong = try #require(row.measured.last)
        #expect(strong.finished.map(\.spec.seed) == [1, 2])
        #expect(abs((strong.accuracy?.percent ?? 0) - 98.9) < 1e-9)
        #expect(strong.spread == 98.8...99.0)
        #expect(row.measured.first?.spread == nil)
    }

    @Test("A part of SVHN stands beside the paper's SVHN under its own name, and is never taken for it")
    func subset() throws {
        let reproduction = try Runs.reproduction([Runs.record("convnet/fixed8", "svhn-subset", percent: 91)])
        let section = try #require(reproduction.sections.first { $0.benchmark.networks == ["convnet"] })
        #expect(section.benchmark.dataset == "svhn-subset")
        #expect(section.publishedDataset == "svhn")
        #expect(section.rows.count == 7)
        #expect(section.rows.allSatisfy { $0.point.dataset == "svhn-subset" && $0.published?.point.dataset == "svhn" })
        #expect(reproduction.contests.isEmpty)
    }

    @Test("The paper's own study has nothing measured to show")
    func paperAlone() throws {
        let reproduction = try Runs.reproduction([], study: "hashemi2017")
        #expect(reproduction.sections.map(\.benchmark.dataset) == ["mnist", "svhn", "cifar10"])
        #expect(reproduction.verdicts.isEmpty)
        #expect(reproduction.contests.isEmpty)
    }
}
