import Recipes

/// An experiment in the queue: what is to be run, how far it is, and what is still to be had of it.
public struct QueuedExperiment: Hashable, Sendable {
    /// What is to be run.
    public let spec: ExperimentSpec
    /// The spec's key, which names the experiment in the queue too.
    public let key: String
    /// Where it stands.
    public var state: State
    /// What its runner has been asked for and has not done yet.
    public var request: Request?
    /// Why it is paused, cancelled or failed, or was begun again, for a person.
    public var reason: String?
    /// Experiments of a higher priority are begun first.
    public var priority: Int
    /// The place among experiments of one priority: lower ones are begun first.
    public var position: Int
    /// The key of the experiment in the queue that has to have its result first; nil if there is none.
    public var parentKey: String?
    /// The threads that its worker may use at once; nil for what its runner thinks best.
    public var threads: Int?
    /// Whether a result that is in the store is to be replaced.
    public var replaces: Bool
    /// The folders of presets that whoever asked for it named.
    public var presets: [String]
    /// How often a worker was started for it since it was last asked for.
    public var attempts: Int
    /// The estimate of its whole time that was made when it was asked for, in seconds; nil if there was none.
    public var estimatedSeconds: Double?
    /// The process number of its worker; nil unless it is running.
    public var worker: Int?
    /// When it was asked for, in seconds since 1970.
    public var addedAt: Int
    /// When a worker was started for it last, in seconds since 1970; nil if none was.
    public var startedAt: Int?
    /// When it came to its end, in seconds since 1970; nil while it has not.
    public var endedAt: Int?
    /// How far it was when its runner last wrote that down, every few seconds; nil before its first batches.
    public var progress: TrainingProgress?
    /// The loss over the run, as far as it was watched.
    public var lossCurve: LossCurve
    /// The finished epochs, those before an interruption included.
    public var history: [EpochRecord]

    /// Makes an experiment that waits.
    ///
    /// - Parameter key: the spec's key.
    public init(spec: ExperimentSpec, key: String, position: Int = 0, addedAt: Int = 0) {
        self.spec = spec
        self.key = key
        self.position = position
        self.addedAt = addedAt
        state = .waiting
        priority = 0
        replaces = false
        presets = []
        attempts = 0
        lossCurve = LossCurve()
        history = []
    }

    /// The loss over the whole run: that of its batches as far as they were watched, elsewhere the mean of each epoch at its middle.
    public var lossSamples: [LossCurve.Sample] {
        let watched = lossCurve.samples
        let watchedEpochs = Set(watched.map { Int(min(max($0.epochs, 0), 1e9).rounded(.up)) })
        let means = history.filter { !watchedEpochs.contains($0.epoch) }
            .map { LossCurve.Sample(epochs: Double($0.epoch) - 0.5, loss: $0.trainingLoss) }
        return (means + watched).sorted { $0.epochs < $1.epochs }
    }

    /// The share of the run over whose end the loss is a mean, so that no single batch moves it.
    private static let shareOfLoss = 0.01

    /// The training loss where the run stands: the mean over its last hundredth as far as that was watched, else that of its last epoch;
    /// infinite if it was no number, nil before there is one.
    public var loss: Double? {
        guard let last = lossCurve.samples.last else { return history.last?.trainingLoss ?? progress?.loss }
        if let epoch = history.last, Double(epoch.epoch) > last.epochs.rounded(.up) { return epoch.trainingLoss }
        let stretch = Self.shareOfLoss * Double(spec.phase.epochs)
        let recent = lossCurve.samples.reversed().prefix { last.epochs - $0.epochs <= stretch }
        return recent.reduce(0) { $0 + $1.loss } / Double(recent.count)
    }

    /// What it is where nobody is left who works the queue: what ran waits, or is what it was asked to become.
    public var interrupted: QueuedExperiment {
        guard state == .running else { return self }
        var one = self
        one.state = request == .cancel ? .cancelled : request == .pause ? .paused : .waiting
        one.request = nil
        one.worker = nil
        one.reason = "the process that worked the queue is gone: it goes on from its last checkpoint"
        return one
    }

    /// Where an experiment stands in the queue.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is begun as soon as its parent has its result and a worker is free.
        case waiting
        /// A worker is at it.
        case running
        /// It is not begun, or not gone on with, until somebody resumes it.
        case paused
        /// Somebody does not want it any more; what was trained is kept in the store.
        case cancelled
        /// Its result is in the store.
        case done
        /// It could not be run, or its parent could not.
        case failed

        /// Whether it is still to be run, or is being run.
        public var isPending: Bool { self == .waiting || self == .running || self == .paused }
    }

    /// What a runner is asked to do with an experiment that is running.
    public enum Request: String, Hashable, Sendable, Codable, CaseIterable {
        /// Stop at a checkpoint and leave it paused.
        case pause
        /// Stop at a checkpoint and leave it cancelled.
        case cancel
    }

    /// The share of the run that is done, from 0 to 1.
    public var fraction: Double {
        if state == .done { return 1 }
        let epochs = spec.phase.epochs
        let finished = epochs > 0 ? min(1, Double(history.count) / Double(epochs)) : 0
        return max(finished, progress?.fraction ?? 0)
    }

    /// The time that is left, in seconds: what its worker says, else the share of the estimate; nil if neither is known.
    public var secondsLeft: Double? {
        guard state.isPending else { return 0 }
        if state == .running, let left = progress?.secondsLeft, left.isFinite { return left }
        return estimatedSeconds.map { $0 * (1 - fraction) }
    }
}
