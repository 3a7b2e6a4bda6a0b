import DesignSpace

/// What a run found in the layers of its network, in every format: number formats, values beyond their ends, accumulator bits.
public struct MeasuredLayersReport: AttributedReport, Hashable, Sendable {
    private let names: [String]
    private let measured: MeasuredFormats?

    /// Makes a report of a run; an empty one of a run that does not say.
    public init(_ run: ExperimentRecord) {
        names = run.quantizedLayers?.layers.map(\.layer) ?? []
        measured = MeasuredFormats(run)
    }

    /// The key of its figures in JSON.
    public var content: String { "layers" }

    /// All that it says.
    public var json: JSONValue {
        .object((measured?.members ?? []) + [.init(key: "layers", value: .array(layers))])
    }

    /// Its figures, unrounded, under keys; what is said of the run as a whole beside each layer.
    public var csv: TextTable {
        let whole = measured?.members ?? []
        return TextTable(
            csvOf: layers.map { layer in
                guard case .object(let members) = layer else { return layer }
                return .object(members + whole)
            }, keys: ["name"])
    }

    private var layers: [JSONValue] {
        names.map { .object([.init(key: "name", value: .string($0))] + (measured?.members(of: $0) ?? [])) }
    }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv: csv.rendered(as: .csv)
        case .text, .markdown, .latex: table.rendered(as: format)
        }
    }

    private var table: TextTable {
        var table = TextTable(headings: [.init("layer")] + MeasuredFormats.headings)
        let input = measured?.inputCells ?? MeasuredFormats.headings.map { _ in "" }
        table.rows = [["input"] + input] + names.map { [$0] + (measured?.cells(of: $0) ?? []) }
        return table
    }
}
