import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

/// The figures of Hashemi et al. 2017 beside the model's, each with the tolerance that the project promises.
///
/// The limits stand here and not in the preset, so that a looser preset cannot make them hold.
@Suite("The paper's figures")
struct PaperFiguresTests {
    private func cells(_ kinds: Validation.Kind...) throws -> [Validation.Cell] {
        try Validation(of: PaperStudy.study(), in: PaperStudy.catalogue()).cells.filter { kinds.contains($0.kind) }
    }

    private func relativeError(_ cell: Validation.Cell) -> Double { (cell.modelled / cell.published - 1).magnitude * 100 }

    @Test("Another accelerator or another accounting is heard")
    func options() throws {
        let (study, catalogue) = (try PaperStudy.study(), try PaperStudy.catalogue())
        let nominal = try Validation(of: study, in: catalogue, options: .init(accounting: .nominal))
        #expect(nominal.failures.contains { $0.kind == .energy && $0.subject == "lenet/float32" } == false)
        #expect(nominal.failures.contains { $0.kind == .energy && $0.subject == "lenet/binary" })
        let paper = try catalogue.accelerator(study.accelerator)
        var tile = paper.tile
        tile.neurons = 32
        let wide = try Validation(of: study, in: catalogue, options: .init(accelerator: paper.with(tile: tile)))
        #expect(wide.failures.contains { $0.kind == .area })
    }

    @Test("All 14 areas and powers of Table III are met within 1.0 %")
    func tableIII() throws {
        let cells = try cells(.area, .power)
        #expect(cells.count == 14)
        for cell in cells { #expect(relativeError(cell) <= 1.0, "\(cell.kind) of \(cell.subject)") }
    }

    @Test("Buffers take 75-93 % of the power and 76-96 % of the area, both ends within half a point")
    func bufferShares() throws {
        let cells = try cells(.bufferShare)
        #expect(cells.map(\.published) == [75, 93, 76, 96])
        for cell in cells { #expect((cell.modelled - cell.published).magnitude <= 0.5, "\(cell.subject)") }
    }

    @Test("The cycles of all five networks are met within 1.2 %")
    func cycles() throws {
        let cells = try cells(.cycles)
        #expect(cells.map(\.subject) == ["lenet", "convnet", "alex", "alex+", "alex++"])
        for cell in cells { #expect(relativeError(cell) <= 1.2, "\(cell.subject)") }
    }

    @Test("All 27 energies of Tables IV and V are met within 3 %")
    func energies() throws {
        let cells = try cells(.energy)
        #expect(cells.count == 27)
        for cell in cells { #expect(relativeError(cell) <= 3.0, "\(cell.subject)") }
    }

    @Test("Energies come from the model's power and cycles, not from published power")
    func energiesAreModelled() throws {
        for row in try PaperStudy.rows() {
            let evaluation = row.evaluation
            let nominal = evaluation.power * evaluation.latency
            let idle = evaluation.accelerator.costs.idleEnergyPerCycle * Double(evaluation.cycles)
            let expected = row.point.dataset == "svhn" ? nominal : nominal - idle
            #expect(abs(evaluation.energy / expected - 1) < 1e-9)
        }
    }

    @Test("SVHN follows nominal accounting, MNIST and CIFAR-10 gated")
    func accountings() throws {
        for row in try PaperStudy.rows() {
            #expect(row.evaluation.accounting == (row.point.dataset == "svhn" ? .nominal : .gated))
        }
    }

    @Test("Memory footprints are met within 3 % in the paper's unit")
    func footprints() throws {
        let cells = try cells(.footprint)
        #expect(cells.map(\.published) == [1650, 2150, 350, 1250, 9400])
        for cell in cells { #expect(relativeError(cell) <= 3.0, "\(cell.subject)") }
    }

    @Test(
        "The saving columns follow within 1.5 points, which is what 3 % of an energy makes of them; what costs more, within a tenth"
    )
    func savings() throws {
        let cells = try cells(.areaSaving, .powerSaving, .energySaving)
        #expect(cells.count == 14 + 27)
        for cell in cells {
            let limit = cell.unit == "%" ? 1.5 : 0.1
            #expect((cell.modelled - cell.published).magnitude <= limit, "\(cell.kind) of \(cell.subject)")
        }
    }

    @Test("Validation as a whole holds, and fails when asked for more than the model has")
    func validation() throws {
        let (study, catalogue) = (try PaperStudy.study(), try PaperStudy.catalogue())
        #expect(try Validation(of: study, in: catalogue).holds)
        #expect(try !Validation(of: study, in: catalogue, tolerancePercent: 0.01).holds)
    }

    @Test(
        "The mapping gives the cycles that hardware-model.md derives",
        arguments: [
            ("lenet", 11_023), ("convnet", 136_417), ("alex", 61_480), ("alex+", 221_264), ("alex++", 282_644),
        ])
    func mappedCycles(network: String, cycles: Int) throws {
        let catalogue = try PaperStudy.catalogue()
        let mapping = Mapping(try catalogue.network(network), on: try catalogue.accelerator("tile-65nm").tile)
        #expect(mapping.cycles == cycles)
    }
}
