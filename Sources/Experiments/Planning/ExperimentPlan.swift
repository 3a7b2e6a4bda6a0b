import DesignSpace
import ExperimentStore
import Precision
import Recipes

/// What has to be run, in which order, until an experiment has its result: its float32 parent first.
public struct ExperimentPlan: Hashable, Sendable {
    /// One experiment of a plan.
    public struct Step: Hashable, Sendable {
        /// What is to be done with it.
        public enum State: Hashable, Sendable {
            /// Nothing: its result is in the store.
            case inStore
            /// To run from the beginning.
            case toRun
            /// To go on behind so many finished epochs.
            case toResume(finishedEpochs: Int)
            /// Another process is at it, whose result will be used.
            case runningElsewhere
            /// To run although its result is in the store.
            case toReplace
        }

        /// The experiment.
        public let spec: ExperimentSpec
        /// What the store knows of it; nil if nothing.
        public let record: ExperimentRecord?
        /// What is to be done with it.
        public let state: State

        /// Whether a worker is needed.
        public var needsWorker: Bool { state != .inStore }
    }

    /// The experiments in the order in which they are to be run; the last is the one that was asked for.
    public let steps: [Step]

    /// Looks up what there is of an experiment and its parent.
    ///
    /// A parent is left out if nothing is to be run at all.
    ///
    /// - Parameters:
    ///   - spec: the experiment that is wanted.
    ///   - store: the store; nil if there is none yet.
    ///   - replacing: whether the experiment, not its parent, is to be run although its result is in the store.
    /// - Throws: `ExperimentStoreError` if the store cannot be read.
    public init(
        for spec: ExperimentSpec, in store: ExperimentStore?, replacing: Bool = false
    ) throws(ExperimentStoreError) {
        let last = Step(spec, record: try store?.record(spec.key), replacing: replacing)
        var steps = [last]
        if last.needsWorker, let parent = spec.parent {
            let record = try store?.record(parent.key)
            // A result that was imported without its weights is no parent.
            var lacksWeights = false
            if let record, record.status.isFinal, let store { lacksWeights = try !store.hasWeights(of: record.key) }
            steps.insert(Step(parent, record: record, replacing: lacksWeights), at: 0)
        }
        self.steps = steps
    }

    /// The experiments that need a worker, in order.
    public var specsToRun: [ExperimentSpec] { steps.filter(\.needsWorker).map(\.spec) }

    /// The result that was asked for, if it is in the store and stays.
    public var result: ExperimentRecord? {
        guard let last = steps.last, !last.needsWorker else { return nil }
        return last.record
    }
}

extension ExperimentPlan.Step {
    init(_ spec: ExperimentSpec, record: ExperimentRecord?, replacing: Bool) {
        self.spec = spec
        self.record = record
        switch record?.status {
        case .done, .notConverged: state = replacing ? .toReplace : .inStore
        case .running: state = .runningElsewhere
        case .interrupted, .failed:
            let epochs = record?.epochs ?? 0
            state = epochs > 0 ? .toResume(finishedEpochs: epochs) : .toRun
        case nil: state = .toRun
        }
    }

    /// The epochs of the whole run.
    public var epochs: Int { spec.phase.epochs }
}

extension ExperimentPlan.Step.State: CustomStringConvertible {
    /// The state in words.
    public var description: String {
        switch self {
        case .inStore: "in the store"
        case .toRun: "to run"
        case .toResume(let epochs): "to go on after epoch \(epochs)"
        case .runningElsewhere: "running in another process"
        case .toReplace: "to run again"
        }
    }
}
