import DesignSpace
import Experiments
import Precision
import Quantities
import Recipes
import Reports

/// What a sweep is going to run, and what that will cost in time.
struct SweepReport {
    private let plan: SweepPlan
    private let jobs: Int

    init(_ plan: SweepPlan, jobs: Int) {
        self.plan = plan
        self.jobs = jobs
    }

    /// The plan in a format; as text with a line on the whole.
    func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: JSONValue.array(plan.steps.enumerated().map { json(of: $1, at: $0) }).text
        case .text: (plan.steps.isEmpty ? "" : table.rendered(as: .text) + "\n") + summary + "\n"
        default: table.rendered(as: format)
        }
    }

    private var table: TextTable {
        TextTable(
            headings: [
                .init("order", .right), .init("key"), .init("point"), .init("data set"), .init("seed", .right),
                .init("epochs", .right), .init("state"), .init("could add", .right), .init("about", .right),
            ],
            rows: plan.steps.enumerated().map { index, step in
                [
                    String(index + 1), String(step.key.prefix(12)), step.spec.point.reference.name, step.spec.dataset,
                    String(step.spec.seed), String(step.spec.phase.epochs), step.state.description,
                    Self.text(ofGain: step.gain), ProgressText.time(step.estimate.seconds),
                ]
            })
    }

    private static func text(ofGain gain: Double?) -> String {
        guard let gain else { return "parent" }
        return gain < 100 ? "\(gain.text(decimals: 1)) points" : "not known"
    }

    private var summary: String {
        let present = plan.presentCount > 0 ? "; \(plan.presentCount.counted("has its result", "have their result")) already" : ""
        guard let basis = plan.basis else { return "nothing is missing" + present }
        let what = plan.steps.count.counted("experiment")
        let manner = jobs == 1 ? "one after the other" : "as the time of one after the other; \(jobs) at once share the cores"
        return "\(what), an estimated \(ProgressText.time(plan.seconds)) in all, \(manner) (by \(basis))" + present
    }

    private func json(of step: SweepPlan.Step, at index: Int) -> JSONValue {
        .object([
            "order": .integer(index + 1), "key": .string(step.key), "network": .string(step.spec.network),
            "dataset": .string(step.spec.dataset), "precision": .string(step.spec.precision.name),
            "radix": .string(step.spec.radix.rawValue), "recipe": .string(step.spec.recipe.name),
            "seed": .whole(step.spec.seed), "epochs": .integer(step.spec.phase.epochs),
            "state": .string(step.state.description), "gain_points": .optional(step.gain),
            "estimated_seconds": .number(step.estimate.seconds), "estimate_basis": .string(step.estimate.basis.description),
        ])
    }
}
