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
        var best: (distance: Double, position: Int)?
        for point in spots where point.isShown && point.position != position {
            let dx = (point.across - origin.across) * aspect
            let dy = point.up - origin.up
            let (along, across) =
                switch direction {
                case .left: (-dx, dy)
                case .right: (dx, dy)
                case .up: (dy, dx)
                case .down: (-dy, dx)
                }
            if dx == 0, dy == 0 {
                guard (point.position > position) == forward else { continue }
            } else if along <= 1e-9 {
                continue
            }
            let distance = along * along + 16 * across * across
            // Of points that are equally far, forward takes the first and back the last, so that the two retrace each other.
            if let found = best, forward ? found.distance <= distance : found.distance < distance { continue }
            best = (distance, point.position)
        }
        return best?.position
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
