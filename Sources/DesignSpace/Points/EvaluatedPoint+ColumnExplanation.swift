import HardwareModel
import Networks
import Precision
import Quantities

extension Column {
    /// The figure of the model that it shows; nil for any other.
    public var metric: Metric? {
        switch self {
        case .energy: .energy
        case .power: .power
        case .area: .area
        case .latency: .latency
        case .throughput: .throughput
        case .cycles: .cycles
        case .utilisation: .utilisation
        case .macs: .macs
        case .energyPerMAC: .energyPerMAC
        case .efficiency: .efficiency
        case .energyDelay: .energyDelay
        case .weights: .parameterSize
        case .featureMaps: .featureMapSize
        default: nil
        }
    }
}

extension EvaluatedPoint {
    /// Why a column shows of the point what it does; nil for a column of words that are no figure.
    public func explanation(of column: Column) -> Explanation? {
        if let metric = column.metric { return evaluation.explanation(of: metric) }
        return switch column {
        case .accuracy: accuracyExplanation
        case .interval: intervalExplanation
        case .drop: dropExplanation
        case .saving: savingExplanation
        case .paperEnergy: paperEnergyExplanation
        case .energyError: energyErrorExplanation
        case .fitsBuffer: bufferExplanation
        case .seeds: seedsExplanation
        default: nil
        }
    }

    private var intervalExplanation: Explanation {
        let formula = "half of Wilson's score interval, in which the accuracy of all images lies 95 % of the time"
        guard let interval = accuracy?.interval, let half = accuracy?.halfWidth, let images = accuracy?.testImages else {
            return unknown("interval of the accuracy", "points", formula, "it takes an accuracy and its number of test images")
        }
        let ends = (interval.lowerBound.text(decimals: 2), interval.upperBound.text(decimals: 2))
        return Explanation(
            title: "interval of the accuracy of \(name)", value: half, unit: "points", formula: formula,
            substitution: "(\(ends.1) - \(ends.0)) / 2 = \(half.text(decimals: 2)) points",
            inputs: [
                .init("accuracy", "\(accuracyText) %", source: accuracy?.origin ?? Column.unknown),
                .init("test images", count: images, source: "each is classified once"),
            ], source: "Wilson's score, 95 % of the time")
    }

    private var dropExplanation: Explanation {
        let formula = "accuracy of the baseline - accuracy, both of one source"
        let title = "drop of the accuracy"
        guard let drop = accuracyDrop, let accuracy, let percent = accuracy.percent, let base = baselineAccuracy,
            let reference = base.percent
        else { return unknown(title, "points", formula, "the baseline or the point has no accuracy of this source") }
        let baselineName = "\(baseline.network.title) \(baseline.precision.title)"
        return Explanation(
            title: "\(title) of \(name) against \(baselineName)", value: drop, unit: "points", formula: formula,
            substitution: "\(reference.text(decimals: 2)) - \(percent.text(decimals: 2)) = \(Column.drop.text(in: self)) points",
            inputs: [
                .init("baseline", "\(reference.text(decimals: 2)) %", source: "\(baselineName): \(base.origin)"),
                .init("accuracy", "\(percent.text(decimals: 2)) %", source: accuracy.origin),
            ], source: "definition")
    }

    private var paperEnergyExplanation: Explanation {
        guard let energy = published.energy?.microjoules else {
            return unknown("the paper's energy", "µJ", "as the paper gives it", "the paper gives none")
        }
        return Explanation(
            title: "the paper's energy of \(name)", value: energy, unit: "µJ", formula: "as the paper gives it",
            substitution: "\(energy.text(decimals: 2)) µJ", inputs: [], source: published.pointSource)
    }

    private var energyErrorExplanation: Explanation {
        let formula = "(energy / the paper's - 1) * 100"
        guard let paper = published.energy?.microjoules, let error = energyErrorPercent else {
            return unknown("error of the energy", "%", formula, "the paper gives no energy")
        }
        let own = evaluation.energy.microjoules
        return Explanation(
            title: "error of the energy of \(name)", value: error, unit: "%", formula: formula,
            substitution:
                "(\(own.text(significant: 6)) / \(paper.text(decimals: 2)) - 1) * 100 = \(error.signedText(decimals: 2)) %",
            inputs: [
                .init("energy", own, "µJ", significant: 6, source: "\(evaluation.accounting.rawValue) accounting"),
                .init("the paper's", paper, "µJ", significant: 6, source: published.pointSource),
            ], source: "definition", caveats: evaluation.caveats)
    }

    private var bufferExplanation: Explanation {
        let (weights, room) = (evaluation.parameterSize.kibibytes, evaluation.design.synapseBufferSize.kibibytes)
        let fits = evaluation.weightsFitSynapseBuffer
        return Explanation(
            title: "whether the weights of \(name) fit SB", value: nil, unit: "", formula: "weight memory <= size of SB",
            substitution: "\(weights.text(significant: 5)) \(fits ? "<=" : ">") \(room.text(significant: 5)) KiB: "
                + Column.fitsBuffer.text(in: self),
            inputs: [
                .init("weight memory", weights, "KiB", significant: 5, source: "weights * weight bits / 8 / 1024"),
                .init("SB", room, "KiB", significant: 5, source: "the buffer of the weights at \(point.precision.title)"),
            ], source: "definition")
    }

    private var seedsExplanation: Explanation {
        let formula = "runs that the accuracy is a mean of"
        guard let accuracy, let count = accuracy.seeds else {
            return unknown("number of runs", "runs", formula, "nobody says how many there were")
        }
        let seeds = runs.map(\.spec.seed).sorted().map(String.init).joined(separator: ", ")
        return Explanation(
            title: "number of runs of \(name)", value: Double(count), unit: "runs", formula: formula,
            substitution: "\(count)" + (seeds.isEmpty ? "" : ", with seed \(seeds)"), inputs: [], source: accuracy.origin)
    }

    private func unknown(_ title: String, _ unit: String, _ formula: String, _ reason: String) -> Explanation {
        Explanation(
            title: "\(title) of \(name)", value: nil, unit: unit, formula: formula, substitution: "not known: \(reason)",
            inputs: [], source: Column.unknown)
    }
}
