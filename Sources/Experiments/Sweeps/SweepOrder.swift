import DesignSpace

/// The order of a sweep: cheapest and most relevant to the frontier first.
///
/// Each experiment has a gain (`FrontierChance`: points of percent that it could add to the frontier) and a price (the estimated time;
/// with that of its float32 parent while the parent is still to be run, and with the parent's gain if that was asked for too). Again and
/// again the experiment with the most gain for its price is taken, its parent before it; the price of the parent's other children
/// falls by the parent's from then on. What could add nothing comes last, cheapest first.
public struct SweepOrder {
    /// An experiment of a sweep.
    public struct Item: Hashable, Sendable {
        /// The experiment's key.
        public let key: String
        /// The key of what has to be run before it; nil if that has its result.
        public let parentKey: String?
        /// The estimated time, in seconds.
        public let seconds: Double
        /// What it could add to the frontier, in points of percent; 0 for a parent that nobody asked for.
        public let gain: Double

        /// Makes an item.
        public init(key: String, parentKey: String?, seconds: Double, gain: Double) {
            self.key = key
            self.parentKey = parentKey
            self.seconds = seconds
            self.gain = gain
        }
    }

    /// The keys in the order in which they are to be run.
    ///
    /// - Parameter items: every experiment once, parents that are still to be run among them.
    public static func keys(of items: [Item]) -> [String] {
        let parents = Dictionary(items.map { ($0.key, $0) }) { first, _ in first }
        var remaining = items
        var taken: Set<String> = []
        var order: [String] = []
        while !remaining.isEmpty {
            var best = 0
            var bestWorth = Worth(gain: -1, seconds: 0)
            for (index, item) in remaining.enumerated() {
                let parent = item.parentKey.flatMap { taken.contains($0) ? nil : parents[$0] }
                let worth = Worth(gain: item.gain + (parent?.gain ?? 0), seconds: item.seconds + (parent?.seconds ?? 0))
                if worth > bestWorth { (best, bestWorth) = (index, worth) }
            }
            let item = remaining[best]
            for key in [item.parentKey, item.key].compactMap(\.self) where parents[key] != nil && taken.insert(key).inserted {
                order.append(key)
            }
            remaining.removeAll { taken.contains($0.key) }
        }
        return order
    }

    /// What is had for a price.
    private struct Worth: Comparable {
        let gain: Double
        let seconds: Double

        static func < (left: Worth, right: Worth) -> Bool {
            let (leftRate, rightRate) = (left.gain / max(left.seconds, 1e-9), right.gain / max(right.seconds, 1e-9))
            return leftRate != rightRate ? leftRate < rightRate : left.seconds > right.seconds
        }
    }
}
