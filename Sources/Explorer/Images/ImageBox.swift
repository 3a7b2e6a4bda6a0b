/// A rectangle of an image, in its units; y grows downwards.
struct ImageBox: Hashable, Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var centre: (x: Double, y: Double) { ((left + right) / 2, (top + bottom) / 2) }

    /// Whether both have a place in common; sides that touch are none.
    func overlaps(_ other: ImageBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    /// Whether the other lies inside.
    func contains(_ other: ImageBox) -> Bool {
        left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom
    }

    /// How far a place is from the rectangle; 0 inside.
    func distance(toX x: Double, y: Double) -> Double {
        let (across, down) = (max(left - x, x - right, 0), max(top - y, y - bottom, 0))
        return (across * across + down * down).squareRoot()
    }

    func contains(x: Double, y: Double) -> Bool { (left...right).contains(x) && (top...bottom).contains(y) }
}
