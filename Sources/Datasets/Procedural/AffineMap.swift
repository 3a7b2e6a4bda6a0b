/// A linear map of the plane and a shift.
struct AffineMap {
    private let columns: (Point, Point)
    private let shift: Point

    /// Turns, shears and scales about the origin, and then shifts.
    ///
    /// - Parameter halfTurnTangent: the tangent of half the angle. With t it gives the cosine, (1 - t²) / (1 + t²), and the sine,
    ///   2t / (1 + t²), without a trigonometric function.
    init(halfTurnTangent t: Float, shear: Float, scale: Point, shift: Point) {
        let norm = 1 + t * t
        let cosine = (1 - t * t) / norm
        let sine = 2 * t / norm
        columns = (
            scale.x * Point(cosine, sine), scale.y * Point(shear * cosine - sine, shear * sine + cosine)
        )
        self.shift = shift
    }

    func callAsFunction(_ point: Point) -> Point { point.x * columns.0 + (point.y * columns.1 + shift) }

    /// The point that is mapped here.
    ///
    /// The scales must not be 0.
    func inverse(_ image: Point) -> Point {
        let target = image - shift
        let determinant = columns.0.x * columns.1.y - columns.1.x * columns.0.y
        return Point(
            (target.x * columns.1.y - target.y * columns.1.x) / determinant,
            (target.y * columns.0.x - target.x * columns.0.y) / determinant)
    }
}
