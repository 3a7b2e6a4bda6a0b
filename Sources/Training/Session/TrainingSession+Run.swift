extension TrainingSession {
    /// Trains for about a quarter of a second, at least one batch, or until there is something else to tell.
    ///
    /// Each epoch's event is followed by a checkpoint; behind the last one comes the outcome, and again with each further call.
    ///
    /// - Throws: `TrainingError` if the kernel library fails; the state is then that before the batch.
    public mutating func next() async throws(TrainingError) -> SessionEvent {
        if !pending.isEmpty { return pending.removeFirst() }
        if let outcome { return .finished(outcome) }
        guard state.epoch < epochs, notFinite == nil else {
            let outcome = try await finish()
            self.outcome = outcome
            return .finished(outcome)
        }
        let start = ContinuousClock.now
        let progress = try await trainForAMoment(from: start)
        if notFinite == nil, state.batch == batches {
            guard state.parameters.allSatisfy({ $0.isFinite }) else {
                // Rounded to a low precision such parameters may still give finite losses.
                notFinite = .notFinite(epoch: state.epoch + 1, batch: batches)
                return .progress(progress)
            }
            let result = try await finishEpoch(from: start)
            pending = [.checkpoint(checkpoint())]
            lastCheckpoint = .now
            return .epoch(result)
        }
        state.seconds += (ContinuousClock.now - start).seconds
        if lastCheckpoint.duration(to: .now) >= Self.checkpointInterval {
            pending = [.checkpoint(checkpoint())]
            lastCheckpoint = .now
        }
        return .progress(progress)
    }

    private mutating func trainForAMoment(from start: ContinuousClock.Instant) async throws(TrainingError) -> BatchProgress {
        let first = state.batch
        var loss = 0.0
        repeat {
            guard state.batch < batches else { break }
            guard let batchLoss = try await trainBatch() else { break }
            loss += batchLoss
        } while start.duration(to: .now) < Self.eventInterval
        let seconds = max(start.duration(to: .now).seconds, 1e-9)
        let images = Double((state.batch - first) * pool.batchSize)
        let left = Double(((epochs - state.epoch) * batches - state.batch) * pool.batchSize)
        return BatchProgress(
            epoch: state.epoch + 1, epochs: epochs, batch: state.batch, batches: batches, loss: loss / max(images, 1),
            imagesPerSecond: images / seconds, secondsLeft: images > 0 ? left * seconds / images : 0)
    }

    /// Trains one batch.
    ///
    /// - Returns: the sum of its images' losses; nil if the run cannot go on because something is not finite.
    private mutating func trainBatch() async throws(TrainingError) -> Double? {
        if orderEpoch != state.epoch {
            var random = RandomSource(seed: job.seed, purpose: .order, state.epoch)
            order = random.permutation(of: training.count)
            orderEpoch = state.epoch
        }
        let position = state.batch * pool.batchSize
        let step = state.epoch * batches + state.batch
        let results = try await batchResults(position: position)
        let loss = results.reduce(0) { $0 + $1.loss }
        let norm =
            loss.isFinite
            ? optimiser.update(&state.parameters, gradients: results.map(\.gradients), rate: Float(learningRate.rate(at: step)))
            : .infinity
        guard norm.isFinite else {
            notFinite = .notFinite(epoch: state.epoch + 1, batch: state.batch + 1)
            return nil
        }
        state.batch += 1
        state.lossSum += loss
        return loss
    }

    /// Computes the gradients of the batch at a position of the epoch.
    ///
    /// A function of its own, so that nothing else holds the parameters when they are updated: they would be copied.
    private mutating func batchResults(position: Int) async throws(TrainingError) -> [ShardResult] {
        if quantization != nil { rounding.round(state.parameters, into: &rounded) }
        let task = ShardTask(
            parameters: quantization == nil ? state.parameters : rounded, images: training,
            indices: order[position..<(position + pool.batchSize)], transform: transform)
        let place = BatchPlace(seed: job.seed, epoch: state.epoch, position: position, batchSize: pool.batchSize)
        return try await pool.step(task, at: place)
    }

    /// Trains one batch and, if it was the epoch's last, finishes the epoch: the smallest step of a run, for tests.
    mutating func trainOneBatchAndFinishEpoch() async throws(TrainingError) {
        guard try await trainBatch() != nil, state.batch == batches else { return }
        _ = try await finishEpoch(from: .now)
    }

    /// Validates, keeps the parameters if they are the best so far, and goes to the next epoch.
    private mutating func finishEpoch(from start: ContinuousClock.Instant) async throws(TrainingError) -> EpochResult {
        let validation = try await evaluate(state.parameters, split.validation)
        if validation.accuracyPercent >= state.best?.validationAccuracyPercent ?? -1 {
            state.best = SessionState.Best(
                epoch: state.epoch + 1, validationAccuracyPercent: validation.accuracyPercent, parameters: state.parameters)
        }
        let result = EpochResult(
            epoch: state.epoch + 1, trainingLoss: state.lossSum / Double(batches * pool.batchSize),
            validationAccuracyPercent: validation.accuracyPercent,
            learningRate: learningRate.rate(at: state.epoch * batches + batches - 1),
            seconds: state.seconds + start.duration(to: .now).seconds)
        state.history.append(result)
        state.epoch += 1
        state.batch = 0
        state.lossSum = 0
        state.seconds = 0
        return result
    }

    private mutating func finish() async throws(TrainingError) -> TrainingOutcome {
        let parameters = state.best?.parameters ?? state.parameters
        let test = try await evaluate(parameters, split.test)
        return TrainingOutcome(
            weights: TrainedWeights(parameters, layout: layout), quantization: quantization, bestEpoch: state.best?.epoch ?? 0,
            validationAccuracyPercent: state.best?.validationAccuracyPercent, validationImages: split.validation.count,
            test: test, history: state.history, notConverged: notFinite ?? NonConvergence.reason(in: test))
    }

    /// Predicts the classes of some test images.
    private func evaluate(_ parameters: [Float], _ indices: [Int]) async throws(TrainingError) -> Evaluation {
        var rounded = parameters
        rounding.round(parameters, into: &rounded)
        let task = ShardTask(parameters: rounded, images: test, indices: indices[...], transform: transform)
        return Evaluation(
            predictions: try await pool.predictions(task), labels: indices.map { test.labels[$0] }, classCount: test.classCount)
    }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
