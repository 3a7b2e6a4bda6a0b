/// The ten figures of the procedural objects, as areas about the origin that reach about 1 far.
enum ObjectShapes {
    /// Whether a point is inside the figure of a class.
    static func contains(_ point: Point, in figure: Int) -> Bool {
        let (x, y) = (point.x, point.y)
        let squaredRadius = x * x + y * y
        switch figure {
        case 0: return squaredRadius < 0.72
        case 1: return max(abs(x), abs(y)) < 0.75
        case 2: return y < 0.7 && y > -0.9 && abs(x) < (y + 0.9) * 0.56
        case 3: return squaredRadius < 0.9 && squaredRadius > 0.3
        case 4: return min(abs(x), abs(y)) < 0.27 && max(abs(x), abs(y)) < 0.92
        case 5: return isInsideStar(abs(x), abs(y))
        case 6: return squaredRadius < 0.85 && (x - 0.45) * (x - 0.45) + y * y > 0.5
        case 7: return abs(x) < 0.85 && (abs(y) < 0.17 || (abs(y) > 0.51 && abs(y) < 0.85))
        case 8: return abs(y) < 0.85 && abs(x) < abs(y) * 0.9 + 0.06
        default: return max(abs(x), abs(y)) < 0.85 && (x < 0) == (y < 0)
        }
    }

    /// A star of four points: where a hyperbola would be, four straight edges bent inwards.
    private static func isInsideStar(_ x: Float, _ y: Float) -> Bool {
        let (near, far) = (min(x, y), max(x, y))
        return far + 2.6 * near < 1
    }
}
