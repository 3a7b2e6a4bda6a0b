/// Paints one digit: a glyph, bent, slanted, turned and moved, drawn with a pen of some width, among distracting strokes, under noise.
enum DigitPainter {
    private static let extent = 28

    /// The pixels of one image, row by row.
    static func paint(_ digit: Int, difficulty: Float, random: inout RandomSource) -> [UInt8] {
        let ways = DigitGlyphs.all[digit]
        let glyph = ways[random.index(below: ways.count)]
        let place = placement(difficulty: difficulty, random: &random)
        let bend = Point(random.symmetric(0.25 + 0.5 * difficulty), random.symmetric(0.15 + 0.35 * difficulty))
        let radius = random.uniform((0.7 - 0.2 * difficulty)...(1.4 + 0.5 * difficulty))
        let wobble = 0.015 + 0.06 * difficulty
        var canvas = Canvas(height: extent, width: extent)
        for stroke in glyph {
            let moved = stroke.moved { point in
                let centred = point - Point(0.5, 0.5)
                let bent = centred + Point(bend.x * centred.y * centred.y, bend.y * centred.x * centred.x)
                return place(bent + Point(random.symmetric(wobble), random.symmetric(wobble)))
            }
            canvas.draw(moved.flattened(), radius: radius, ink: 1)
        }
        distract(&canvas, difficulty: difficulty, random: &random)
        return expose(canvas, difficulty: difficulty, random: &random)
    }

    private static func placement(difficulty: Float, random: inout RandomSource) -> AffineMap {
        let size = random.uniform((19 - 6 * difficulty)...22)
        let slack = (Float(extent) - size) / 2 * (0.3 + 0.4 * difficulty)
        let middle = Float(extent - 1) / 2
        return AffineMap(
            halfTurnTangent: random.symmetric(0.06 + 0.18 * difficulty), shear: random.symmetric(0.1 + 0.3 * difficulty),
            scale: Point(size * random.uniform((0.95 - 0.25 * difficulty)...1.1), size),
            shift: Point(middle + random.symmetric(slack), middle + random.symmetric(slack)))
    }

    /// Draws up to four short strokes that belong to no digit, paler than it.
    private static func distract(_ canvas: inout Canvas, difficulty: Float, random: inout RandomSource) {
        let count = Int(difficulty * 4 * random.unit() + 0.5)
        for _ in 0..<count {
            let start = Point(random.unit() * Float(extent), random.unit() * Float(extent))
            let end = start + Point(random.symmetric(9), random.symmetric(9))
            canvas.draw([start, end], radius: random.uniform(0.4...1), ink: random.uniform(0.3...0.9))
        }
    }

    /// Turns ink into pixels: bright on dark as in MNIST, with less contrast and more noise the harder it is to be.
    private static func expose(_ canvas: Canvas, difficulty: Float, random: inout RandomSource) -> [UInt8] {
        let contrast = random.uniform((1 - 0.7 * difficulty)...1)
        let floor = random.unit() * 0.3 * difficulty * (1 - contrast)
        let noise = 0.3 * difficulty * random.uniform(0.4...1)
        return canvas.ink.map { UInt8(brightness: floor + contrast * $0 + noise * random.nearlyNormal()) }
    }
}
