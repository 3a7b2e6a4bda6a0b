import CKernels
import Networks

/// Inference of a few images at a time by an integer network, on the calling thread, in memory that is used again.
///
/// The width of each layer's sums is chosen from its actual weights and the actual largest code that reaches it: products of 16
/// bits summed in 32, products of 32 bits summed in 64, and 128 bits where even 64 might not hold a sum.
struct IntegerPass {
    let network: IntegerNetwork
    /// What saturated at the output of each layer with weights, over all images so far.
    private(set) var saturation: [SaturationCount]

    /// The codes of the feature maps that the stages have come to, image by image.
    private var maps: [Int32] = []
    private var scores: [Int128] = []
    private var memory = IntegerMemory()

    /// Makes ready.
    init(_ network: IntegerNetwork) {
        self.network = network
        saturation = [SaturationCount](repeating: SaturationCount(), count: network.layers.count)
    }

    /// Computes the class scores of images, in steps of the last accumulator, image by image.
    ///
    /// - Parameters:
    ///   - codes: the images' input codes: image, channel, row, column.
    ///   - visit: called before each stage with its index and the codes that reach it, until the class scores are there.
    mutating func classScores(
        _ codes: [Int32], images: Int, visit: (_ stage: Int, _ maps: [Int32]) -> Void = { _, _ in }
    ) -> [Int128] {
        maps = codes
        scores = []
        var layerIndex = 0
        for (index, stage) in network.stages.enumerated() {
            if scores.isEmpty { visit(index, maps) }
            switch stage {
            case .pooling(let pooling): pool(pooling, images: images)
            case .weights(let layer):
                run(layer, images: images, index: layerIndex)
                layerIndex += 1
            }
        }
        return scores
    }

    private mutating func pool(_ pooling: IntegerPooling, images: Int) {
        let (from, to) = (pooling.layer.input.count, pooling.layer.output.count)
        if scores.isEmpty {
            maps = Self.pooled(maps, pooling, images: images, from: from, to: to)
        } else {
            scores = Self.pooled(scores, pooling, images: images, from: from, to: to)
        }
    }

    private static func pooled<Number: FixedWidthInteger & SignedInteger>(
        _ values: [Number], _ pooling: IntegerPooling, images: Int, from: Int, to: Int
    ) -> [Number] {
        var result = [Number](repeating: 0, count: images * to)
        values.withBasePointer { values in
            result.withMutableBasePointer { result in
                for image in 0..<images { pooling.pool(values + image * from, to: result + image * to) }
            }
        }
        return result
    }

    private mutating func run(_ layer: IntegerLayer, images: Int, index: Int) {
        let largest = maps.reduce(UInt32(0)) { max($0, $1.magnitude) }
        let width = IntegerWidth(layer, largest: largest)
        let size = layer.layer.output.count
        var output = [Int32](repeating: 0, count: layer.requantizer == nil ? 0 : images * size)
        var scores = [Int128](repeating: 0, count: layer.requantizer == nil ? images * size : 0)
        var count = SaturationCount()
        // All windows of an inner product at once, those of a convolution image by image.
        let imagesOfPart = layer.isInnerProduct ? images : 1
        for first in stride(from: 0, to: images, by: imagesOfPart) {
            memory.sum(layer, width: width, maps: maps, first: first, images: imagesOfPart)
            let part = IntegerResults(layer: layer, first: first, images: imagesOfPart)
            if width == .wide {
                part.finish(memory.wideSums, &output, &scores, &count)
            } else {
                part.finish(memory.sums, &output, &scores, &count)
            }
        }
        saturation[index].add(count)
        maps = output
        self.scores = scores
    }
}
