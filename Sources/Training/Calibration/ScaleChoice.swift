import Precision
import Recipes

/// The choice of radix points, windows of exponents and magnitudes from values.
///
/// Where several tensors share one radix point, each tensor's squared error counts relative to the sum of its squares, so that a
/// layer of small values weighs as much as one of large values.
enum ScaleChoice {
    /// The values of one tensor, or a sample of them, with the largest magnitude of all.
    struct Values {
        let sample: [Float]
        let largestMagnitude: Float

        /// Takes a sample whose largest magnitude is known from all values.
        init(sample: [Float], largestMagnitude: Float) {
            self.sample = sample
            self.largestMagnitude = largestMagnitude
        }

        /// Takes all values.
        init(_ values: ArraySlice<Float>) {
            sample = Array(values)
            largestMagnitude = values.reduce(0) { max($0, $1.magnitude) }
        }
    }

    /// How many radix points further right than the one at which nothing saturates are tried for the least squared error.
    private static let triedRadixPoints = 10

    /// Chooses one fixed-point format for tensors that share it.
    static func fixedPoint(
        bits: Int, for tensors: [Values], rule: Recipe.ScaleRule
    ) throws(TrainingError) -> FixedPointFormat {
        let largest = tensors.reduce(0) { max($0, $1.largestMagnitude) }
        let widest = try FixedPointFormat(bits: bits, fractionBits: fractionBits(holding: largest, bits: bits))
        guard rule == .leastSquaredError else { return widest }
        var candidates: [FixedPointFormat] = []
        for more in 0...triedRadixPoints where FixedPointFormat.fractionRange.contains(widest.fractionBits + more) {
            candidates.append(try FixedPointFormat(bits: bits, fractionBits: widest.fractionBits + more))
        }
        return best(of: candidates, for: tensors) { $0.quantize($1, to: $2, count: $3) } ?? widest
    }

    /// The most bits behind the radix point at which a magnitude does not saturate.
    ///
    /// Of one-bit codes, -1 and 0, the magnitude of the negative one is meant.
    static func fractionBits(holding magnitude: Float, bits: Int) -> Int {
        guard magnitude > 0, magnitude.isFinite else { return bits - 1 }
        let limit = bits == 1 ? 1 : Double(sign: .plus, exponent: bits - 1, significand: 1) - 1
        var fractionBits = Int(limit.exponent) - Int(magnitude.exponent)
        if Double(magnitude) * Double(sign: .plus, exponent: fractionBits, significand: 1) > limit { fractionBits -= 1 }
        return min(max(fractionBits, FixedPointFormat.fractionRange.lowerBound), FixedPointFormat.fractionRange.upperBound)
    }

    /// Chooses one window of exponents for tensors that share it.
    ///
    /// By the largest magnitude the largest exponent is the power nearest to it; by the least squared error it may be up to three less.
    static func powerOfTwo(
        bits: Int, for tensors: [Values], rule: Recipe.ScaleRule
    ) throws(TrainingError) -> PowerOfTwoFormat {
        let largest = tensors.reduce(0) { max($0, $1.largestMagnitude) }
        let exponent = nearestExponent(largest)
        let widest = try PowerOfTwoFormat(bits: bits, largestExponent: exponent)
        guard rule == .leastSquaredError else { return widest }
        var candidates: [PowerOfTwoFormat] = []
        for less in 0...3 where PowerOfTwoFormat.exponentRange.contains(exponent - less) {
            candidates.append(try PowerOfTwoFormat(bits: bits, largestExponent: exponent - less))
        }
        return best(of: candidates, for: tensors) { $0.quantize($1, to: $2, count: $3) } ?? widest
    }

    /// Chooses a layer's magnitude: the power of two of the least squared error, under either rule, for a sign has no range to keep.
    static func binary(for tensor: Values) throws(TrainingError) -> BinaryFormat {
        let top = nearestExponent(tensor.largestMagnitude)
        var candidates: [BinaryFormat] = []
        for exponent in (top - 12)...(top + 1) where BinaryFormat.exponentRange.contains(exponent) {
            candidates.append(try BinaryFormat(exponent: exponent))
        }
        let chosen = best(of: candidates, for: [tensor]) { $0.quantize($1, to: $2, count: $3) }
        guard let chosen else { return try BinaryFormat(exponent: 0) }
        return chosen
    }

    /// The exponent of the power of two nearest to a magnitude; 0 for zero.
    private static func nearestExponent(_ magnitude: Float) -> Int {
        guard magnitude > 0, magnitude.isFinite else { return 0 }
        let exponent = Int(magnitude.exponent) + (magnitude.significand >= 1.5 ? 1 : 0)
        return min(max(exponent, PowerOfTwoFormat.exponentRange.lowerBound), PowerOfTwoFormat.exponentRange.upperBound)
    }

    /// The first candidate of the least relative squared error, summed over the tensors; tensors of zeros do not count.
    private static func best<Format>(
        of candidates: [Format], for tensors: [Values],
        _ quantize: (Format, UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
    ) -> Format? {
        var best: (format: Format, error: Double)?
        for candidate in candidates {
            var error = 0.0
            for tensor in tensors { error += relativeError(of: tensor.sample) { quantize(candidate, $0, $1, $2) } }
            if error < best?.error ?? .infinity { best = (candidate, error) }
        }
        return best?.format
    }

    private static func relativeError(
        of values: [Float], _ quantize: (UnsafePointer<Float>, UnsafeMutablePointer<Float>, Int) -> Void
    ) -> Double {
        var rounded = values
        values.withBasePointer { from in rounded.withMutableBasePointer { quantize(from, $0, values.count) } }
        var (error, energy) = (0.0, 0.0)
        for index in values.indices {
            let difference = Double(values[index] - rounded[index])
            error += difference * difference
            energy += Double(values[index]) * Double(values[index])
        }
        return energy > 0 ? error / energy : 0
    }
}
