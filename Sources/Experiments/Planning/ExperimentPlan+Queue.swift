import DesignSpace
import ExperimentStore

extension ExperimentPlan {
    /// What is to be run as the queue takes it, the parent first.
    ///
    /// - Parameters:
    ///   - threads: the threads of each worker; nil for what its runner thinks best.
    ///   - presets: the folders of presets that the command line named.
    ///   - estimator: tells how long each takes; nil to leave that open.
    public func entries(
        priority: Int, threads: Int? = nil, presets: [String] = [], estimator: TimeEstimator? = nil
    ) -> [QueueEntry] {
        steps.filter(\.needsWorker).map { step in
            let finished = if case .toResume(let epochs) = step.state { epochs } else { 0 }
            return QueueEntry(
                step.spec, priority: priority, threads: threads, isForOthers: step.spec != steps.last?.spec,
                replaces: step.state == .toReplace, presets: presets,
                estimatedSeconds: estimator?.estimate(step.spec, finishedEpochs: finished).seconds)
        }
    }
}
