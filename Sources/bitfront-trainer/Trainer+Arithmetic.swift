import DesignSpace
import ExperimentStore
import Precision
import Training

extension Trainer {
    /// The images that are examined between two signs of life.
    private static let imagesOfPart = 200

    /// Holds a finished run's inference in integers against its simulation; nil for float32.
    ///
    /// Stops early when it is asked to, and has then seen part of the images only: the run goes on here from its last checkpoint.
    func arithmetic(
        of outcome: TrainingOutcome, _ session: TrainingSession, under claim: Claim
    ) async throws -> ArithmeticReport? {
        guard outcome.quantization != nil else { return nil }
        let indices = session.examinedImages
        events.say(.evaluation(.progress(key: claim.key, done: 0, images: indices.count)))
        guard let examiner = try session.examiner(of: outcome) else { return nil }
        var found: ArithmeticMeasurement?
        for start in stride(from: 0, to: indices.count, by: Self.imagesOfPart) where !StopRequest.isMade {
            let end = min(start + Self.imagesOfPart, indices.count)
            let part = try await examiner.examine(
                session.testSet, indices: Array(indices[start..<end]), traced: max(0, TrainingSession.mostTracedImages - start))
            if found == nil { found = part } else { found?.add(part) }
            events.say(.evaluation(.progress(key: claim.key, done: end, images: indices.count)))
            try store.renew(claim)
        }
        return found.map { ArithmeticReport($0, precision: session.job.precision) }
    }
}

extension ArithmeticReport {
    /// The report of what was measured at a precision.
    init(_ measurement: ArithmeticMeasurement, precision: Precision) {
        self.init(
            precision: precision, images: measurement.images, imagesBelowLimit: measurement.imagesBelowLimit,
            imagesEqual: measurement.imagesEqual, imagesDiffering: measurement.imagesDiffering,
            imagesTraced: measurement.imagesTraced,
            inputSaturatedPercent: Self.percent(measurement.inputSaturated, of: measurement.inputValues),
            layers: measurement.layers.map { layer in
                LayerArithmetic(
                    name: layer.name, accumulatorBits: layer.accumulatorBits > 0 ? layer.accumulatorBits : nil,
                    featureMapsSaturatedPercent: layer.featureMapValues > 0
                        ? Self.percent(layer.featureMapSaturated, of: layer.featureMapValues) : nil,
                    weightsSaturatedPercent: Self.percent(layer.weightsSaturated, of: layer.weights))
            })
    }

    private static func percent(_ part: Int, of whole: Int) -> Double { whole > 0 ? 100 * Double(part) / Double(whole) : 0 }
}
