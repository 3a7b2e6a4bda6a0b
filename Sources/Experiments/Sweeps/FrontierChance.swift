import DesignSpace

/// How much a point could add to the frontier of its data set, judged by what is known before it is trained.
///
/// For ordering experiments, and for nothing else: accuracies from papers, measured and imported ones count alike here.
public struct FrontierChance: Sendable {
    /// A design with an accuracy that somebody knows.
    public struct Known: Hashable, Sendable {
        /// The design.
        public let point: DesignPoint
        /// What it costs, in any unit that is the same for all.
        public let cost: Double
        /// Its accuracy, in percent.
        public let percent: Double

        /// Makes a known design.
        public init(point: DesignPoint, cost: Double, percent: Double) {
            self.point = point
            self.cost = cost
            self.percent = percent
        }
    }

    private let known: [Known]

    /// Makes a judge that knows some designs.
    public init(_ known: [Known]) { self.known = known }

    /// The points of percent by which a design could lift the frontier at its cost.
    ///
    /// A low precision can hardly be better than the best that its network has shown (where nothing is known of the network, than the best
    /// of the data set; where nothing is known of that, than 100 %). What is had already is the best accuracy that no higher cost buys,
    /// the design itself left out. The chance is the difference, and never less than 0.
    ///
    /// - Parameter cost: what the design costs, in the unit of the known ones.
    public func gain(of point: DesignPoint, cost: Double) -> Double {
        let others = known.filter { $0.point.dataset == point.dataset && $0.point != point }
        let ofNetwork = known.filter { $0.point.dataset == point.dataset && $0.point.network == point.network }
        let ceiling = ofNetwork.map(\.percent).max() ?? others.map(\.percent).max() ?? 100
        let floor = others.filter { $0.cost <= cost }.map(\.percent).max() ?? 0
        return max(0, ceiling - floor)
    }
}
