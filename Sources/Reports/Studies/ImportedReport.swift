import DesignSpace
import Precision
import Quantities
import Terminal

/// The accuracies that a user has brought, in every format.
public struct ImportedReport: Hashable, Sendable {
    let accuracies: [ImportedAccuracy]

    /// Makes a report of accuracies.
    public init(_ accuracies: [ImportedAccuracy]) { self.accuracies = accuracies }

    /// The list in a format.
    public func rendered(as format: ReportFormat) -> String {
        if format == .json { return JSONValue.array(accuracies.map(Self.json)).text }
        if accuracies.isEmpty, format == .text {
            return "no accuracies imported: bitfront results import FILE.csv brings a table of them in\n"
        }
        var table = TextTable(headings: [
            .init("key"), .init("point"), .init("data set"), .init("accuracy %", .right), .init("images", .right),
            .init("seeds", .right), .init("source"), .init("note"), .init("imported"),
        ])
        table.rows = accuracies.map { accuracy in
            [
                String(accuracy.key.prefix(12)), accuracy.point.reference.name, accuracy.point.dataset,
                accuracy.accuracyPercent.text(decimals: 2), accuracy.testImages.map { String($0) } ?? Column.unknown,
                accuracy.seeds.map { String($0) } ?? Column.unknown, accuracy.source, accuracy.note ?? "", accuracy.importedAt,
            ].map(\.visible)
        }
        return table.rendered(as: format)
    }

    /// The one accuracy there is, in a format; its JSON is an object and no array.
    public func rendered(asOne format: ReportFormat) -> String {
        guard format == .json, let accuracy = accuracies.first else { return rendered(as: format) }
        return Self.json(accuracy).text
    }

    /// An accuracy as JSON: the keys of a result record, null where only a run of this program has something, and those of its own.
    public static func json(_ accuracy: ImportedAccuracy) -> JSONValue {
        .object([
            "key": .string(accuracy.key), "status": .null, "network": .string(accuracy.point.network),
            "dataset": .string(accuracy.point.dataset), "precision": .string(accuracy.point.precision.name),
            "radix": .string(accuracy.point.radix.rawValue), "seed": .null, "recipe": .null,
            "test_accuracy_percent": .number(accuracy.accuracyPercent), "validation_accuracy_percent": .null,
            "test_images": accuracy.testImages.map { .integer($0) } ?? .null, "epochs": .null, "seconds": .null,
            "images_per_second": .null, "history": .array([]), "weights_sha256": .null, "engine_version": .null, "cpu": .null,
            "threads": .null, "created_at": .string(accuracy.importedAt), "dataset_sha256": .null,
            "accuracy_source": .string(Accuracy.Source.imported.rawValue), "accuracy_percent": .number(accuracy.accuracyPercent),
            "seeds": accuracy.seeds.map { .integer($0) } ?? .null, "note": .optional(accuracy.note),
            "source": .string(accuracy.source),
            "imported_at": .string(accuracy.importedAt),
        ])
    }
}
