import Networks

/// The shards of every batch, and the threads that work on them.
///
/// A batch is always cut into the same shards, and their gradients are added in the same order, so the number of threads has no
/// influence on any bit of the result. Bits are the same on the same kind of processor; another one may have other vector kernels,
/// which add in another order.
struct ShardPool: Sendable {
    /// The number of shards of a batch; a different number would train to other bits.
    static let shardCount = 2

    private let shards: [Shard]

    /// The threads that work at once, at most one a shard.
    let threads: Int

    /// The images of a batch.
    let batchSize: Int

    /// Makes the shards for batches of a size.
    init(
        network: Network, layout: ParameterLayout, batchSize: Int, plan: QuantizationPlan?, trains: Bool, threads: Int
    ) throws(TrainingError) {
        let count = min(Self.shardCount, max(1, batchSize))
        var shards: [Shard] = []
        for index in 0..<count {
            let images = batchSize / count + (index < batchSize % count ? 1 : 0)
            shards.append(try Shard(network: network, layout: layout, images: images, plan: plan, trains: trains))
        }
        self.shards = shards
        self.batchSize = batchSize
        self.threads = max(1, min(threads, count))
    }

    /// Computes a batch's gradients.
    ///
    /// - Parameters:
    ///   - task: the whole batch.
    ///   - place: where the batch stands; its position is that of the batch's first image.
    /// - Returns: the results in the order of the shards.
    func step(_ task: ShardTask, at place: BatchPlace) async throws(TrainingError) -> [ShardResult] {
        var parts: [(task: ShardTask, place: BatchPlace)] = []
        var start = task.indices.startIndex
        for shard in shards {
            let end = start + shard.images
            let position = place.position + start - task.indices.startIndex
            parts.append(
                (
                    ShardTask(
                        parameters: task.parameters, images: task.images, indices: task.indices[start..<end],
                        transform: task.transform),
                    BatchPlace(seed: place.seed, epoch: place.epoch, position: position, batchSize: place.batchSize)
                ))
            start = end
        }
        return try await run(parts) { (shard, part) async throws(TrainingError) in
            try await shard.step(part.task, at: part.place)
        }
    }

    /// Predicts the class of each image of a task, in order.
    func predictions(_ task: ShardTask) async throws(TrainingError) -> [UInt8] {
        let share = (task.indices.count + shards.count - 1) / shards.count
        let parts = shards.indices.map { index in
            let start = min(task.indices.startIndex + index * share, task.indices.endIndex)
            return ShardTask(
                parameters: task.parameters, images: task.images,
                indices: task.indices[start..<min(start + share, task.indices.endIndex)], transform: task.transform)
        }
        let results = try await run(parts) { (shard, part) async throws(TrainingError) in try await shard.predictions(part) }
        return results.flatMap { $0 }
    }

    /// Runs one part on each shard, on as many threads as there are; results are in the order of the shards.
    private func run<Part: Sendable, Output: Sendable>(
        _ parts: [Part], _ body: @escaping @Sendable (Shard, Part) async throws(TrainingError) -> Output
    ) async throws(TrainingError) -> [Output] {
        guard threads > 1 else {
            var results: [Output] = []
            for (shard, part) in zip(shards, parts) { results.append(try await body(shard, part)) }
            return results
        }
        let outcomes = await withTaskGroup(of: (Int, Result<Output, TrainingError>).self) { group in
            for (index, part) in parts.enumerated() {
                let shard = shards[index]
                group.addTask {
                    do throws(TrainingError) {
                        return (index, .success(try await body(shard, part)))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            var outcomes = [Result<Output, TrainingError>?](repeating: nil, count: parts.count)
            for await (index, outcome) in group { outcomes[index] = outcome }
            return outcomes
        }
        var results: [Output] = []
        for case let outcome? in outcomes { results.append(try outcome.get()) }
        return results
    }
}
