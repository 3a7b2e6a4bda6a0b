import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

@Suite("Where figures come from")
struct ProvenanceTests {
    private func rows(seeds: [Int]) throws -> (rows: [EvaluatedPoint], study: EvaluatedStudy) {
        let catalogue = try PaperStudy.catalogue()
        let imported = seeds.map { count in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: .float32, radix: .global),
                source: "lab \(count)",
                accuracyPercent: 80, testImages: nil, seeds: count, importedAt: "2026-01-01T00:00:00Z")
        }
        let study = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: imported)
        return (study.rows.filter { $0.state == .imported }, study)
    }

    private func value(_ name: String, _ provenance: Provenance) -> String? { provenance.facts.first { $0.name == name }?.value }

    @Test(
        "Seeds are the range of what the shown rows are the mean of",
        arguments: [([3], "3"), ([1, 3], "1 to 3 each"), ([2, 2], "2")])
    func seeds(counts: [Int], text: String) throws {
        let (rows, study) = try rows(seeds: counts)
        let provenance = Provenance(of: rows, in: study)
        #expect(value("seeds", provenance) == text)
        #expect(value("run_seeds", provenance) == nil)
    }

    @Test("Study, data set, accelerator, accounting, scenario, filter and version are told, caveats where there are some")
    func facts() throws {
        let (rows, study) = try rows(seeds: [1])
        let plain = Provenance(of: rows, in: study, dataset: "cifar10", filter: "acc>70")
        #expect(
            plain.facts.map(\.name) == ["study", "dataset", "accelerator", "accounting", "scenario", "filter", "seeds", "version"])
        #expect(value("scenario", plain) == "as published" && value("filter", plain) == "acc>70")
        var tile = study.accelerator.tile
        tile.clock = tile.clock * 2
        let other = try study.accelerator.with(tile: tile)
        let fast = Provenance(of: study.study, datasets: [], on: other, changes: "clock=500")
        #expect(value("scenario", fast) == "clock=500" && value("caveats", fast) == "timing unverified")
    }
}
