import Networks

extension ImageSet {
    /// The images behind the accuracy that a run with a seed reports, as the run took them from its test images.
    ///
    /// - Throws: `TrainingError.tooFewImages` if there are none.
    public func reported(seed: UInt64) throws(TrainingError) -> ImageSet {
        let split = try ValidationSplit(labels: labels, classCount: classCount, seed: seed)
        var chosen: [UInt8] = []
        chosen.reserveCapacity(split.test.count * shape.count)
        for index in split.test { chosen += pixels[(index * shape.count)..<((index + 1) * shape.count)] }
        return try ImageSet(shape: shape, classCount: classCount, pixels: chosen, labels: split.test.map { labels[$0] })
    }

    /// Some of the images, side by side in this set.
    public func part(_ range: Range<Int>) throws(TrainingError) -> ImageSet {
        let range = range.clamped(to: 0..<count)
        return try ImageSet(
            shape: shape, classCount: classCount,
            pixels: Array(pixels[(range.lowerBound * shape.count)..<(range.upperBound * shape.count)]),
            labels: Array(labels[range]))
    }
}
