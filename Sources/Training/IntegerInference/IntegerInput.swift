import Networks

/// Images as a network's input codes.
struct IntegerInput: Sendable {
    let images: ImageSet
    let transform: InputTransform
    let format: FixedPointFormat

    /// Writes the input values of images, as the simulation has them in front of rounding, and their codes.
    ///
    /// - Returns: how many values saturated.
    func write(_ indices: ArraySlice<Int>, values: inout [Float], codes: inout [Int32]) -> SaturationCount {
        let size = images.shape.count
        values = [Float](repeating: 0, count: indices.count * size)
        codes = [Int32](repeating: 0, count: values.count)
        var count = SaturationCount(values: values.count)
        values.withMutableBasePointer { base in
            for (place, index) in indices.enumerated() {
                transform.write(image: index, of: images, augmentation: .none, to: base + place * size)
            }
        }
        for value in values where format.saturates(value) { count.saturated += 1 }
        var rounded = values
        rounded.withMutableBasePointer { format.quantize($0, to: $0, count: values.count) }
        for index in rounded.indices { codes[index] = format.code(rounded[index]) }
        return count
    }
}
