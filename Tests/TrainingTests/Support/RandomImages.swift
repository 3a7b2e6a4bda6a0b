import Networks

@testable import Training

/// Images of soft random blobs, without any file.
enum RandomImages {
    static func images(_ shape: Shape, count: Int, seed: UInt64 = 5, classCount: Int = 10) throws -> ImageSet {
        var random = RandomSource(seed: seed)
        var pixels: [UInt8] = []
        for _ in 0..<count {
            let (row, column) = (random.index(below: shape.height), random.index(below: shape.width))
            for channel in 0..<shape.channels {
                for y in 0..<shape.height {
                    for x in 0..<shape.width {
                        let distance = (y - row) * (y - row) + (x - column) * (x - column)
                        pixels.append(UInt8(max(0, 230 - 40 * channel - 3 * distance) + random.index(below: 20)))
                    }
                }
            }
        }
        return try ImageSet(
            shape: shape, classCount: classCount, pixels: pixels, labels: (0..<count).map { UInt8($0 % classCount) })
    }
}
