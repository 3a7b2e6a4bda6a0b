import HardwareModel
import Networks
import Precision
import Quantities

extension EvaluatedPoint {
    /// Why the point saves what it does against the study's baseline, in percent of energy.
    public var savingExplanation: Explanation {
        let (own, base) = (evaluation.energy.microjoules, baseline.energy.microjoules)
        let inputs: [Explanation.Input] = [
            .init("energy", own, "µJ", significant: 6, source: "\(evaluation.accounting.rawValue) accounting"),
            .init("baseline", base, "µJ", significant: 6, source: "\(baseline.network.title) \(baseline.precision.title)"),
        ]
        return Explanation(
            title: "saving of energy of \(name)", value: energySavingPercent, unit: "%",
            formula: "(1 - energy / energy of the baseline) * 100",
            substitution: "(1 - \(own.text(significant: 6)) / \(base.text(significant: 6))) * 100 = "
                + "\(energySavingPercent.text(decimals: 1)) %",
            inputs: inputs, source: "definition, as in Hashemi et al., Tables IV and V", caveats: evaluation.caveats)
    }

    /// Whose the point's accuracy is, and how sure it is.
    public var accuracyExplanation: Explanation {
        guard let accuracy else {
            return Explanation(
                title: "accuracy of \(name) on \(point.dataset)", value: nil, unit: "%", formula: "measured, not modelled",
                substitution: "not known: \(state.text)", inputs: [], source: Column.unknown)
        }
        return Explanation(
            title: "accuracy of \(name) on \(point.dataset) (\(accuracy.source.rawValue))", value: accuracy.percent, unit: "%",
            formula: accuracy.formula, substitution: accuracy.percent.map { "\($0.text(decimals: 2)) %" } ?? "NA",
            inputs: accuracy.inputs, source: accuracy.origin)
    }
}

extension Accuracy {
    fileprivate var formula: String {
        switch source {
        case .published: "as the paper gives it"
        case .measured where (seeds ?? 1) > 1: "mean over the runs of correctly classified test images / test images * 100"
        case .measured: "correctly classified test images / test images * 100"
        case .imported: "as it was imported"
        case .predicted: "as it was predicted"
        }
    }

    fileprivate var inputs: [Explanation.Input] {
        var inputs: [Explanation.Input] = []
        // Of a training that failed without a figure no image was counted.
        if let testImages, percent != nil {
            inputs.append(.init("test images", count: testImages, source: "each is classified once"))
        }
        if let interval {
            let score = "Wilson's score, 95 % of the time"
            inputs += [
                .init("interval from", interval.lowerBound, "%", significant: 4, source: score),
                .init("interval to", interval.upperBound, "%", significant: 4, source: score),
            ]
        }
        if let seeds { inputs.append(.init("runs", count: seeds, source: "each with a seed of its own")) }
        if !converged { inputs.append(.init("training", "did not converge", source: "a network that guesses")) }
        return inputs
    }
}
