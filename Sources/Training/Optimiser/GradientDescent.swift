import CKernels
import Recipes

/// Stochastic gradient descent with momentum: v = momentum * v + (g + decay * w), w = w - rate * v.
///
/// The decay is on weights only, not on biases. Sums run in a fixed order, so the result depends on nothing but the values.
struct GradientDescent: Hashable, Sendable {
    private let layout: ParameterLayout
    private let momentum: Float
    private let weightDecay: Float
    private let clipNorm: Double?

    /// The velocity of each parameter.
    private(set) var velocities: [Float]

    /// The sum of the shards' gradients, memory that is used again.
    private var sum: [Float]

    /// Starts at rest, or with velocities of before.
    init(recipe: Recipe, layout: ParameterLayout, velocities: [Float]? = nil) {
        self.layout = layout
        momentum = Float(recipe.momentum)
        weightDecay = Float(recipe.weightDecay)
        clipNorm = recipe.gradientClipNorm
        self.velocities = velocities ?? [Float](repeating: 0, count: layout.count)
        sum = [Float](repeating: 0, count: layout.count)
    }

    /// Does one step, unless the gradient is not finite.
    ///
    /// - Parameters:
    ///   - gradients: the shards' gradients, one value a parameter each; they are added in this order.
    ///   - rate: the learning rate.
    /// - Returns: the norm of the gradient, before it is clipped and without the decay.
    mutating func update(_ parameters: inout [Float], gradients: [[Float]], rate: Float) -> Double {
        for (index, gradient) in gradients.enumerated() {
            if index == 0 { Self.copy(gradient, to: &sum) } else { Self.add(gradient, to: &sum) }
        }
        let norm = Self.squaredNorm(sum).squareRoot()
        guard norm.isFinite else { return norm }
        let scale: Float = if let clipNorm, norm > clipNorm { Float(clipNorm / norm) } else { 1 }
        for entry in layout.entries {
            move(&parameters, entry.weights, scale: scale, decay: weightDecay, rate: rate)
            move(&parameters, entry.biases, scale: scale, decay: 0, rate: rate)
        }
        return norm
    }

    private mutating func move(
        _ parameters: inout [Float], _ range: Range<Int>, scale: Float, decay: Float, rate: Float
    ) {
        let (momentum, first) = (momentum, range.lowerBound)
        parameters.withMutableBasePointer { parameters in
            velocities.withMutableBasePointer { velocities in
                sum.withBasePointer { gradient in
                    bf_descend(
                        parameters + first, velocities + first, gradient + first, range.count, momentum, scale, decay, rate)
                }
            }
        }
    }

    private static func copy(_ gradient: [Float], to sum: inout [Float]) {
        let count = min(sum.count, gradient.count)
        sum.withMutableBasePointer { sum in
            gradient.withBasePointer { sum.update(from: $0, count: count) }
        }
    }

    private static func add(_ other: [Float], to sum: inout [Float]) {
        let count = min(sum.count, other.count)
        sum.withMutableBasePointer { sum in
            other.withBasePointer { bf_add(sum, $0, count) }
        }
    }

    /// The sum of squares, in eight sums side by side, which do not wait for each other.
    private static func squaredNorm(_ values: [Float]) -> Double {
        var sums = SIMD8<Double>(repeating: 0)
        let whole = values.count & ~7
        values.withBasePointer { values in
            for start in stride(from: 0, to: whole, by: 8) {
                let part = UnsafeRawPointer(values + start).loadUnaligned(as: SIMD8<Float>.self)
                let wide = SIMD8<Double>(part)
                sums += wide * wide
            }
        }
        var sum = sums.sum()
        for index in whole..<values.count { sum += Double(values[index]) * Double(values[index]) }
        return sum
    }
}
