import DesignSpace
import Foundation
import Precision
import Training

extension ExperimentRecord {
    /// The radix points and scales that the record keeps; nil for float32.
    ///
    /// - Throws: `TrainerFailure` for a low-precision record without them, or with what cannot be read.
    func quantizationPlan() throws(TrainerFailure) -> QuantizationPlan? {
        guard spec.precision != .float32 else { return nil }
        guard let quantizationJSON else { throw TrainerFailure(.input, "the record of \(key) has no radix points") }
        return try TrainerFailure.catching(.input) {
            try JSONDecoder().decode(QuantizationPlan.self, from: Data(quantizationJSON.utf8))
        }
    }
}
