import HardwareModel
import Networks
import Precision
import Quantities
import Recipes

/// A row of a study: a design point with its modelled cost, its accuracy, the paper's figures and its place among the others.
public struct EvaluatedPoint: Hashable, Sendable {
    /// What is known of a point's accuracy.
    public enum State: Hashable, Sendable {
        /// A paper gives it.
        case published
        /// A run of this program gave it.
        case measured
        /// A user brought it.
        case imported
        /// A run is under way; the share that is done, from 0 to 1.
        case running(Double)
        /// A run stopped at a checkpoint.
        case interrupted
        /// A run failed.
        case failed
        /// Nobody trained it.
        case notRun
    }

    /// What a point costs and what a paper says of it, which rows of several sources have in common.
    struct PricedDesign: Hashable {
        let point: DesignPoint
        let evaluation: Evaluation
        let published: PublishedFigures
        let baseline: Evaluation
        /// Whether it is the baseline, and whether its costs are extrapolated: kept, since each point of a plot asks.
        let isBaseline: Bool
        let isExtrapolated: Bool

        init(point: DesignPoint, evaluation: Evaluation, published: PublishedFigures, baseline: Evaluation) {
            self.point = point
            self.evaluation = evaluation
            self.published = published
            self.baseline = baseline
            isBaseline = baseline.isOf(network: point.network, at: point.precision)
            isExtrapolated = evaluation.isExtrapolated
        }
    }

    /// What an accuracy rests on and is held against, which the rows of one source have in common.
    struct Evidence: Hashable {
        let provenance: Shared<Accuracy.Provenance>?
        let state: State
        let runs: [ExperimentRecord]
        let baselineAccuracy: Accuracy?
        var distinction: String?
    }

    let design: Shared<PricedDesign>

    let evidence: Shared<Evidence>

    private let percent: Double?

    /// The position in its study before any sorting, which identifies the row.
    public let index: Int

    /// The design point.
    public var point: DesignPoint { design.value.point }

    /// What it costs.
    public var evaluation: Evaluation { design.value.evaluation }

    /// How well it classifies, if that is known.
    public var accuracy: Accuracy? { evidence.value.provenance.map { Accuracy(percent: percent, $0) } }

    /// What is known of its accuracy.
    public var state: State { evidence.value.state }

    /// The finished runs that a measured accuracy is the mean of; none for any other.
    public var runs: [ExperimentRecord] { evidence.value.runs }

    /// The name of the recipe of the finished runs; nil for a row without any.
    public var recipe: String? { runs.first?.spec.recipe.name }

    /// What tells the row from others of its point and kind of source: who an imported accuracy is from, or the recipe of its runs.
    public var detail: String? { accuracy?.importedFrom ?? recipe }

    /// What the study's paper says of it.
    public var published: PublishedFigures { design.value.published }

    /// The evaluation of the study's baseline for this data set, which savings refer to.
    public var baseline: Evaluation { design.value.baseline }

    /// Whether this is the design that savings refer to.
    public var isBaseline: Bool { design.value.isBaseline }

    /// Whether its power, area and energy are of a precision that the costs were not fitted to.
    public var isExtrapolated: Bool { design.value.isExtrapolated }

    /// The accuracy of the baseline from the same kind of source, if it is known.
    public var baselineAccuracy: Accuracy? { evidence.value.baselineAccuracy }

    /// What tells the row from others of its point and source, as the recipe of its runs; nil where there are no others.
    public var distinction: String? { evidence.value.distinction }

    /// Whether no other row of the data set has at least its accuracy for no more energy, one of the two strictly.
    public var isOnFrontier = false

    init(index: Int, _ design: Shared<PricedDesign>, percent: Double?, _ evidence: Shared<Evidence>) {
        self.index = index
        self.design = design
        self.percent = percent
        self.evidence = evidence
    }

    /// Correctly classified test images, in percent; nil if they are not known.
    public var accuracyPercent: Double? { percent }

    /// Savings of energy against the baseline, in percent; negative for more.
    public var energySavingPercent: Double { (1 - evaluation.energy / baseline.energy) * 100 }

    /// Savings of area against the baseline, in percent; negative for more.
    public var areaSavingPercent: Double { (1 - evaluation.area / baseline.area) * 100 }

    /// Savings of power against the baseline, in percent; negative for more.
    public var powerSavingPercent: Double { (1 - evaluation.power / baseline.power) * 100 }

    /// How much lower the accuracy is than the baseline's, in points of percent.
    public var accuracyDrop: Double? {
        guard let percent = accuracy?.percent, let base = baselineAccuracy?.percent else { return nil }
        return Accuracy.drop(to: percent, from: base)
    }

    /// How much higher the model's energy is than the paper's, in percent.
    public var energyErrorPercent: Double? { published.energy.map { (evaluation.energy / $0 - 1) * 100 } }

    /// How much higher the model's area is than the paper's, in percent.
    public var areaErrorPercent: Double? { published.area.map { (evaluation.area / $0 - 1) * 100 } }

    /// How much higher the model's power is than the paper's, in percent.
    public var powerErrorPercent: Double? { published.power.map { (evaluation.power / $0 - 1) * 100 } }
}
