/// Everything of a session that changes while it trains, between two batches.
struct SessionState: Hashable, Sendable {
    /// The best epoch so far.
    struct Best: Hashable, Sendable {
        var epoch: Int
        var validationAccuracyPercent: Double
        var parameters: [Float]
    }

    /// Finished epochs.
    var epoch = 0
    /// Finished batches of the epoch that is being trained.
    var batch = 0
    /// The sum of the losses of that epoch's finished images.
    var lossSum = 0.0
    /// The time of work spent on that epoch, in seconds.
    var seconds = 0.0
    /// The full-precision parameters.
    var parameters: [Float]
    /// The best epoch so far.
    var best: Best?
    /// The finished epochs.
    var history: [EpochResult] = []
}
