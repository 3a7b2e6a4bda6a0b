import DesignSpace
import Precision
import Quantities
import Recipes
import Terminal

/// The records of experiments, in every tabular format; their JSON is their own.
public struct ResultsReport: Hashable, Sendable {
    let records: [ExperimentRecord]

    /// Makes a report of records.
    public init(_ records: [ExperimentRecord]) { self.records = records }

    /// The list in a format.
    public func rendered(as format: ReportFormat) -> String {
        if records.isEmpty, format == .text { return "no results yet: bitfront run lenet/fixed8 --dataset digits makes one\n" }
        var table = TextTable(headings: [
            .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("status"),
            .init("test %", .right), .init("validation %", .right), .init("images", .right), .init("epochs", .right),
            .init("seconds", .right), .init("created"),
        ])
        table.rows = records.map { record in
            [
                String(record.key.prefix(12)), record.spec.point.reference.name, record.spec.dataset, record.spec.recipe.name,
                String(record.spec.seed), record.status.rawValue, percent(record.testAccuracyPercent),
                percent(record.validationAccuracyPercent), record.testImages.map { String($0) } ?? Column.unknown,
                String(record.epochs), record.seconds?.text(decimals: 1) ?? Column.unknown, record.createdAt,
            ].map(\.visible)
        }
        return table.rendered(as: format)
    }

    private func percent(_ value: Double?) -> String { value?.text(decimals: 2) ?? Column.unknown }
}
