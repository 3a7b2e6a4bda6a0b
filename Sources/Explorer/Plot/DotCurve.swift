import Terminal

/// A curve through places in a rectangle: in Braille's two by four dots a cell and joined, or where the terminal has none of these, a dot a cell.
struct DotCurve {
    let area: Rect
    /// The cells with dots, each with its eight, in Unicode's order.
    private(set) var patterns: [Point: UInt8] = [:]

    /// - Parameter places: places along the curve, from left to right, in fractions of the area's width and, from its bottom, height.
    init(through places: [(across: Double, up: Double)], in area: Rect) {
        self.area = area
        guard !area.isEmpty else { return }
        var last: (column: Int, line: Int)?
        for place in places where (0...1).contains(place.across) && (0...1).contains(place.up) {
            let next = (
                column: Int(place.across * Double(area.columns * 2 - 1) + 0.5),
                line: Int((1 - place.up) * Double(area.rows * 4 - 1) + 0.5)
            )
            join(last ?? next, next)
            last = next
        }
    }

    /// Draws the curve; the glyphs adapt themselves where there is no Braille.
    func draw(_ role: Role, with pen: inout Pen) {
        let isBraille = pen.capabilities.glyphs == .braille
        for (cell, pattern) in patterns {
            let scalar = isBraille ? Unicode.Scalar(0x2800 + UInt32(pattern)) : nil
            pen.put(scalar.map { String($0) } ?? "•", role, at: cell, within: area)
        }
    }

    /// Sets the dots of a straight line, so that each touches the one before.
    private mutating func join(_ from: (column: Int, line: Int), _ to: (column: Int, line: Int)) {
        let steps = max((to.column - from.column).magnitude, (to.line - from.line).magnitude)
        for step in 0...steps {
            let part = steps == 0 ? 0 : Double(step) / Double(steps)
            set(
                column: from.column + Int((Double(to.column - from.column) * part).rounded()),
                line: from.line + Int((Double(to.line - from.line) * part).rounded()))
        }
    }

    private mutating func set(column: Int, line: Int) {
        let cell = Point(column: area.left + column / 2, row: area.top + line / 4)
        patterns[cell, default: 0] |= BrailleDot.bit(column: column % 2, line: line % 4)
    }
}
