/// A direction on the screen.
public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// To the left.
    case left
    /// Down.
    case down
    /// Up.
    case up
    /// To the right.
    case right
}

extension FrontierPlot {
    /// The row of the shown point that is nearest in a direction, as the plot stands on a screen; nil if there is none that way.
    ///
    /// Distance across counts four times that along. Points at the same place are visited in the order of their rows, so that right
    /// and down, or left and up, go through them.
    ///
    /// - Parameter aspect: the plot's width by its height, as the eye sees them.
    func nearest(to position: Int, _ direction: Direction, aspect: Double) -> Int? {
        guard let origin = index(ofRow: position).map({ spots[$0] }) else { return spots.first(where: \.isShown)?.position }
        let forward = direction == .right || direction == .down
        // How far a place lies along the direction and across it, as sums of its distances to the right and up.
        let (right, up): (Double, Double) =
            switch direction {
            case .left: (-1, 0)
            case .right: (1, 0)
            case .up: (0, 1)
            case .down: (0, -1)
            }
        var best: Int?
        var nearest = Double.infinity
        for point in spots {
            let (dx, dy) = ((point.across - origin.across) * aspect, point.up - origin.up)
            let along = right * dx + up * dy
            let isSamePlace = dx == 0 && dy == 0
            if along <= 1e-9, !isSamePlace { continue }
            let across = up * dx + right * dy
            let distance = along * along + 16 * across * across
            guard distance <= nearest, point.isShown, point.position != position else { continue }
            if isSamePlace, (point.position > position) != forward { continue }
            // Of points that are equally far, forward takes the first and back the last, so that the two retrace each other.
            if forward, distance == nearest { continue }
            (nearest, best) = (distance, point.position)
        }
        return best
    }

    /// The row of the next shown point along the frontier: with more cost and quality, or with less.
    ///
    /// From a dominated point, the nearest frontier point with more cost or with less.
    func nextOnFrontier(from position: Int?, towardsMoreCost: Bool) -> Int? {
        let shown = frontier.filter { points[$0].isShown }
        guard let position, let origin = point(ofRow: position) else {
            return (towardsMoreCost ? shown.first : shown.last).map { points[$0].position }
        }
        if let place = shown.firstIndex(where: { points[$0].position == position }) {
            let next = place + (towardsMoreCost ? 1 : -1)
            return shown.indices.contains(next) ? points[shown[next]].position : nil
        }
        let next = towardsMoreCost ? shown.first { points[$0].x >= origin.x } : shown.last { points[$0].x <= origin.x }
        return next.map { points[$0].position }
    }
}
