extension IntegerLayer {
    /// A weight as a whole number times a power of two.
    struct Factors: Hashable, Sendable {
        /// Rows of the layer's `row` whole numbers.
        var factors: [Int32]
        /// How far each product is shifted to the left.
        var shifts: [UInt8]

        /// The magnitudes of the weights; nil if one takes more than 24 bits.
        var magnitudes: [UInt32]? {
            var magnitudes: [UInt32] = []
            magnitudes.reserveCapacity(factors.count)
            for index in factors.indices {
                let (factor, shift) = (factors[index], shifts[index])
                let magnitude = shift < 25 ? UInt64(factor.magnitude) << UInt64(shift) : (factor == 0 ? 0 : .max)
                guard magnitude < 1 << 24 else { return nil }
                magnitudes.append(UInt32(magnitude))
            }
            return magnitudes
        }
    }

    /// The weights as numbers, in the finest weight's steps, for measurements; inference does not multiply where it can shift.
    var factors: Factors {
        switch operands {
        case .products(let codes, _):
            return Factors(factors: codes, shifts: [UInt8](repeating: 0, count: codes.count))
        case .shifts(let table):
            var result = Factors(
                factors: [Int32](repeating: 0, count: outputs * row), shifts: [UInt8](repeating: 0, count: outputs * row))
            for output in 0..<outputs {
                for group in table.outputGroups[output]..<table.outputGroups[output + 1] {
                    let shift = table.groupShifts[Int(group)]
                    for index in table.groupTaps[Int(group)]..<table.groupTaps[Int(group) + 1] {
                        let tap = table.taps[Int(index)]
                        let place = output * row + Int(tap >> 1)
                        result.factors[place] = tap & 1 == 1 ? -1 : 1
                        result.shifts[place] = shift
                    }
                }
            }
            return result
        }
    }
}
