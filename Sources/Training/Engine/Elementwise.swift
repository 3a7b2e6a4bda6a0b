import CKernels

/// What is done to feature maps value by value.
enum Elementwise {
    /// max(0, x) in place.
    static func relu(_ values: UnsafeMutableBufferPointer<Float>) {
        guard let base = values.baseAddress else { return }
        bf_relu(base, values.count)
    }

    /// Sets gradients to zero where the value is not above `lower` or is above `upper`.
    static func mask(
        _ gradients: UnsafeMutableBufferPointer<Float>, where values: UnsafeMutableBufferPointer<Float>, above lower: Float,
        upTo upper: Float
    ) {
        guard let gradient = gradients.baseAddress, let value = values.baseAddress else { return }
        bf_mask(gradient, value, min(gradients.count, values.count), lower, upper)
    }
}
