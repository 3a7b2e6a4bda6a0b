/// A place on an image or in the unit square a figure is drawn in; x to the right, y down.
struct Point {
    var x: Float
    var y: Float

    init(_ x: Float, _ y: Float) {
        self.x = x
        self.y = y
    }

    static func + (left: Point, right: Point) -> Point { Point(left.x + right.x, left.y + right.y) }
    static func - (left: Point, right: Point) -> Point { Point(left.x - right.x, left.y - right.y) }
    static func * (factor: Float, point: Point) -> Point { Point(factor * point.x, factor * point.y) }
}
