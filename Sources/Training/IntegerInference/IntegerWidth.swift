/// How wide the sums of a layer are computed.
enum IntegerWidth: Hashable, Sendable {
    /// Values of 16 bits; sums, or those of one shift, in 32.
    case narrow
    /// Values of 32 bits, sums in 64.
    case middle
    /// Values of 32 bits, sums in 128.
    case wide

    /// Chooses the width that holds everything a layer comes to with codes of at most a magnitude.
    init(_ layer: IntegerLayer, largest: UInt32) {
        let values = Double(largest)
        // A little more than exact, for the sums of magnitudes are rounded.
        let sum = layer.magnitude * values * 1.000_001
        let bias = layer.biases.reduce(0) { max($0, Double($1.magnitude)) }
        let total = sum * Double(sign: .plus, exponent: layer.sumShift, significand: 1) + bias * 1.000_001
        guard total < 0x1p62 else {
            self = .wide
            return
        }
        switch layer.operands {
        case .products(_, let narrow):
            self = !narrow.isEmpty && largest < 0x8000 && sum < 0x1p31 ? .narrow : .middle
        case .shifts:
            // Negation by complement reaches one further than the value.
            self = Double(layer.taps) * (values + 1) < 0x1p31 ? .narrow : .wide
        }
    }
}
