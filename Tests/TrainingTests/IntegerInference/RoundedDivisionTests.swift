import Testing

@testable import Training

struct RoundedDivisionTests {
    private static let numbers: [Int64] =
        (-70...70).map { $0 } + [.min, .min + 1, .max, .max - 1, 1 << 40, -(1 << 40), 3 << 39, -(3 << 39), (1 << 62) + 1]

    private static let accumulators: [Int64] = Array(-300...300) + [1 << 22, -(1 << 22), (1 << 23) - 1]

    /// The nearest whole number by comparing distances in 128 bits, half-way to the even one.
    private static func reference(_ number: Int64, over divisor: Int128) -> Int64 {
        let floor = Int128(number) >= 0 ? Int128(number) / divisor : -((-Int128(number) + divisor - 1) / divisor)
        let below = Int128(number) - floor * divisor
        let above = divisor - below
        return Int64(below < above || (below == above && floor % 2 == 0) ? floor : floor + 1)
    }

    @Test("A division by a power of two goes to the nearest, ties to even, over the whole range", arguments: 0...70)
    func powersOfTwo(bits: Int) {
        for number in Self.numbers {
            #expect(
                RoundedDivision.quotient(number, shiftedBy: bits) == Self.reference(number, over: 1 << Int128(bits)),
                "\(number) over 2^\(bits)")
        }
    }

    @Test("A division by a count goes to the nearest, ties to even", arguments: 1...50)
    func counts(divisor: Int64) {
        for number in Self.numbers {
            #expect(
                RoundedDivision.quotient(number, dividedBy: divisor) == Self.reference(number, over: Int128(divisor)),
                "\(number) over \(divisor)")
        }
    }

    @Test("A requantized accumulator is the format's value for the same number", arguments: [1, 2, 4, 8, 16, 24])
    func requantization(bits: Int) throws {
        for fractionBits in [-3, 0, bits - 1, bits + 5] {
            let format = try FixedPointFormat(bits: bits, fractionBits: fractionBits)
            for step in [-20, -12, -4, 0, 3] {
                let requantizer = Requantizer(format, stepExponent: step)
                for value in Self.accumulators {
                    let number = Float(value) * Float(sign: .plus, exponent: step, significand: 1)
                    let result = requantizer.code(value)
                    #expect(result.code == format.code(SlowQuantizer.fixed(number, format)), "\(value) * 2^\(step) in \(format)")
                    #expect(result.saturated == format.saturates(number), "\(value) * 2^\(step) in \(format)")
                    let wide = requantizer.code(Int128(value))
                    #expect(wide.code == result.code && wide.saturated == result.saturated)
                }
            }
        }
    }
}
