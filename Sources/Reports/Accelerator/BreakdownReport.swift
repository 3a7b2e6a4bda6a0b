import DesignSpace
import HardwareModel
import Precision
import Quantities

/// Area and power by component (Hashemi et al., Fig. 3), in every format.
public struct BreakdownReport: AttributedReport, Hashable, Sendable {
    let designs: [Design]

    /// Makes a report of an accelerator at several precisions.
    public init(_ accelerator: HardwareModel.Accelerator, precisions: [Precision]) {
        self.init(precisions.map { Design(accelerator, precision: $0) })
    }

    /// Makes a report of designs in their order.
    public init(_ designs: [Design]) { self.designs = designs }

    /// The key of its figures in JSON.
    public var content: String { "breakdown" }

    /// All that it says.
    public var json: JSONValue { .array(designs.map(JSONValue.init(design:))) }

    /// Its figures, unrounded, under keys.
    public var csv: TextTable {
        TextTable(csvOf: designs.flatMap { design in design.components.map { JSONValue(use: $0, of: design) } })
    }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv: csv.rendered(as: .csv)
        case .markdown, .latex: table.rendered(as: format)
        case .text:
            table.rendered(as: format)
                + CaveatNotes.lines(for: designs.map { ($0.precision, $0.accelerator.caveats(for: $0.precision)) })
        }
    }

    private var table: TextTable {
        var table = TextTable(headings: [
            .init("precision"), .init("component"), .init("group"), .init("count", .right), .init("area mm²", .right),
            .init("%", .right), .init("power mW", .right), .init("%", .right),
        ])
        for design in designs {
            table.rows += design.components.map { use in
                [
                    design.precision.name, use.name, use.group.rawValue, use.count.groupedText,
                    use.area.squareMillimetres.text(decimals: 4), (use.area / design.area * 100).text(decimals: 1),
                    design.power(of: use).milliwatts.text(decimals: 2),
                    (design.power(of: use) / design.power * 100).text(decimals: 1),
                ]
            }
            table.rows.append([
                design.precision.name, "total", "", "", design.area.squareMillimetres.text(decimals: 4), "100.0",
                design.power.milliwatts.text(decimals: 2), "100.0",
            ])
            table.rows.append([
                design.precision.name, "buffers' share", "buffer", "", "",
                (design.areaShare(of: .buffer) * 100).text(decimals: 1), "",
                (design.powerShare(of: .buffer) * 100).text(decimals: 1),
            ])
        }
        return table
    }
}

extension JSONValue {
    init(design: Design) {
        self = .object([
            "precision": .string(design.precision.name), "accelerator": .string(design.accelerator.name),
            "area_mm2": .number(design.area.squareMillimetres), "power_mw": .number(design.power.milliwatts),
            "buffer_area_share_percent": .number(design.areaShare(of: .buffer) * 100),
            "buffer_power_share_percent": .number(design.powerShare(of: .buffer) * 100),
            "caveats": CaveatNotes.json(design.accelerator.caveats(for: design.precision)),
            "components": .array(design.components.map { JSONValue(use: $0, of: design) }),
        ])
    }

    init(use: ComponentUse, of design: Design) {
        self = .object([
            "precision": .string(design.precision.name), "name": .string(use.name), "group": .string(use.group.rawValue),
            "count": .integer(use.count), "area_mm2": .number(use.area.squareMillimetres),
            "power_mw": .number(design.power(of: use).milliwatts),
            "unit_area_um2": .number(use.areaPerUnit.squareMicrometres),
            "operations_per_cycle": .integer(use.operationsPerCycle),
            "unit_energy_pj": .number(use.energyPerOperation.picojoules),
            "source": .string(design.accelerator.source(of: use)),
        ])
    }
}
