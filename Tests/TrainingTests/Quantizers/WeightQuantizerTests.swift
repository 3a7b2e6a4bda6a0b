import Testing

@testable import Training

struct WeightQuantizerTests {
    private static func quantizers() throws -> [WeightQuantizer] {
        var quantizers: [WeightQuantizer] = [.binary(format: try BinaryFormat(exponent: -2))]
        for bits in 1...8 { quantizers.append(.fixed(format: try FixedPointFormat(bits: bits, fractionBits: 5))) }
        for bits in 2...8 { quantizers.append(.powerOfTwo(format: try PowerOfTwoFormat(bits: bits, largestExponent: 1))) }
        // Exponents below -126 do not exist, so that not every pattern is a code.
        quantizers.append(.powerOfTwo(format: try PowerOfTwoFormat(bits: 5, largestExponent: -120)))
        return quantizers
    }

    @Test("Every pattern of a format's bits is a code and comes back from it, or is refused")
    func patterns() throws {
        for quantizer in try Self.quantizers() {
            var codes: Set<Int32> = []
            for pattern in 0..<(1 << quantizer.bits) {
                guard let code = quantizer.code(bitPattern: UInt8(pattern)) else { continue }
                #expect(quantizer.bitPattern(code) == UInt8(pattern), "\(pattern) in \(quantizer)")
                #expect(codes.insert(code).inserted)
            }
            switch quantizer {
            case .fixed, .binary: #expect(codes.count == 1 << quantizer.bits)
            case .powerOfTwo(let format):
                #expect(codes.count == 2 * (format.largestExponent - format.smallestExponent + 1) + 1)
            }
        }
    }

    @Test("Every rounded value's code fits the bits that the format says")
    func codesOfValues() throws {
        var random = RandomSource(seed: 8)
        let values = (0..<500).map { _ in random.nearlyNormal() * 2 } + [0, -0.0, .infinity, -.infinity, .nan]
        for quantizer in try Self.quantizers() {
            var rounded = values
            values.withBasePointer { from in
                rounded.withMutableBasePointer { quantizer.quantize(from, to: $0, count: values.count) }
            }
            for value in rounded {
                let code = quantizer.code(value)
                #expect(quantizer.code(bitPattern: quantizer.bitPattern(code)) == code, "\(value) in \(quantizer)")
            }
        }
    }

    @Test("A sign never saturates")
    func binaryNeverSaturates() throws {
        let quantizer = WeightQuantizer.binary(format: try BinaryFormat(exponent: 0))
        for value: Float in [0, 5, -1e30, .infinity, .nan] { #expect(!quantizer.saturates(value)) }
    }
}
