import DesignSpace

/// The points on the frontier of one data set, in every tabular format.
public struct FrontierReport: Hashable, Sendable {
    let rows: [EvaluatedPoint]

    /// Makes a report of the rows that are on a frontier, by rising cost.
    public init(frontier rows: [EvaluatedPoint]) { self.rows = rows }

    /// The report in a format.
    public func rendered(as format: ReportFormat) -> String {
        let columns: [Column] = [.network, .precision, .accuracy, .interval, .source, .energy, .saving, .power, .area, .weights]
        return PointReport(rows: rows, columns: columns).rendered(as: format)
    }
}
