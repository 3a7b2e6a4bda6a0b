import Testing

@testable import Training

struct AlexCurveTests {
    /// How far two programs' losses may come apart.
    ///
    /// Both add in another order and round each sum, so that their weights part in the last bits, and from there as quickly as the
    /// network leads small differences apart. How quickly that is PyTorch was asked itself: `apart` is the most, up to a step, by which
    /// its own runs part from each other. Four times that, for other processors and other libraries; to begin with, the last places of a
    /// mean of eight losses. With data of 16 bits, whose sums single precision does not hold exactly, that soon becomes much; with data
    /// of eight bits, whose sums it does, hardly anything.
    private static func tolerance(_ apart: Double) -> Double { 4e-6 + 4 * apart }

    @Test("ALEX's losses are PyTorch's, step by step, in single and in low precision, clipped or not", arguments: AlexCurves.names)
    func losses(name: String) async throws {
        let curves = try AlexCurves.load()
        let curve = try #require(curves.curves.first { $0.name == name })
        let job = try curves.job(curve)
        let images = try curves.trainingImages()
        var session = try await TrainingSession(
            job, training: images, test: images.part(0..<20), parent: curves.parent(job.network))
        expect(session.quantization, of: curve)
        #expect(session.batches == curve.losses.count)
        var (sum, apart) = (0.0, 0.0)
        for (step, expected) in curve.losses.enumerated() {
            let isLast = step == curve.losses.count - 1
            try await session.trainOneBatchAndFinishEpoch()
            // The epoch's end takes the sum over to the history.
            let total = isLast ? session.history[0].trainingLoss * Double(curves.images) : session.state.lossSum
            let loss = (total - sum) / Double(curves.batchSize)
            sum = total
            apart = max(apart, curve.apart[step])
            #expect(abs(loss - expected) <= Self.tolerance(apart), "step \(step + 1): \(loss), PyTorch \(expected)")
        }
    }

    private func expect(_ plan: QuantizationPlan?, of curve: AlexCurves.Curve) {
        #expect(plan?.input.fractionBits == curve.dataFractionBits)
        #expect(plan?.layers.dropLast().allSatisfy { $0.output?.fractionBits == curve.dataFractionBits } != false)
        let points = plan?.layers.map { layer in
            switch layer.weights {
            case .fixed(let format): format.fractionBits
            case .powerOfTwo(let format): format.largestExponent
            case .binary(let format): format.exponent
            }
        }
        #expect(points == curve.weightPoints)
    }

    @Test("The curves are worth comparing: losses fall, and gradients are clipped where they are said to be")
    func curves() throws {
        let curves = try AlexCurves.load().curves
        #expect(curves.map(\.name) == AlexCurves.names)
        for curve in curves {
            #expect(curve.losses.suffix(8).reduce(0, +) < curve.losses.prefix(8).reduce(0, +))
            #expect((curve.clippedSteps > 0) == (curve.gradientClipNorm != nil))
            // A tolerance that allows for everything would hold nothing.
            #expect(curve.apart.prefix(5).allSatisfy { $0 < 1e-4 })
            #expect(curve.apart.allSatisfy { $0 < (curve.name.contains("8") ? 1e-5 : 2e-2) })
        }
    }
}
