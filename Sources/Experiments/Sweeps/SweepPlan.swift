import DesignSpace
import ExperimentStore
import Recipes

/// What a sweep is going to run, in which order, and what that costs in time.
public struct SweepPlan: Sendable {
    /// An experiment of a sweep.
    public struct Step: Hashable, Sendable {
        /// The experiment.
        public let spec: ExperimentSpec
        /// Its key.
        public let key: String
        /// What is to be done with it.
        public let state: ExperimentPlan.Step.State
        /// How long it will take.
        public let estimate: TimeEstimate
        /// What it could add to the frontier, in points of percent; nil for a float32 parent that is run for its weights alone.
        public let gain: Double?
        /// Finished epochs that need not be run again.
        public let finishedEpochs: Int
    }

    /// The experiments that are missing, with the parents that they need, in the order in which they are to be run.
    public let steps: [Step]

    /// How many of those that were asked for have their result.
    public let presentCount: Int

    /// The time for all of them, one after the other, in seconds.
    public var seconds: Double { steps.reduce(0) { $0 + $1.estimate.seconds } }

    /// What the worst of the estimates rests on; nil if there is nothing to run.
    public var basis: TimeEstimate.Basis? { steps.map(\.estimate.basis).max() }

    /// Plans a sweep.
    ///
    /// - Parameters:
    ///   - wanted: the experiments that are to have a result at the end.
    ///   - shipped: keys of results that came with the program, which need not be run again.
    ///   - store: the store; nil if there is none yet.
    ///   - estimator: tells how long each takes.
    ///   - gain: tells what a point could add to the frontier, in points of percent.
    /// - Throws: `ExperimentStoreError` if the store cannot be read.
    public init(
        wanted: [ExperimentSpec], shipped: Set<String>, store: ExperimentStore?, estimator: TimeEstimator,
        gain: (DesignPoint) -> Double
    ) throws(ExperimentStoreError) {
        var steps: [String: Step] = [:]
        var keys: [String] = []
        var present: Set<String> = []
        for spec in wanted {
            let plan = try ExperimentPlan(for: spec, in: store)
            guard let last = plan.steps.last else { continue }
            if !last.needsWorker || shipped.contains(spec.key) {
                present.insert(spec.key)
                continue
            }
            for step in plan.steps where step.needsWorker {
                let isWanted = step.spec == spec
                let one = Step(step, estimator: estimator, gain: isWanted ? gain(spec.point) : nil)
                if steps[one.key] == nil { keys.append(one.key) }
                if steps[one.key] == nil || isWanted { steps[one.key] = one }
            }
        }
        let items = keys.compactMap { steps[$0] }.map { step in
            SweepOrder.Item(
                key: step.key, parentKey: step.spec.parent.map(\.key).flatMap { steps[$0]?.key }, seconds: step.estimate.seconds,
                gain: step.gain ?? 0)
        }
        self.steps = SweepOrder.keys(of: items).compactMap { steps[$0] }
        presentCount = present.count
    }

    /// The experiments as the queue takes them, in order.
    ///
    /// - Parameters:
    ///   - threads: the threads of each.
    ///   - presets: the folders of presets that the command line named.
    public func entries(priority: Int = 0, threads: Int, presets: [String]) -> [QueueEntry] {
        steps.map { step in
            QueueEntry(
                step.spec, priority: priority, threads: threads, isForOthers: step.gain == nil,
                replaces: step.state == .toReplace, presets: presets, estimatedSeconds: step.estimate.seconds)
        }
    }
}

extension SweepPlan.Step {
    init(_ step: ExperimentPlan.Step, estimator: TimeEstimator, gain: Double?) {
        spec = step.spec
        key = step.spec.key
        state = step.state
        finishedEpochs = if case .toResume(let epochs) = step.state { epochs } else { 0 }
        estimate = estimator.estimate(spec, finishedEpochs: finishedEpochs)
        self.gain = gain
    }
}
