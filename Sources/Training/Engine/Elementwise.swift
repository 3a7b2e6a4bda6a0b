/// What is done to feature maps value by value, in loops that the compiler turns into vector instructions.
enum Elementwise {
    /// max(0, x) in place.
    static func relu(_ values: UnsafeMutableBufferPointer<Float>) {
        guard let values = values.baseAddress.map({ ($0, values.count) }) else { return }
        for index in 0..<values.1 { values.0[index] = values.0[index] > 0 ? values.0[index] : 0 }
    }

    /// Sets gradients to zero where the value is not above `lower` or is above `upper`.
    static func mask(
        _ gradients: UnsafeMutableBufferPointer<Float>, where values: UnsafeMutableBufferPointer<Float>, above lower: Float,
        upTo upper: Float
    ) {
        let count = min(gradients.count, values.count)
        guard let gradient = gradients.baseAddress, let value = values.baseAddress else { return }
        if upper == .infinity {
            for index in 0..<count { gradient[index] = value[index] > lower ? gradient[index] : 0 }
        } else {
            for index in 0..<count {
                let kept = value[index] > lower ? gradient[index] : 0
                gradient[index] = value[index] > upper ? 0 : kept
            }
        }
    }
}
