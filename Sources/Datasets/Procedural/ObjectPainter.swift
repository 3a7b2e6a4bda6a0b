/// Paints one object: a coloured figure, turned, stretched and moved, before a shaded background with spots, under noise.
enum ObjectPainter {
    private static let extent = 32

    private struct Colour {
        var parts: (Float, Float, Float)

        init(_ random: inout RandomSource) {
            parts = (random.unit(), random.unit(), random.unit())
        }

        subscript(_ channel: Int) -> Float { channel == 0 ? parts.0 : channel == 1 ? parts.1 : parts.2 }

        func distance(to other: Colour) -> Float {
            abs(parts.0 - other.parts.0) + abs(parts.1 - other.parts.1) + abs(parts.2 - other.parts.2)
        }
    }

    /// The pixels of one image: red, green and blue, each row by row.
    static func paint(_ figure: Int, difficulty: Float, random: inout RandomSource) -> [UInt8] {
        let back = (Colour(&random), Colour(&random))
        var front = Colour(&random)
        // A figure of nearly its background's colour could not be seen; the harder, the nearer it may come.
        let needed = 0.72 - 0.48 * difficulty
        for _ in 0..<50 where min(front.distance(to: back.0), front.distance(to: back.1)) < needed { front = Colour(&random) }
        let cover = coverage(of: figure, difficulty: difficulty, random: &random)
        let spots = spots(difficulty: difficulty, random: &random)
        let spotColour = Colour(&random)
        let slope = Point(random.symmetric(1), random.symmetric(1))
        let noise = 0.2 * difficulty * random.uniform(0.4...1)
        var pixels: [UInt8] = []
        pixels.reserveCapacity(3 * extent * extent)
        for channel in 0..<3 {
            for index in 0..<extent * extent {
                let (row, column) = (Float(index / extent) / Float(extent), Float(index % extent) / Float(extent))
                let mix = min(max(0.5 + slope.x * (column - 0.5) + slope.y * (row - 0.5), 0), 1)
                var value = back.0[channel] * (1 - mix) + back.1[channel] * mix
                value += cover[index] * (front[channel] - value)
                value += spots[index] * (spotColour[channel] - value)
                pixels.append(UInt8(brightness: value + noise * random.nearlyNormal()))
            }
        }
        return pixels
    }

    /// How much of each pixel the figure covers, from four points within it.
    private static func coverage(of figure: Int, difficulty: Float, random: inout RandomSource) -> [Float] {
        let size = random.uniform((10 - 4 * difficulty)...13)
        let slack = (Float(extent) / 2 - size) * (0.4 + 0.5 * difficulty)
        let middle = Float(extent - 1) / 2
        let place = AffineMap(
            halfTurnTangent: random.symmetric(0.05 + 0.25 * difficulty), shear: random.symmetric(0.3 * difficulty),
            scale: Point(size * random.uniform((1 - 0.3 * difficulty)...1), size),
            shift: Point(middle + random.symmetric(slack), middle + random.symmetric(slack)))
        return (0..<extent * extent).map { index in
            let centre = Point(Float(index % extent), Float(index / extent))
            var inside: Float = 0
            for offset in [Point(-0.25, -0.25), Point(0.25, -0.25), Point(-0.25, 0.25), Point(0.25, 0.25)]
            where ObjectShapes.contains(place.inverse(centre + offset), in: figure) {
                inside += 0.25
            }
            return inside
        }
    }

    /// Strokes over the figure and its background that belong to no class.
    private static func spots(difficulty: Float, random: inout RandomSource) -> [Float] {
        var canvas = Canvas(height: extent, width: extent)
        for _ in 0..<Int(difficulty * 6 * random.unit() + 0.5) {
            let start = Point(random.unit() * Float(extent), random.unit() * Float(extent))
            let end = start + Point(random.symmetric(8), random.symmetric(8))
            canvas.draw([start, end], radius: random.uniform(0.5...1.5), ink: random.uniform(0.4...1))
        }
        return canvas.ink
    }
}
