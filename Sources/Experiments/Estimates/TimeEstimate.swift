/// How long an experiment will take, as far as that can be told before.
public struct TimeEstimate: Hashable, Sendable {
    /// What an estimate rests on, from the best to the worst.
    public enum Basis: Int, Hashable, Sendable, Comparable, CaseIterable {
        /// The speed at which the same network was trained on this processor.
        case sameNetwork
        /// The speed at which other networks were trained on this processor, by their multiply-accumulate operations.
        case otherNetworks
        /// The speed at which networks were trained on other processors, by their multiply-accumulate operations.
        case otherProcessors
        /// A rough rate that nobody has measured on this machine.
        case roughRate

        /// Whether one is better than another.
        public static func < (left: Basis, right: Basis) -> Bool { left.rawValue < right.rawValue }
    }

    /// The time, in seconds.
    public let seconds: Double

    /// What it rests on.
    public let basis: Basis

    /// Makes an estimate.
    public init(seconds: Double, basis: Basis) {
        self.seconds = seconds
        self.basis = basis
    }
}

extension TimeEstimate.Basis: CustomStringConvertible {
    /// What it rests on, in words.
    public var description: String {
        switch self {
        case .sameNetwork: "the same network's speed on this processor"
        case .otherNetworks: "other networks' speed on this processor"
        case .otherProcessors: "the speed on other processors"
        case .roughRate: "a rough rate: nothing has been measured here yet"
        }
    }
}
