import DesignSpace
import Precision
import Quantities
import Recipes

/// One experiment with its provenance and history, in every tabular format; its JSON is its own.
public struct RecordReport: Hashable, Sendable {
    let record: ExperimentRecord

    /// Makes a report of a record.
    public init(_ record: ExperimentRecord) { self.record = record }

    /// The report in a format; tabular formats other than text hold the history alone.
    public func rendered(as format: ReportFormat) -> String {
        guard format == .text || format == .json else { return history.rendered(as: format) }
        let parts = [
            provenance.rendered(as: .text), radixPoints, arithmetic, record.history.isEmpty ? nil : history.rendered(as: .text),
        ]
        return parts.compactMap { $0 }.joined(separator: "\n")
    }

    private var provenance: TextTable {
        let unknown = Column.unknown
        let spec = record.spec
        var accuracy = record.testAccuracyPercent.map { "\($0.text(decimals: 2)) %" } ?? unknown
        if let spread = record.accuracy?.halfWidth { accuracy += " ±\(spread.text(decimals: 2))" }
        if let images = record.testImages { accuracy += " on \(images.counted("image", grouped: true)), the rest chose the epoch" }
        let speed = record.imagesPerSecond.map { ", \($0.text(decimals: 0)) images/s" } ?? ""
        return TextTable(
            headings: [.init("experiment"), .init(record.key)],
            rows: [
                ["point", "\(spec.point.reference.name) on \(spec.dataset)"], ["status", record.status.rawValue],
                ["reason", record.reason ?? unknown], ["test accuracy", accuracy],
                ["validation accuracy", record.validationAccuracyPercent.map { "\($0.text(decimals: 2)) %" } ?? unknown],
                ["recipe", spec.recipe.name], ["seed", String(spec.seed)], ["started from", record.parentKey ?? "random weights"],
                ["time", (record.seconds.map { "\($0.text(decimals: 1)) s" } ?? unknown) + speed],
                ["machine", "\(record.cpu), \(record.threads.counted("thread"))"], ["engine", record.engineVersion],
                ["created", record.createdAt], ["weights SHA-256", record.weightsSHA256 ?? unknown],
                ["data set SHA-256", record.datasetSHA256 ?? unknown],
            ])
    }

    private var history: TextTable {
        TextTable(
            headings: [
                .init("epoch", .right), .init("training loss", .right), .init("validation %", .right),
                .init("learning rate", .right), .init("seconds", .right),
            ],
            rows: record.history.map {
                [
                    String($0.epoch), $0.trainingLoss.text(decimals: 4), $0.validationAccuracyPercent.text(decimals: 2),
                    $0.learningRate.text(significant: 3), $0.seconds.text(decimals: 1),
                ]
            })
    }
}
