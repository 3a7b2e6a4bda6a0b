@testable import Training

/// The quantizers by their plain definitions, one number at a time, in whole numbers of 128 bits and in double precision.
enum SlowQuantizer {
    /// Zeros, what is no number, the ends of single precision, and the ends and the middle of its subnormal numbers, of either sign.
    static let remarkable: [Float] = {
        let normal = Float.leastNormalMagnitude
        let half = normal / 2
        var values: [Float] = [0, .nan, .signalingNaN, Float(bitPattern: 0x7fff_ffff), .infinity, .greatestFiniteMagnitude]
        values += [normal, normal.nextDown, half, half.nextUp, half.nextDown]
        values += [.leastNonzeroMagnitude, 3 * .leastNonzeroMagnitude]
        return values + values.map { -$0 }
    }()

    /// The nearest code, half-way to the even one, within the ends of two's complement that single precision has.
    static func fixed(_ value: Float, _ format: FixedPointFormat) -> Float {
        guard !value.isNaN else { return 0 }
        let end = Int128(1) << Int128(format.bits - 1)
        // Of codes of more than 24 bits single precision holds every other, every fourth, and so on.
        let largest = end - (format.bits > 25 ? Int128(1) << Int128(format.bits - 25) : 1)
        let step = Double(sign: .plus, exponent: -format.fractionBits, significand: 1)
        guard let exact = whole(Double(value) / step) else {
            return value < 0 ? Float(Double(-end) * step) : Float(Double(largest) * step)
        }
        return Float(Double(min(max(exact, -end), largest)) * step)
    }

    /// The nearest whole number, half-way to the even one; nil for one that is too large for any format.
    private static func whole(_ value: Double) -> Int128? {
        guard value.magnitude < 0x1p100 else { return nil }
        let floor = Int128(value.rounded(.down))
        let rest = value - Double(floor)
        if rest > 0.5 || (rest == 0.5 && floor % 2 != 0) { return floor + 1 }
        return floor
    }

    /// The nearest of all values of the format, the one of larger magnitude of two that are equally near.
    static func powerOfTwo(_ value: Float, _ format: PowerOfTwoFormat) -> Float {
        guard !value.isNaN else { return 0 }
        let magnitude = min(Double(value.magnitude), 0x1p500)
        var nearest = 0.0
        for exponent in format.smallestExponent...format.largestExponent {
            let candidate = Double(sign: .plus, exponent: exponent, significand: 1)
            if abs(magnitude - candidate) <= abs(magnitude - nearest) { nearest = candidate }
        }
        return Float(value < 0 ? -nearest : nearest)
    }

    /// The nearest whole multiple of a step, half-way to the even one.
    static func bias(_ value: Float, stepExponent: Int) -> Float {
        let step = Double(sign: .plus, exponent: stepExponent, significand: 1)
        // From 2^53 steps on a number of 24 bits is a whole multiple already.
        guard let exact = whole(Double(value) / step), exact.magnitude < 1 << 53 else { return value }
        return Float(Double(exact) * step)
    }

    /// Plus or minus the magnitude; everything that is not below zero is plus.
    static func binary(_ value: Float, _ format: BinaryFormat) -> Float { value < 0 ? -format.magnitude : format.magnitude }
}
