import DesignSpace
import Precision
import Quantities
import Recipes
import Terminal

/// The records of experiments and the accuracies that a user has brought, in every tabular format; their JSON is their own.
public struct ResultsReport: Hashable, Sendable {
    let records: [ExperimentRecord]
    let imported: [ImportedAccuracy]

    /// Makes a report of records, and of imported accuracies behind them.
    public init(_ records: [ExperimentRecord], imported: [ImportedAccuracy] = []) {
        self.records = records
        self.imported = imported
    }

    /// The list in a format.
    public func rendered(as format: ReportFormat) -> String {
        if records.isEmpty, imported.isEmpty, format == .text {
            return "no results yet: bitfront run lenet/fixed8 --dataset digits makes one\n"
        }
        var table = TextTable(headings: [
            .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("status"),
            .init("test %", .right), .init("validation %", .right), .init("images", .right), .init("epochs", .right),
            .init("seconds", .right), .init("created"), .init("source"), .init("from"),
        ])
        table.rows = records.map(row) + imported.map(row)
        return table.rendered(as: format)
    }

    private func row(_ record: ExperimentRecord) -> [String] {
        [
            String(record.key.prefix(12)), record.spec.point.reference.name, record.spec.dataset, record.spec.recipe.name,
            String(record.spec.seed), record.status.rawValue, percent(record.testAccuracyPercent),
            percent(record.validationAccuracyPercent), record.testImages.map { String($0) } ?? Column.unknown,
            String(record.epochs), record.seconds?.text(decimals: 1) ?? Column.unknown, record.createdAt,
            Accuracy.Source.measured.rawValue, Column.unknown,
        ].map(\.visible)
    }

    /// A row of what no run of this program has found, and who says so.
    private func row(_ accuracy: ImportedAccuracy) -> [String] {
        let unknown = Column.unknown
        return [
            String(accuracy.key.prefix(12)), accuracy.point.reference.name, accuracy.point.dataset, unknown, unknown, unknown,
            percent(accuracy.accuracyPercent), unknown, accuracy.testImages.map { String($0) } ?? unknown, unknown, unknown,
            accuracy.importedAt, Accuracy.Source.imported.rawValue, accuracy.source,
        ].map(\.visible)
    }

    private func percent(_ value: Double?) -> String { value?.text(decimals: 2) ?? Column.unknown }
}
