/// A grid of ink, 0 to 1, that strokes are drawn on with soft edges.
struct Canvas {
    let height: Int
    let width: Int

    /// The ink, row by row.
    private(set) var ink: [Float]

    init(height: Int, width: Int) {
        self.height = height
        self.width = width
        ink = [Float](repeating: 0, count: height * width)
    }

    /// Draws straight pieces from point to point, in pixels; where lines cross the darker ink stays.
    mutating func draw(_ path: [Point], radius: Float, ink darkness: Float) {
        for (start, end) in zip(path, path.dropFirst()) {
            draw(from: start, to: end, radius: radius, ink: darkness)
        }
    }

    private mutating func draw(from start: Point, to end: Point, radius: Float, ink darkness: Float) {
        // Half a pixel more than the pen: the width of its soft edge.
        let reach = radius + 0.5
        let rows = Self.covered(min(start.y, end.y) - reach, max(start.y, end.y) + reach, of: height)
        let columns = Self.covered(min(start.x, end.x) - reach, max(start.x, end.x) + reach, of: width)
        let direction = end - start
        let squaredLength = max(direction.x * direction.x + direction.y * direction.y, 1e-6)
        for row in rows {
            for column in columns {
                let offset = Point(Float(column), Float(row)) - start
                let along = min(max((offset.x * direction.x + offset.y * direction.y) / squaredLength, 0), 1)
                let (x, y) = (offset.x - along * direction.x, offset.y - along * direction.y)
                let distance = (x * x + y * y).squareRoot()
                guard distance < reach else { continue }
                let coverage = min(reach - distance, 1) * darkness
                if coverage > ink[row * width + column] { ink[row * width + column] = coverage }
            }
        }
    }

    /// The pixels between two coordinates that lie on the canvas.
    private static func covered(_ low: Float, _ high: Float, of extent: Int) -> Range<Int> {
        let last = Float(extent)
        let start = Int(min(max(low.rounded(.up), 0), last))
        return start..<max(start, Int(min(max(high.rounded(.down) + 1, 0), last)))
    }
}

extension UInt8 {
    /// The pixel value of a brightness of 0 to 1; what is beyond is cut off.
    init(brightness: Float) {
        self = UInt8(Swift.min(Swift.max(brightness, 0), 1) * 255 + 0.5)
    }
}
