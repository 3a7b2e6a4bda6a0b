import DesignSpace
import Experiments
import Precision
import Quantities
import Recipes
import Reports

/// The queue in every format.
struct QueueReport: AttributedReport {
    private let queue: QueueSnapshot

    init(_ queue: QueueSnapshot) { self.queue = queue }

    /// The queue in a format; as text with a line on who works it.
    func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv: csv.rendered(as: .csv)
        case .text where queue.experiments.isEmpty: "the queue is empty\(pause(of: "it"))\n"
        case .text: table.rendered(as: .text) + "\n" + summary + "\n"
        default: table.rendered(as: format)
        }
    }

    private func pause(of subject: String) -> String {
        queue.isPaused ? "; \(subject) is paused, so that nothing is begun: 'bitfront queue resume' ends that" : ""
    }

    var content: String { "experiments" }

    var json: JSONValue { .array(queue.experiments.map(Self.json)) }

    var csv: TextTable { TextTable(csvOf: queue.experiments.map(Self.json), keys: Self.csvKeys) }

    /// The headings of a queue without experiments; those of others are held against them by a test.
    private static let csvKeys = [
        "key", "state", "request", "reason", "priority", "position", "parent_key", "network", "dataset", "precision", "radix",
        "recipe", "seed", "attempts", "worker", "done_percent", "finished_epochs", "epochs", "loss", "images_per_second",
        "seconds_left", "estimated_seconds", "added_at_unix_seconds", "started_at_unix_seconds", "ended_at_unix_seconds",
    ]

    private var table: TextTable {
        TextTable(
            headings: [
                .init("key"), .init("point"), .init("data set"), .init("recipe"), .init("seed", .right), .init("state"),
                .init("priority", .right), .init("done", .right), .init("epochs", .right), .init("images/s", .right),
                .init("left", .right), .init("reason"),
            ],
            rows: queue.experiments.map { one in
                [
                    String(one.key.prefix(12)), one.spec.point.reference.name, one.spec.dataset, one.spec.recipe.name,
                    String(one.spec.seed), one.state.rawValue + (one.request.map { " (\($0.rawValue) asked)" } ?? ""),
                    String(one.priority), "\(Int(one.fraction * 100)) %", "\(one.history.count)/\(one.spec.phase.epochs)",
                    Self.isLive(one) ? one.progress.map { $0.imagesPerSecond.text(decimals: 0) } ?? Column.unknown : Column.unknown,
                    one.state.isPending ? one.secondsLeft.map { ProgressText.time($0) } ?? Column.unknown : Column.unknown,
                    (one.reason ?? "").split(separator: "\n").first.map(String.init) ?? "",
                ]
            })
    }

    private var summary: String {
        let nobody = queue.isRunnerStarting ? "a runner is starting" : "nobody works the queue: 'bitfront queue work' does"
        let worker = queue.runner.map { "process \($0) works the queue" } ?? nobody
        let isIdle = queue.count(.running) + queue.count(.waiting) == 0
        let time = queue.secondsLeft.map { ", about \(ProgressText.time($0)) left" } ?? ""
        if isIdle { return "nothing waits" + pause(of: "the queue") }
        return "\(queue.count(.running)) running, \(queue.count(.waiting)) waiting\(time); " + worker + pause(of: "the queue")
    }

    private static func isLive(_ one: QueuedExperiment) -> Bool { one.state == .running }

    private static func json(of one: QueuedExperiment) -> JSONValue {
        .object([
            "key": .string(one.key), "state": .string(one.state.rawValue), "request": .optional(one.request?.rawValue),
            "reason": .optional(one.reason), "priority": .integer(one.priority), "position": .integer(one.position),
            "parent_key": .optional(one.parentKey), "network": .string(one.spec.network), "dataset": .string(one.spec.dataset),
            "precision": .string(one.spec.precision.name), "radix": .string(one.spec.radix.rawValue),
            "recipe": .string(one.spec.recipe.name), "seed": .whole(one.spec.seed), "attempts": .integer(one.attempts),
            "worker": one.worker.map { .integer($0) } ?? .null, "done_percent": .number(one.fraction * 100),
            "finished_epochs": .integer(one.history.count), "epochs": .integer(one.spec.phase.epochs),
            "loss": .optional(one.loss),
            "images_per_second": .optional(isLive(one) ? one.progress?.imagesPerSecond : nil),
            "seconds_left": .optional(one.secondsLeft), "estimated_seconds": .optional(one.estimatedSeconds),
            "added_at_unix_seconds": .integer(one.addedAt), "started_at_unix_seconds": one.startedAt.map { .integer($0) } ?? .null,
            "ended_at_unix_seconds": one.endedAt.map { .integer($0) } ?? .null,
        ])
    }
}
