import Calibration
import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

@Suite("Calibration on Table III")
struct CalibrationReportTests {
    let study: PublishedStudy
    let accelerator: Accelerator
    let report: CalibrationReport

    init() throws {
        study = try Shipped.catalogue.study("hashemi2017").published
        accelerator = try Shipped.catalogue.accelerator("tile-65nm")
        report = try CalibrationReport(of: study, on: accelerator)
    }

    @Test("The refitted table meets all 14 cells within 1 % and the four shares within half a point")
    func meetsTheTable() {
        #expect(report.rows.count == 14)
        #expect(report.rows.allSatisfy { $0.fittedErrorPercent.magnitude < 1 })
        #expect(report.shares.count == 4)
        #expect(report.shares.allSatisfy { ($0.fittedPercent - $0.publishedPercent).magnitude < 0.5 })
    }

    @Test("A design priced by the fitted table has the fitted figures", arguments: Precision.ofThePaper)
    func tableIsTheFit(precision: Precision) throws {
        let design = Design(try accelerator.with(costs: report.table), precision: precision)
        let rows = report.rows.filter { $0.precision == precision }
        #expect(abs(rows[0].fitted / design.area.squareMillimetres - 1) < 1e-9)
        #expect(abs(rows[1].fitted / design.power.milliwatts - 1) < 1e-9)
    }

    @Test("Held out, every figure but binary's area is predicted within 3 %; binary, the far end, is the worst and within 10 %")
    func heldOut() throws {
        let worst = try #require(report.rows.max { $0.heldOutErrorPercent.magnitude < $1.heldOutErrorPercent.magnitude })
        #expect(worst.precision == .binary && worst.quantity == .area)
        #expect((3...10).contains(worst.heldOutErrorPercent.magnitude))
        for row in report.rows where row != worst { #expect(row.heldOutErrorPercent.magnitude < 3) }
        #expect(report.rows.contains { $0.heldOutErrorPercent.magnitude > $0.fittedErrorPercent.magnitude + 0.5 })
    }

    @Test("A changed figure moves the cost that it is about and the prediction of its row, and leaves the areas alone")
    func followsTheFigures() throws {
        let changed = try study.replacingPower(of: .fixed8, by: 1.10)
        let moved = try CalibrationReport(of: changed, on: accelerator)
        #expect(moved.table[.synapseBufferNarrowBit].energy > report.table[.synapseBufferNarrowBit].energy)
        #expect(
            moved.parameters.filter { $0.parameter.quantity == .area }
                == report.parameters.filter { $0.parameter.quantity == .area })
        // Held out, a row is predicted without itself.
        func heldOut(_ report: CalibrationReport) -> Double? {
            report.rows.first { $0.precision == .fixed8 && $0.quantity == .energy }?.heldOut
        }
        #expect(heldOut(moved) == heldOut(report))
    }

    @Test("Costs that occur in one row only are named as pure prior")
    func singleRows() {
        let names = report.parameters.filter(\.isPurePriorWhenHeldOut).map {
            "\($0.parameter.name) \($0.parameter.quantity.rawValue)"
        }
        let expected: Set = [
            "float32_multiplier area", "float32_adder area", "barrel_shifter area", "float32_multiplier energy",
            "float32_adder energy",
            "barrel_shifter energy",
        ]
        #expect(Set(names) == expected)
        #expect(report.limits.contains { $0.contains("barrel_shifter area (pow2)") })
    }

    @Test("What cannot be predicted is said", arguments: ["Leakage", "depth of SB is assumed", "idle energy", "area of binary"])
    func limits(words: String) {
        #expect(report.limits.contains { $0.contains(words) })
        #expect(report.lines.contains { $0.contains(words) })
    }

    @Test("No cost is negative, whatever the figures")
    func notNegative() throws {
        let odd = try study.replacingPower(of: .float32, by: 0.5).replacingPower(of: .fixed32, by: 0.6)
        let report = try CalibrationReport(of: odd, on: accelerator)
        #expect(report.parameters.allSatisfy { $0.fitted >= 0 })
        #expect(report.parameters.contains { $0.fitted == 0 })
    }

    @Test("Without shares in the text it fits the table alone")
    func withoutShares() throws {
        let own = PublishedStudy(
            designs: study.designs, points: [], footprints: [], bufferShares: nil, tolerances: study.tolerances,
            designSource: "my synthesis", textSource: "")
        let report = try CalibrationReport(of: own, on: accelerator)
        #expect(report.shares.isEmpty)
        #expect(report.rows.allSatisfy { $0.fittedErrorPercent.magnitude < 1 })
        #expect(report.table[.control].source == "fitted to my synthesis")
    }

    @Test("Too few accelerators are an error that says how many are needed")
    func tooFew() throws {
        let one = PublishedStudy(
            designs: Array(study.designs.prefix(1)), points: [], footprints: [], bufferShares: nil, tolerances: study.tolerances,
            designSource: "", textSource: "")
        #expect(throws: CalibrationError.tooFewDesigns(count: 1, needed: 2)) { try CalibrationReport(of: one, on: accelerator) }
    }

    @Test("A figure that is not positive is an error that names it", arguments: [0, -1, Double.nan])
    func notPositive(factor: Double) throws {
        let broken = try study.replacingPower(of: .fixed8, by: factor)
        #expect {
            try CalibrationReport(of: broken, on: accelerator)
        } throws: { error in
            "\(error)".contains("power of fixed8")
        }
    }
}
