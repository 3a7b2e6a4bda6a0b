/// A session's state as bytes: all that is needed to go on to the same bits.
struct Checkpoint: Hashable, Sendable {
    private static let magic: UInt64 = 0x3130_3043_5446_4942  // "BIFTC001"
    private static let what = "checkpoint"
    private static let mostEpochs = 100_000
    private static let mostNameBytes = 1_024

    /// What tells the job and its images from others.
    var job: UInt64
    var images: UInt64
    var plan: QuantizationPlan?
    var state: SessionState
    var velocities: [Float]

    /// The bytes: little-endian, with a heading and a checksum.
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.magic)
        writer.write(job)
        writer.write(images)
        writer.write(UInt64(state.parameters.count))
        writer.write(state.epoch)
        writer.write(state.batch)
        writer.write(state.lossSum)
        writer.write(state.seconds)
        writer.write(state.parameters)
        writer.write(velocities)
        writer.write(state.best == nil ? 0 : 1)
        if let best = state.best {
            writer.write(best.epoch)
            writer.write(best.validationAccuracyPercent)
            writer.write(best.parameters)
        }
        writer.write(state.history.count)
        for result in state.history { Self.write(result, to: &writer) }
        Self.write(plan, to: &writer)
        return writer.finished()
    }

    /// Reads a checkpoint of a job and its images.
    ///
    /// - Throws: `TrainingError.unreadable` for bytes that are none, `TrainingError.checkpointOfAnotherJob` for another run's.
    init(
        decoding bytes: [UInt8], job: UInt64, images: UInt64, layout: ParameterLayout, epochs: Int, batches: Int
    ) throws(TrainingError) {
        var reader = try ByteReader(bytes, what: Self.what)
        guard try reader.readInteger() == Self.magic else { throw reader.problem("not a \(Self.what) of this version") }
        guard try reader.readInteger() == job else {
            throw .checkpointOfAnotherJob(problem: "its network, precision, recipe or seed is another")
        }
        guard try reader.readInteger() == images else { throw .checkpointOfAnotherJob(problem: "its images are others") }
        guard try reader.readInteger() == UInt64(layout.count) else {
            throw .checkpointOfAnotherJob(problem: "it has another number of parameters")
        }
        self.job = job
        self.images = images
        let epoch = try reader.readCount(most: min(epochs, Self.mostEpochs))
        let batch = try reader.readCount(most: batches)
        let lossSum = try reader.readDouble()
        let seconds = try reader.readDouble()
        state = SessionState(
            epoch: epoch, batch: batch, lossSum: lossSum, seconds: seconds, parameters: try reader.readFloats(count: layout.count))
        velocities = try reader.readFloats(count: layout.count)
        if try reader.readCount(most: 1) == 1 {
            state.best = SessionState.Best(
                epoch: try reader.readInteger(in: 1...max(1, epoch)), validationAccuracyPercent: try reader.readDouble(),
                parameters: try reader.readFloats(count: layout.count))
        }
        for _ in 0..<(try reader.readInteger(in: epoch...epoch)) { state.history.append(try Self.readResult(&reader)) }
        plan = try Self.readPlan(&reader)
        try reader.finish()
    }

    /// Puts a checkpoint together.
    init(job: UInt64, images: UInt64, plan: QuantizationPlan?, state: SessionState, velocities: [Float]) {
        self.job = job
        self.images = images
        self.plan = plan
        self.state = state
        self.velocities = velocities
    }

    private static func write(_ result: EpochResult, to writer: inout ByteWriter) {
        writer.write(result.epoch)
        writer.write(result.trainingLoss)
        writer.write(result.validationAccuracyPercent)
        writer.write(result.learningRate)
        writer.write(result.seconds)
    }

    private static func readResult(_ reader: inout ByteReader) throws(TrainingError) -> EpochResult {
        EpochResult(
            epoch: try reader.readInteger(in: 1...mostEpochs), trainingLoss: try reader.readDouble(),
            validationAccuracyPercent: try reader.readDouble(), learningRate: try reader.readDouble(),
            seconds: try reader.readDouble())
    }
}
