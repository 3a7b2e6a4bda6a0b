import Calibration
import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

@Suite("Calibration on figures of a known table")
struct SyntheticTableTests {
    let accelerator: Accelerator
    let truth: CostTable

    /// Costs other than the shipped ones by factors from 0.7 to 1.3.
    init() throws {
        accelerator = try Shipped.catalogue.accelerator("tile-65nm")
        var table = accelerator.costs
        for (index, component) in Component.allCases.enumerated() {
            let factor = 0.7 + 0.6 * Double((index * 7) % 11) / 10
            table[component].area = table[component].area * factor
            table[component].energy = table[component].energy * (2 - factor)
        }
        table[.synapseBufferWideBit].area = table[.synapseBufferNarrowBit].area
        truth = table
    }

    /// A study of exact figures: the seven precisions, and mixed widths of all formats, so that every cost can be told from the others.
    private func study() throws -> PublishedStudy {
        var precisions = Precision.ofThePaper
        for (weight, data) in [(2, 4), (4, 16), (16, 4), (8, 32), (32, 8), (12, 12), (1, 1), (24, 16), (3, 24)] {
            precisions.append(try .fixed(weightBits: weight, dataBits: data))
        }
        for (weight, data) in [(3, 8), (6, 4), (9, 32), (2, 16)] {
            precisions.append(try .powerOfTwo(weightBits: weight, dataBits: data))
        }
        for data in [2, 8, 32] { precisions.append(try .binary(dataBits: data)) }
        let priced = try accelerator.with(costs: truth)
        let rows = precisions.map { precision in
            let design = Design(priced, precision: precision)
            return PublishedStudy.DesignRow(
                precision: precision, area: design.area, power: design.power, areaSavingPercent: 0, powerSavingPercent: 0)
        }
        return PublishedStudy(
            designs: rows, points: [], footprints: [], bufferShares: nil,
            tolerances: try Shipped.catalogue.study("hashemi2017").published.tolerances, designSource: "a known table",
            textSource: "")
    }

    private func exactReport() throws -> CalibrationReport {
        var prior = CalibrationPrior(table: accelerator.costs, anchors: [])
        prior.figureUncertainty = 1e-7
        return try CalibrationReport(of: study(), on: accelerator, prior: prior)
    }

    @Test("Every cost that the figures determine is recovered", arguments: Component.allCases)
    func recovered(component: Component) throws {
        let report = try exactReport()
        // Of the float32 units only the sum is in the figures.
        if [.floatMultiplier, .floatAdder].contains(component) { return }
        #expect(abs(report.table[component].area / truth[component].area - 1) < 1e-3)
        #expect(abs(report.table[component].energy / truth[component].energy - 1) < 1e-3)
    }

    @Test("Of costs that only occur together the sum is recovered")
    func sumRecovered() throws {
        let table = try exactReport().table
        let fitted = table[.floatMultiplier].area + table[.floatAdder].area
        #expect(abs(fitted / (truth[.floatMultiplier].area + truth[.floatAdder].area) - 1) < 1e-3)
    }

    @Test("A row of an exact table is predicted without it, unless it alone has a component")
    func heldOut() throws {
        for row in try exactReport().rows where row.precision != .float32 {
            #expect(row.heldOutErrorPercent.magnitude < 0.1, "\(row.precision.name) \(row.quantity.rawValue)")
        }
    }

    @Test("Without figures that say otherwise, the expected costs stay")
    func priorStays() throws {
        let priced = accelerator
        let rows = [Precision.fixed8, .fixed16].map { precision in
            let design = Design(priced, precision: precision)
            return PublishedStudy.DesignRow(
                precision: precision, area: design.area, power: design.power, areaSavingPercent: 0, powerSavingPercent: 0)
        }
        let study = PublishedStudy(
            designs: rows, points: [], footprints: [], bufferShares: nil,
            tolerances: try Shipped.catalogue.study("hashemi2017").published.tolerances, designSource: "", textSource: "")
        let report = try CalibrationReport(
            of: study, on: accelerator, prior: CalibrationPrior(table: accelerator.costs, anchors: []))
        for component in Component.allCases {
            #expect(abs(report.table[component].area / accelerator.costs[component].area - 1) < 1e-6)
        }
        let shifter = try #require(report.parameters.first { $0.parameter.components == [.barrelShifter] })
        #expect(shifter.precisions.isEmpty && abs(shifter.learned) < 1e-9)
    }
}
