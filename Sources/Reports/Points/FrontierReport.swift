import DesignSpace

/// The points on the frontier of one data set, in every tabular format.
public struct FrontierReport: AttributedReport, Hashable, Sendable {
    let rows: [EvaluatedPoint]

    /// Makes a report of the rows that are on a frontier, by rising cost.
    public init(frontier rows: [EvaluatedPoint]) { self.rows = rows }

    /// The key of its figures in JSON.
    public var content: String { points.content }

    /// All that it says.
    public var json: JSONValue { points.json }

    /// Its figures, unrounded, under keys.
    public var csv: TextTable { points.csv }

    /// Of a point, how many runs its accuracy is the mean of.
    public var reservedKeys: Set<String> { points.reservedKeys }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String { points.rendered(as: format) }

    private var points: PointReport {
        PointReport(
            rows: rows,
            columns: [.network, .precision, .accuracy, .interval, .source, .energy, .saving, .power, .area, .weights])
    }
}
