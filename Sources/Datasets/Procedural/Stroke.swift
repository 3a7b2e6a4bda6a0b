/// A line drawn without lifting the pen, given by the points it goes through.
struct Stroke {
    let points: [Point]
    let isSmooth: Bool
    let isClosed: Bool

    /// Straight from point to point.
    static func straight(_ points: (Float, Float)...) -> Stroke {
        Stroke(points: points.map { Point($0.0, $0.1) }, isSmooth: false, isClosed: false)
    }

    /// A curve through the points.
    static func curve(_ points: (Float, Float)...) -> Stroke {
        Stroke(points: points.map { Point($0.0, $0.1) }, isSmooth: true, isClosed: false)
    }

    /// A curve through the points and back to the first.
    static func loop(_ points: (Float, Float)...) -> Stroke {
        Stroke(points: points.map { Point($0.0, $0.1) }, isSmooth: true, isClosed: true)
    }

    /// The stroke with each point moved.
    func moved(_ move: (Point) -> Point) -> Stroke {
        Stroke(points: points.map(move), isSmooth: isSmooth, isClosed: isClosed)
    }

    /// The points of straight pieces that follow the stroke; a curve is a Catmull-Rom spline cut into `pieces` at each point.
    func flattened(pieces: Int = 5) -> [Point] {
        guard isSmooth, points.count > 2 else { return points }
        let count = points.count
        var path: [Point] = []
        for index in 0..<(isClosed ? count : count - 1) {
            let corners = (-1...2).map { offset in
                let position = index + offset
                return points[isClosed ? (position + count) % count : min(max(position, 0), count - 1)]
            }
            for piece in 0..<pieces {
                path.append(Self.spline(corners, at: Float(piece) / Float(pieces)))
            }
        }
        path.append(isClosed ? points[0] : points[count - 1])
        return path
    }

    /// The uniform Catmull-Rom spline between the second and the third of four points.
    private static func spline(_ corners: [Point], at t: Float) -> Point {
        let tangentAtStart = 0.5 * (corners[2] - corners[0])
        let tangentAtEnd = 0.5 * (corners[3] - corners[1])
        let (t2, t3) = (t * t, t * t * t)
        let ends = (2 * t3 - 3 * t2 + 1) * corners[1] + (3 * t2 - 2 * t3) * corners[2]
        return ends + ((t3 - 2 * t2 + t) * tangentAtStart + (t3 - t2) * tangentAtEnd)
    }
}
