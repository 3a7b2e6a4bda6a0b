/// Where a point stands in its plot, as shares of the scales; beside the point, so that going through all of them reads little memory.
struct PlotSpot: Hashable, Sendable {
    /// 0 at the left end of the plot, 1 at the right.
    let across: Double
    /// 0 at the foot of the plot, 1 at the top.
    let up: Double
    /// The position of its row among those the plot was made of.
    let position: Int
    var isShown: Bool
    let isOnFrontier: Bool

    init(_ point: PlottedPoint, across: Double, up: Double) {
        (self.across, self.up) = (across, up)
        position = point.position
        isShown = point.isShown
        isOnFrontier = point.isOnFrontier
    }
}
