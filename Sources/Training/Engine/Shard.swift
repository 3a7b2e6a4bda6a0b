import Networks

/// What one shard computes in one step of training, or in one part of an evaluation.
struct ShardTask: Sendable {
    /// Parameters as they are used: rounded ones in a low-precision network.
    let parameters: [Float]
    let images: ImageSet
    /// The images of the task, as indices into `images`.
    let indices: ArraySlice<Int>
    let transform: InputTransform
}

/// Where a batch stands in a run, which determines how its images are changed at random.
struct BatchPlace: Hashable, Sendable {
    let seed: UInt64
    let epoch: Int
    /// The position in the epoch of the shard's first image.
    let position: Int
    /// The images of the whole batch.
    let batchSize: Int
}

/// What a shard computed in one step of training.
struct ShardResult: Sendable {
    /// One value a parameter. To be let go before the next step, which otherwise needs other memory.
    let gradients: [Float]
    /// The sum of the images' losses.
    let loss: Double
}

/// A fixed part of each batch, with kernels of its own.
///
/// An actor, so that its kernels are used by one thread at a time, whichever that is.
actor Shard {
    private let engine: NetworkEngine

    /// The gradients of the last step: memory that is used again, unless somebody still holds them.
    private var gradients: [Float] = []

    /// The number of images of one pass.
    nonisolated let images: Int

    /// Makes a shard's kernels.
    init(
        network: Network, layout: ParameterLayout, images: Int, plan: QuantizationPlan?, trains: Bool
    ) throws(TrainingError) {
        engine = try NetworkEngine(network: network, layout: layout, images: images, plan: plan, trains: trains)
        self.images = images
    }

    /// Computes the shard's part of a batch's gradients.
    ///
    /// - Returns: the gradients of the mean loss over the whole batch, one value a parameter, and the sum of this part's losses.
    func step(_ task: ShardTask, at place: BatchPlace) throws(TrainingError) -> ShardResult {
        if gradients.count != task.parameters.count { gradients = [Float](repeating: 0, count: task.parameters.count) }
        try engine.setParameters(task.parameters)
        let first = task.indices.startIndex
        engine.setInput { image, values in
            let augmentation = task.transform.augmentation(
                seed: place.seed, epoch: place.epoch, position: place.position + image)
            task.transform.write(
                image: task.indices[first + image], of: task.images, augmentation: augmentation, to: values)
        }
        try engine.forward()
        let labels = task.indices.map { task.images.labels[$0] }
        let loss = try engine.backward(labels: labels, batchSize: place.batchSize, gradients: &gradients)
        return ShardResult(gradients: gradients, loss: loss)
    }

    /// Predicts the class of each image of a task, of any number, in order.
    func predictions(_ task: ShardTask) throws(TrainingError) -> [UInt8] {
        try engine.setParameters(task.parameters)
        var predictions: [UInt8] = []
        predictions.reserveCapacity(task.indices.count)
        try forEachPass(over: task) { (count) throws(TrainingError) in
            predictions += engine.predictions().prefix(count)
        }
        return predictions
    }

    /// Collects the values that a low-precision network would round, over the images of a task.
    func observe(_ task: ShardTask, into statistics: consuming DataStatistics) throws(TrainingError) -> DataStatistics {
        try engine.setParameters(task.parameters)
        try forEachPass(over: task) { (count) throws(TrainingError) in
            guard count == images else { return }
            engine.visitRoundedValues { layer, values in statistics.add(values, layer: layer) }
        }
        return statistics
    }

    /// Runs forward passes over a task's images; the rest of the last pass repeats its first image.
    private func forEachPass(over task: ShardTask, _ body: (_ count: Int) throws(TrainingError) -> Void) throws(TrainingError) {
        for start in stride(from: task.indices.startIndex, to: task.indices.endIndex, by: images) {
            let count = min(images, task.indices.endIndex - start)
            engine.setInput { image, values in
                task.transform.write(
                    image: task.indices[image < count ? start + image : start], of: task.images, augmentation: .none,
                    to: values)
            }
            try engine.forward()
            try body(count)
        }
    }
}
