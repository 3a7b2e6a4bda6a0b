/// A pair of number formats, one for the weights and one for the data: the (w, in) of Hashemi et al., Table III.
public struct Precision: Hashable, Sendable {
    /// The widths, in bits, that fixed-point data and weights may have.
    public static let fixedBits = 1...32

    /// The widths, in bits, that a power-of-two weight may have: a sign and at least one bit of exponent, at most eight.
    public static let powerOfTwoBits = 2...9

    /// How weights are represented.
    public let weights: WeightFormat

    /// How the input and the feature maps are represented.
    public let data: DataFormat

    private init(weights: WeightFormat, data: DataFormat) {
        self.weights = weights
        self.data = data
    }

    /// The bits that one weight takes.
    public var weightBits: Int { weights.bits }

    /// The bits that one value of a feature map takes.
    public var dataBits: Int { data.bits }

    /// A number for each precision, by which it is looked up faster: where there are thousands of points, there are as many lookups.
    public var code: Int { familyPlace << 16 | weightBits << 8 | dataBits }

    /// A number that rises in the order of Hashemi et al., Table III: by family, and within one from many bits to few.
    public var tablePlace: Int { familyPlace << 16 | (255 - weightBits) << 8 | (255 - dataBits) }

    /// Hashes all of it as one number.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The place of its family in the order of Hashemi et al., Table III: float, fixed, power of two, binary, from 0.
    public var familyPlace: Int {
        switch weights {
        case .float32: 0
        case .fixed: 1
        case .powerOfTwo: 2
        case .binary: 3
        }
    }

    /// IEEE 754 single precision throughout (32, 32).
    public static let float32 = Precision(weights: .float32, data: .float32)

    /// Fixed point (32, 32).
    public static let fixed32 = Precision(weights: .fixed(bits: 32), data: .fixed(bits: 32))

    /// Fixed point (16, 16).
    public static let fixed16 = Precision(weights: .fixed(bits: 16), data: .fixed(bits: 16))

    /// Fixed point (8, 8).
    public static let fixed8 = Precision(weights: .fixed(bits: 8), data: .fixed(bits: 8))

    /// Fixed point (4, 4).
    public static let fixed4 = Precision(weights: .fixed(bits: 4), data: .fixed(bits: 4))

    /// Power-of-two weights (6, 16).
    public static let powerOfTwo = Precision(weights: .powerOfTwo(bits: 6), data: .fixed(bits: 16))

    /// Binary weights (1, 16).
    public static let binary = Precision(weights: .binary, data: .fixed(bits: 16))

    /// The seven precisions of Hashemi et al., Table III, in its order.
    public static let ofThePaper: [Precision] = [.float32, .fixed32, .fixed16, .fixed8, .fixed4, .powerOfTwo, .binary]

    /// Fixed-point weights and data.
    ///
    /// - Throws: `PrecisionError.bitsOutOfRange` unless both widths are within `fixedBits`.
    public static func fixed(weightBits: Int, dataBits: Int) throws(PrecisionError) -> Precision {
        try check(weightBits, within: fixedBits, what: "weight")
        try check(dataBits, within: fixedBits, what: "data")
        return Precision(weights: .fixed(bits: weightBits), data: .fixed(bits: dataBits))
    }

    /// Power-of-two weights and fixed-point data.
    ///
    /// - Throws: `PrecisionError.bitsOutOfRange` unless the widths are within `powerOfTwoBits` and `fixedBits`.
    public static func powerOfTwo(weightBits: Int, dataBits: Int) throws(PrecisionError) -> Precision {
        try check(weightBits, within: powerOfTwoBits, what: "power-of-two weight")
        try check(dataBits, within: fixedBits, what: "data")
        return Precision(weights: .powerOfTwo(bits: weightBits), data: .fixed(bits: dataBits))
    }

    /// Binary weights and fixed-point data.
    ///
    /// - Throws: `PrecisionError.bitsOutOfRange` unless the width is within `fixedBits`.
    public static func binary(dataBits: Int) throws(PrecisionError) -> Precision {
        try check(dataBits, within: fixedBits, what: "data")
        return Precision(weights: .binary, data: .fixed(bits: dataBits))
    }

    private static func check(_ bits: Int, within range: ClosedRange<Int>, what: String) throws(PrecisionError) {
        guard range.contains(bits) else { throw .bitsOutOfRange(what: what, bits: bits, allowed: range) }
    }
}
