import Networks
import Training

/// Images of noise, of which the time of a step does not depend on: nothing has to be imported to measure.
enum SyntheticImages {
    /// So many images with labels in turn.
    static func make(_ count: Int, shape: Shape, classCount: Int = 10) throws -> ImageSet {
        var generator = SplitMix(state: UInt64(count))
        let pixels = (0..<(count * shape.count)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        return try ImageSet(
            shape: shape, classCount: classCount, pixels: pixels, labels: (0..<count).map { UInt8($0 % classCount) })
    }
}
