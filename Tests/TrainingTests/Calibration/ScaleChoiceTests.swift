import Precision
import Recipes
import Testing

@testable import Training

struct ScaleChoiceTests {
    private static func values(_ values: [Float]) -> ScaleChoice.Values { ScaleChoice.Values(values[...]) }

    @Test("By the largest magnitude nothing saturates, and one more fraction bit would", arguments: 2...32)
    func largestMagnitude(bits: Int) throws {
        for magnitude: Float in [1e-6, 0.49, 0.5, 0.99, 1, 1.01, 7, 127, 128, 3e4] {
            let format = try ScaleChoice.fixedPoint(
                bits: bits, for: [Self.values([magnitude, -magnitude / 3])], rule: .largestMagnitude)
            let limit = Double(sign: .plus, exponent: bits - 1, significand: 1) - 1
            let scale = Double(sign: .plus, exponent: format.fractionBits, significand: 1)
            #expect(Double(magnitude) * scale <= limit)
            #expect(2 * Double(magnitude) * scale > limit)
        }
    }

    @Test("By the least squared error one outlier saturates for the sake of all others")
    func leastSquaredError() throws {
        var random = RandomSource(seed: 1)
        let sample = (0..<4_000).map { _ in random.nearlyNormal() } + [20]
        let largest = try ScaleChoice.fixedPoint(bits: 4, for: [Self.values(sample)], rule: .largestMagnitude)
        let least = try ScaleChoice.fixedPoint(bits: 4, for: [Self.values(sample)], rule: .leastSquaredError)
        #expect(largest.largest >= 20)
        #expect(least.largest < 5)
    }

    @Test("A binary layer's magnitude is the power of two nearest to its mean magnitude", arguments: Recipe.ScaleRule.allCases)
    func binary(rule: Recipe.ScaleRule) throws {
        let format = try ScaleChoice.binary(for: Self.values([0.3, -0.2, 0.25, -0.3, 0.2]))
        #expect(format.exponent == -2)
    }

    @Test("A window of exponents ends at the power nearest to the largest magnitude")
    func powerOfTwo() throws {
        let format = try ScaleChoice.powerOfTwo(bits: 6, for: [Self.values([0.01, -0.8])], rule: .largestMagnitude)
        #expect(format.largestExponent == 0)
    }

    @Test("Zeros give formats too")
    func zeros() throws {
        let zeros = Self.values([0, 0])
        for rule in Recipe.ScaleRule.allCases {
            #expect(try ScaleChoice.fixedPoint(bits: 8, for: [zeros], rule: rule).fractionBits == 7)
            #expect(try ScaleChoice.powerOfTwo(bits: 6, for: [zeros], rule: rule).largestExponent == 0)
        }
        #expect(throws: Never.self) { try ScaleChoice.binary(for: zeros) }
    }
}

struct CalibratorTests {
    private static func plan(_ precision: Precision, _ radix: RadixPolicy) async throws -> QuantizationPlan? {
        let job = try TinyTask.job(precision, recipe: TinyTask.recipe(rule: .largestMagnitude), radix: radix)
        let layout = try ParameterLayout(job.network)
        let training = try TinyTask.images(count: 120, seed: 1)
        return try await Calibrator(job: job, layout: layout).plan(
            parameters: layout.initialParameters(seed: 1), images: training,
            transform: InputTransform(recipe: job.recipe, training: training))
    }

    @Test("A global policy gives one radix point to all data and one to all weights")
    func global() async throws {
        let plan = try #require(try await Self.plan(.fixed8, .global))
        #expect(Set(plan.layers.compactMap(\.output) + [plan.input]).count == 1)
        #expect(Set(plan.layers.map(\.weights)).count == 1)
    }

    @Test("Class scores have no format, all other layers do", arguments: RadixPolicy.allCases)
    func scores(radix: RadixPolicy) async throws {
        let plan = try #require(try await Self.plan(.fixed8, radix))
        #expect(plan.layers.map { $0.output == nil } == [false, false, true])
    }

    @Test("A policy by layer lets them differ")
    func layer() async throws {
        let plan = try #require(try await Self.plan(.fixed8, .layer))
        #expect(Set(plan.layers.map(\.weights)).count > 1)
    }

    @Test("float32 has nothing to calibrate")
    func float32() async throws {
        #expect(try await Self.plan(.float32, .layer) == nil)
    }
}
