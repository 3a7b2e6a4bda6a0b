import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

/// The table of design points, in every format.
public struct PointReport: AttributedReport, Hashable, Sendable {
    let rows: [EvaluatedPoint]
    let columns: [Column]
    let comparesWithPaper: Bool
    let isComplete: Bool

    /// Makes a report of rows in the order in which they are given; the columns matter for text, Markdown and LaTeX, and for CSV if that
    /// is not to be complete. JSON has all there is, as its keys are promised.
    ///
    /// - Parameters:
    ///   - comparesWithPaper: false for figures of an accelerator that the paper does not have, whose error means nothing.
    ///   - isComplete: false for CSV of the columns alone.
    public init(
        rows: [EvaluatedPoint], columns: [Column] = Column.acrossDatasets, comparesWithPaper: Bool = true, isComplete: Bool = true
    ) {
        self.comparesWithPaper = comparesWithPaper
        self.isComplete = isComplete
        self.rows = rows
        self.columns = columns
    }

    /// The key of its figures in JSON.
    public var content: String { "points" }

    /// All that it says.
    public var json: JSONValue { .array(members) }

    private var members: [JSONValue] { rows.map { JSONValue(row: $0, comparesWithPaper: comparesWithPaper) } }

    /// Its figures, unrounded, under keys: all there are, or those of the columns in their order.
    public var csv: TextTable {
        let whole = TextTable(csvOf: members, keys: Self.csvKeys)
        return isComplete ? whole : chosen(from: whole)
    }

    /// Of a point, how many runs its accuracy is the mean of; of an export, their seeds.
    public var reservedKeys: Set<String> { ["seeds"] }

    /// The columns of a complete table that the report's columns show.
    private func chosen(from whole: TextTable) -> TextTable {
        var used: Set<String> = []
        let keys = columns.flatMap(\.keys).filter { used.insert($0).inserted }
        let places = keys.map { key in whole.headings.firstIndex { $0.text == key } }
        return TextTable(
            headings: keys.map { TextTable.Heading($0) },
            rows: zip(rows, whole.rows).map { row, cells in
                // What a complete table does without is the one figure that is worked out from others.
                places.map { place in place.map { cells[$0] } ?? row.accuracyDrop.map(JSONValue.text(of:)) ?? "" }
            })
    }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: return json.text
        case .csv: return csv.rendered(as: .csv)
        case .text:
            return table(as: format).rendered(as: .text) + paragraph(signs) + accountingNote
                + CaveatNotes.lines(for: rows.map { ($0.point.precision, $0.evaluation.caveats) })
        case .markdown:
            return table(as: format).rendered(as: format) + paragraph(signs.map(TextTable.escapedForMarkdown))
        case .latex: return table(as: format).rendered(as: format) + paragraph(signs.map(TextTable.escapedForLaTeX))
        }
    }

    private func paragraph(_ text: String?) -> String { text.map { "\n\($0)\n" } ?? "" }

    /// Whether accuracies carry the sign of their source, as no column says in a word whose they are.
    private var hasSigns: Bool { columns.contains(.accuracy) && !columns.contains(where: \.namesSource) }

    /// What the signs behind accuracies mean, of those there are; nil for a table without signs.
    private var signs: String? {
        guard hasSigns else { return nil }
        let sources = Set(rows.compactMap(\.accuracy?.source))
        guard !sources.isEmpty else { return nil }
        let failed = rows.contains { $0.accuracy?.converged == false && $0.accuracyPercent != nil }
        let texts = Accuracy.Source.allCases.filter(sources.contains).map(\.signText)
        return "\(Column.accuracy.heading): " + (texts + (failed ? ["! did not converge"] : [])).joined(separator: ", ")
    }

    /// Which rows are charged which energy, where a table holds both: they are not to be compared.
    private var accountingNote: String {
        var datasets: [String: [String]] = [:]
        for row in rows where !datasets[row.evaluation.accounting.rawValue, default: []].contains(row.point.dataset) {
            datasets[row.evaluation.accounting.rawValue, default: []].append(row.point.dataset)
        }
        guard datasets.count > 1 else { return "" }
        let parts = datasets.sorted { $0.key < $1.key }.map { "\($0.key) on \($0.value.joined(separator: ", "))" }
        return "\nEnergy is \(parts.joined(separator: "; ")): compare within a data set, or give --accounting.\n"
    }

    private func text(_ column: Column, in row: EvaluatedPoint, as format: ReportFormat) -> String {
        switch column {
        case .energyError where !comparesWithPaper: Column.unknown
        case .accuracy where hasSigns: row.signedAccuracyText
        // The width of a line limits what people read in a terminal, not what a paper is made from.
        case .source where format != .text: row.wholeSourceText
        default: column.text(in: row)
        }
    }

    private func table(as format: ReportFormat) -> TextTable {
        let headings = columns.map { TextTable.Heading($0.heading, $0.isNumeric ? .right : .left) }
        return TextTable(headings: headings, rows: rows.map { row in columns.map { text($0, in: row, as: format) } })
    }
}

extension JSONValue {
    /// A design point with the keys of the command line's contract.
    public init(row: EvaluatedPoint, comparesWithPaper: Bool = true) {
        self = .object(
            Self.identity(of: row) + Self.cost(of: row) + Self.accuracy(of: row)
                + [Self.error(of: row, isKnown: comparesWithPaper)])
    }

    private static func member(_ key: String, _ value: JSONValue) -> Member { Member(key: key, value: value) }

    private static func identity(of row: EvaluatedPoint) -> [Member] {
        [
            member("network", .string(row.point.network)), member("dataset", .string(row.point.dataset)),
            member("precision", .string(row.point.precision.name)), member("radix", .string(row.point.radix.rawValue)),
            member("weight_bits", .integer(row.point.precision.weightBits)),
            member("data_bits", .integer(row.point.precision.dataBits)),
            member("accelerator", .string(row.evaluation.accelerator.name)),
            member("accounting", .string(row.evaluation.accounting.rawValue)),
        ]
    }

    private static func cost(of row: EvaluatedPoint) -> [Member] {
        let evaluation = row.evaluation
        return [
            member("cycles", .integer(evaluation.cycles)), member("utilisation", .number(evaluation.utilisation)),
            member("latency_ms", .number(evaluation.latency.milliseconds)),
            member("images_per_second", .number(evaluation.imagesPerSecond)),
            member("area_mm2", .number(evaluation.area.squareMillimetres)),
            member("power_mw", .number(evaluation.power.milliwatts)),
            member("energy_uj", .number(evaluation.energy.microjoules)),
            member("energy_saving_percent", .number(row.energySavingPercent)),
            member("area_saving_percent", .number(row.areaSavingPercent)),
            member("power_saving_percent", .number(row.powerSavingPercent)),
            member("macs", .integer(evaluation.macs)), member("pj_per_mac", .number(evaluation.energyPerMAC.picojoules)),
            member("tops_per_watt", .number(evaluation.teraOperationsPerWatt)),
            member("energy_delay_product_uj_ms", .number(evaluation.energyDelayProduct.microjouleMilliseconds)),
            member("parameter_count", .integer(evaluation.network.weightCount)),
            member("parameter_kib", .number(evaluation.parameterSize.kibibytes)),
            member("feature_map_kib", .number(evaluation.featureMapSize.kibibytes)),
            member("weights_fit_sb", .bool(evaluation.weightsFitSynapseBuffer)),
            member("caveats", CaveatNotes.json(evaluation.caveats)),
        ]
    }

    private static func accuracy(of row: EvaluatedPoint) -> [Member] {
        let accuracy = row.accuracy
        let interval = accuracy?.interval.map { JSONValue.array([.number($0.lowerBound), .number($0.upperBound)]) }
        let published = row.published
        return [
            member("accuracy_percent", .optional(accuracy?.percent)),
            member("accuracy_interval", interval ?? .null),
            member("accuracy_source", .optional(accuracy?.source.rawValue)),
            member("accuracy_origin", .optional(accuracy?.origin)),
            member("converged", accuracy.map { .bool($0.converged) } ?? .null),
            member("seeds", accuracy?.seeds.map { .integer($0) } ?? .null),
            member("state", .string(row.state.text)), member("on_frontier", .bool(row.isOnFrontier)),
            member(
                "published",
                .object([
                    "accuracy_percent": .optional(published.accuracyPercent),
                    "energy_uj": .optional(published.energy?.microjoules),
                    "area_mm2": .optional(published.area?.squareMillimetres),
                    "power_mw": .optional(published.power?.milliwatts),
                ])),
        ]
    }

    private static func error(of row: EvaluatedPoint, isKnown: Bool) -> Member {
        member(
            "error_percent",
            .object([
                "energy_uj": .optional(isKnown ? row.energyErrorPercent : nil),
                "area_mm2": .optional(isKnown ? row.areaErrorPercent : nil),
                "power_mw": .optional(isKnown ? row.powerErrorPercent : nil),
            ]))
    }
}
