#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Softmax and cross-entropy: -log of the softmax of the labelled class's score.
enum CrossEntropy {
    /// Turns the scores of one image into the gradient of its loss, times `weight`, in place.
    ///
    /// - Returns: the loss, not weighted; not finite if a score is not.
    static func differentiate(_ scores: UnsafeMutableBufferPointer<Float>, label: Int, weight: Float) -> Double {
        var largest = -Float.infinity
        for score in scores where score > largest { largest = score }
        var sum = 0.0
        let labelled = Double(scores[label] - largest)
        for index in scores.indices {
            let power = exp(Double(scores[index] - largest))
            sum += power
            scores[index] = Float(power)
        }
        let factor = Float(Double(weight) / sum)
        for index in scores.indices { scores[index] *= factor }
        scores[label] -= weight
        return log(sum) - labelled
    }

    /// The class of the largest score, the first of equal ones.
    static func prediction(_ scores: UnsafeMutableBufferPointer<Float>) -> UInt8 {
        var best = 0
        for index in scores.indices where scores[index] > scores[best] { best = index }
        return UInt8(truncatingIfNeeded: best)
    }
}
