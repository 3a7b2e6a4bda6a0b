/// The training loss over a run, in a number of samples that does not grow with the run's length.
public struct LossCurve: Hashable, Sendable, Codable {
    /// The loss at a moment of the run.
    public struct Sample: Hashable, Sendable {
        /// The epochs that were done, as 2.5 in the middle of the third.
        public let epochs: Double
        /// The mean loss since the last sample; infinite if it was not a number.
        public let loss: Double

        /// Makes a sample.
        public init(epochs: Double, loss: Double) {
            self.epochs = epochs
            self.loss = loss.isNaN ? .infinity : loss
        }
    }

    /// The most samples that are kept.
    public static let mostSamples = 256

    /// The samples in the order of the run.
    public private(set) var samples: [Sample]

    /// Makes a curve of samples.
    public init(_ samples: [Sample] = []) { self.samples = samples.suffix(Self.mostSamples) }

    /// Adds a sample; those that lie behind it, of a run that has gone back to a checkpoint, go.
    ///
    /// A curve that is full is thinned to half of its samples, each the mean of two.
    public mutating func add(_ sample: Sample) {
        while let last = samples.last, last.epochs >= sample.epochs { samples.removeLast() }
        if samples.count >= Self.mostSamples {
            samples = stride(from: 0, to: samples.count - 1, by: 2).map { index in
                let (first, second) = (samples[index], samples[index + 1])
                return Sample(epochs: second.epochs, loss: (first.loss + second.loss) / 2)
            }
        }
        samples.append(sample)
    }

    /// Adds the loss of a progress.
    public mutating func add(_ progress: TrainingProgress) {
        let done = Double(progress.epoch) - 1 + Double(progress.batch) / Double(max(1, progress.batches))
        guard done.isFinite else { return }
        add(Sample(epochs: done, loss: progress.loss))
    }

    /// Reads a curve: pairs of epochs and loss, null for an infinite loss.
    public init(from decoder: any Decoder) throws {
        let pairs = try decoder.singleValueContainer().decode([[Double?]].self)
        self.init(
            pairs.prefix(Self.mostSamples).compactMap { pair in
                guard pair.count == 2, let epochs = pair[0] else { return nil }
                return Sample(epochs: epochs, loss: pair[1] ?? .infinity)
            })
    }

    /// Writes a curve as pairs; a loss that is not finite, which JSON cannot hold, is null.
    public func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(samples.map { [$0.epochs, $0.loss.isFinite ? $0.loss : nil] as [Double?] })
    }
}
