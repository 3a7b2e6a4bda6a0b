import HardwareModel
import Quantities

extension QueuedExperiment {
    /// A figure of a run that can be explained.
    public enum Figure: String, Hashable, Sendable, CaseIterable {
        /// The share of the run that is done.
        case progress
        /// The training loss where the run stands.
        case loss
        /// The accuracy on the validation images behind the last epoch.
        case validation = "validation accuracy"
        /// Training images a second.
        case rate
        /// The time until the run ends.
        case timeLeft = "time left"
    }

    /// Where a figure of the run comes from; nil for one that it has not, or not any more.
    public func explanation(of figure: Figure) -> Explanation? {
        switch figure {
        case .progress: progressExplanation
        case .loss: lossExplanation
        case .validation: validationExplanation
        case .rate: rateExplanation
        case .timeLeft: timeExplanation
        }
    }

    /// Who says so.
    private var origin: String { "run \(key.prefix(12)), seed \(spec.seed)" }

    private var reported: String {
        "\(origin): its worker reports every few batches, its runner writes that down every few seconds"
    }

    private func explanation(
        _ figure: Figure, _ value: Double, _ unit: String, _ formula: String, _ substitution: String,
        _ inputs: [Explanation.Input] = [], source: String
    ) -> Explanation {
        Explanation(
            title: "\(figure.rawValue) of \(name) on \(spec.dataset)", value: value, unit: unit, formula: formula,
            substitution: substitution, inputs: inputs, source: source)
    }

    private var progressExplanation: Explanation {
        let percent = Int(fraction * 100)
        let whole = Explanation.Input("epochs", count: epochs, source: "recipe \(recipeName)")
        let finished = Explanation.Input("finished epochs", count: history.count, source: origin)
        guard let progress, state != .done, progress.fraction > 0, progress.fraction >= fraction else {
            let (done, inputs) = state == .done ? ("done", []) : ("\(history.count) / \(epochs) * 100", [finished, whole])
            return explanation(
                .progress, fraction * 100, "%", "finished epochs / epochs * 100", "\(done) = \(percent) %", inputs, source: origin)
        }
        return explanation(
            .progress, fraction * 100, "%", "(epochs before this one + batches / batches of an epoch) / epochs * 100",
            "(\(progress.epoch - 1) + \(progress.batch.groupedText) / \(progress.batches.groupedText)) / \(epochs) * 100 = \(percent) %",
            [
                finished, .init("batches", count: progress.batch, source: "done of epoch \(progress.epoch)"),
                .init("batches of an epoch", count: progress.batches, source: reported), whole,
            ], source: "definition, rounded down")
    }

    private var lossExplanation: Explanation? {
        guard let loss else { return nil }
        let text = loss.isFinite ? loss.text(decimals: 3) : "∞"
        return explanation(
            .loss, loss, "", "mean cross-entropy of the batches over the last hundredth of the run, else of the last epoch",
            text, source: reported)
    }

    private var validationExplanation: Explanation? {
        guard let last = history.last else { return nil }
        return explanation(
            .validation, last.validationAccuracyPercent, "%",
            "correctly classified validation images / validation images * 100, behind each epoch",
            "behind epoch \(last.epoch): \(last.validationAccuracyPercent.text(decimals: 2)) %", source: origin)
    }

    private var rateExplanation: Explanation? {
        guard state == .running, let rate = progress?.imagesPerSecond else { return nil }
        return explanation(
            .rate, rate, "images/s", "training images since the last report / time since then",
            "\(rate.text(significant: 3)) images/s", source: reported)
    }

    private var timeExplanation: Explanation? {
        guard state.isPending, let left = secondsLeft, left.isFinite else { return nil }
        if state == .running, let progress, progress.secondsLeft.isFinite {
            return explanation(
                .timeLeft, left, "s", "training images that are left / images a second", "\(left.text(significant: 3)) s",
                [.init("rate", progress.imagesPerSecond, "images/s", significant: 3, source: reported)], source: reported)
        }
        let estimate = estimatedSeconds ?? 0
        return explanation(
            .timeLeft, left, "s", "estimate of the whole run * (1 - share that is done)",
            "\(estimate.text(significant: 3)) s * (1 - \(fraction.text(decimals: 2))) = \(left.text(significant: 3)) s",
            [.init("estimate", estimate, "s", significant: 3, source: "made when it was asked for, from runs on this machine")],
            source: "an estimate")
    }
}
