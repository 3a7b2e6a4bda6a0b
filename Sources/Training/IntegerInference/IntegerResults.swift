import Networks

/// What becomes of a layer's sums: bias, nonlinearity, and the code of a feature map or a class score.
struct IntegerResults {
    let layer: IntegerLayer
    /// The first of the images that the sums are of.
    let first: Int
    /// How many these are.
    let images: Int

    /// Finishes sums, which lie output by output and pixel by pixel, into feature maps or scores, which lie image by image.
    func finish<Number: FixedWidthInteger & SignedInteger>(
        _ sums: [Number], _ codes: inout [Int32], _ scores: inout [Int128], _ count: inout SaturationCount
    ) {
        let pixels = layer.pixels
        let size = layer.outputs * pixels
        let relu = layer.layer.layer.activation == .relu
        var saturated = 0
        sums.withUnsafeBufferPointer { sums in
            codes.withUnsafeMutableBufferPointer { codes in
                var source = 0
                for output in 0..<layer.outputs {
                    let bias = Number(truncatingIfNeeded: layer.biases[output])
                    for image in first..<(first + images) {
                        let target = image * size + output * pixels
                        for pixel in 0..<pixels {
                            var value = (sums[source] << Number(truncatingIfNeeded: layer.sumShift)) &+ bias
                            source += 1
                            if relu && value < 0 { value = 0 }
                            guard let requantizer = layer.requantizer else {
                                scores[target + pixel] = Int128(value)
                                continue
                            }
                            let result = requantizer.code(value)
                            codes[target + pixel] = result.code
                            if result.saturated { saturated += 1 }
                        }
                    }
                }
            }
        }
        count.values += layer.requantizer == nil ? 0 : images * size
        count.saturated += saturated
    }
}
