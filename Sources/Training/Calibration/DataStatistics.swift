/// What calibration has to know of the values that a low-precision network rounds: their largest magnitudes, and a sample of them.
struct DataStatistics: Sendable {
    /// One place where values are rounded.
    struct Place: Sendable {
        /// The largest magnitude of all values.
        var largestMagnitude: Float = 0
        /// Every so many-th value.
        var sample: [Float] = []
        fileprivate var skip: Int
    }

    /// The values kept of each place, about.
    private static let sampleCount = 1 << 19

    /// The network's input.
    private(set) var input: Place
    /// The outputs of the layers with weights.
    private(set) var outputs: [Place]

    /// Expects the values of `images` images, of each place as many as given.
    init(images: Int, inputCount: Int, outputCounts: [Int]) {
        func place(_ count: Int) -> Place {
            // Odd, so that the sample does not keep step with layouts of 16 or 32 channels side by side.
            Place(skip: (images * count / Self.sampleCount) | 1)
        }
        input = place(inputCount)
        outputs = outputCounts.map(place)
    }

    /// Takes in the values of one pass at the place behind a layer with weights, or of the input (nil).
    mutating func add(_ values: UnsafeMutableBufferPointer<Float>, layer: Int?) {
        if let layer { Self.add(values, to: &outputs[layer]) } else { Self.add(values, to: &input) }
    }

    private static func add(_ values: UnsafeMutableBufferPointer<Float>, to place: inout Place) {
        var largest = place.largestMagnitude
        for value in values where value.magnitude > largest { largest = value.magnitude }
        place.largestMagnitude = largest
        for index in stride(from: 0, to: values.count, by: place.skip) { place.sample.append(values[index]) }
    }
}
