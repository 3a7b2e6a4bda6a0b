import Precision
import Testing

@testable import Training

struct CheckpointTests {
    /// A session that has a bit of everything in its state.
    private static func session(_ precision: Precision = .float32) async throws -> TrainingSession {
        let training = try TinyTask.images(count: 21, seed: 1)
        let test = try TinyTask.images(count: 30, seed: 2)
        let parent = try await TinyTask.outcome(TinyTask.job(recipe: TinyTask.recipe(epochs: 1)), training: training, test: test)
            .weights
        var session = try await TrainingSession(
            TinyTask.job(precision, recipe: TinyTask.recipe(epochs: 2)), training: training, test: test, parent: parent)
        for _ in 0..<4 { try await session.trainOneBatchAndFinishEpoch() }
        return session
    }

    private static func decode(_ bytes: [UInt8], for session: TrainingSession) throws(TrainingError) -> Checkpoint {
        try Checkpoint(
            decoding: bytes, job: session.job.fingerprint, images: session.imagesFingerprint, layout: session.layout,
            epochs: session.epochs, batches: session.batches)
    }

    /// The bytes with the checksum that belongs to them, so that what lies behind it is reached.
    private static func signed(_ bytes: [UInt8]) -> [UInt8] {
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add($0) }
        return bytes + withUnsafeBytes(of: checksum.value.littleEndian) { Array($0) }
    }

    @Test("A checkpoint survives its bytes", arguments: [Precision.float32, .fixed8, .powerOfTwo, .binary])
    func survives(precision: Precision) async throws {
        let session = try await Self.session(precision)
        let checkpoint = try Self.decode(session.checkpoint(), for: session)
        #expect(checkpoint.state == session.state)
        #expect(checkpoint.state.epoch == 1)
        #expect(checkpoint.state.batch == 1)
        #expect(checkpoint.velocities == session.optimiser.velocities)
        #expect(checkpoint.plan == session.quantization)
    }

    @Test("A checkpoint that was cut off is refused, wherever")
    func truncated() async throws {
        let session = try await Self.session(.fixed8)
        let bytes = session.checkpoint()
        for count in stride(from: 0, to: bytes.count, by: 11) {
            #expect(throws: TrainingError.self) { try Self.decode(Array(bytes[..<count]), for: session) }
            #expect(throws: TrainingError.self) { try Self.decode(Self.signed(Array(bytes[..<count])), for: session) }
        }
    }

    @Test("A flipped bit is noticed, and what is signed nevertheless neither crashes nor allocates what it claims")
    func flipped() async throws {
        let session = try await Self.session(.powerOfTwo)
        let bytes = session.checkpoint()
        var random = RandomSource(seed: 3)
        for _ in 0..<1_500 {
            var damaged = bytes
            let index = random.index(below: bytes.count)
            damaged[index] ^= UInt8(1 << random.index(below: 8))
            #expect(throws: TrainingError.self) { try Self.decode(damaged, for: session) }
            // Counts and lengths lie at the start and at the end; these are the bytes that mislead a reader.
            var content = Array(bytes.dropLast(8))
            let place = random.index(below: 400)
            content[place < 200 ? place : content.count - 1 - (place - 200)] = UInt8(random.index(below: 256))
            if let read = try? Self.decode(Self.signed(content), for: session) {
                #expect(read.state.parameters.count == session.layout.count)
            }
        }
    }

    @Test("A checkpoint of another job or of other images is refused as such")
    func anotherJob() async throws {
        let session = try await Self.session()
        let bytes = session.checkpoint()
        let training = try TinyTask.images(count: 21, seed: 1)
        let test = try TinyTask.images(count: 30, seed: 2)
        for (job, images) in [
            (try TinyTask.job(recipe: TinyTask.recipe(epochs: 2), seed: 9), training),
            (try TinyTask.job(recipe: TinyTask.recipe(epochs: 2)), try TinyTask.images(count: 21, seed: 5)),
        ] {
            let error = await #expect(throws: TrainingError.self) {
                _ = try await TrainingSession(job, training: images, test: test, checkpoint: bytes)
            }
            guard case .checkpointOfAnotherJob = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }
}
