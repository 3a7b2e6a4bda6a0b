/// Where labels find room beside the marks of an image: none covers a mark or another label, and lines only where there is no other way.
struct LabelRoom {
    /// A label's place.
    struct Place: Hashable {
        let box: ImageBox
        /// Where its text begins.
        let x: Double
        /// The foot of its letters.
        let baseline: Double
        /// Whether dots or lines lie beneath it.
        let coversSomething: Bool
    }

    /// What a label may cover if there is no other place.
    enum Tolerance {
        case lines
        case linesAndDots
    }

    static let fontSize = 11.0
    private static let height = 11.0

    private let bounds: ImageBox
    private let lines: [ImageBox]
    private let marks: [ImageBox]
    private var labels: [ImageBox] = []
    /// Of each square, whether a dot is in it.
    private var isDotted: Set<Int> = []
    private static let square = 4.0

    /// - Parameters:
    ///   - bounds: where labels may stand.
    ///   - marks: the middles of all marks.
    ///   - lines: the ends of horizontal and vertical lines.
    init(
        in bounds: ImageBox, marks: [(x: Double, y: Double)], lines: [((x: Double, y: Double), (x: Double, y: Double))],
        dots: [(x: Double, y: Double)]
    ) {
        self.bounds = bounds
        let reach = PointMark.reach
        self.marks = marks.map { ImageBox(left: $0.x - reach, top: $0.y - reach, right: $0.x + reach, bottom: $0.y + reach) }
        self.lines = lines.map { from, to in
            ImageBox(
                left: min(from.x, to.x) - 1, top: min(from.y, to.y) - 1, right: max(from.x, to.x) + 1,
                bottom: max(from.y, to.y) + 1)
        }
        for dot in dots { isDotted.insert(Self.number(dot.x, dot.y)) }
    }

    private static func number(_ x: Double, _ y: Double) -> Int { Int(x / square) << 20 | Int(y / square) }

    /// Keeps a place for a label beside a mark.
    ///
    /// - Parameters:
    ///   - width: of the label.
    ///   - isAbove: whether it is looked for at the upper left first, which is free beside a frontier.
    /// - Returns: its place; nil if there is no room.
    mutating func place(
        width: Double, besideX x: Double, y: Double, isAbove: Bool, tolerating tolerance: Tolerance
    ) -> Place? {
        let candidates = Self.candidates(width: width, x: x, y: y, isAbove: isAbove).filter { box in
            bounds.contains(box) && !marks.contains { $0.overlaps(box) } && !labels.contains { $0.overlaps(box) }
        }
        .filter { isNearest($0, toX: x, y: y) }
        let best =
            candidates.first { !crossesLine($0) && !coversDot($0) }
            ?? candidates.first { !coversDot($0) } ?? (tolerance == .linesAndDots ? candidates.first : nil)
        guard let best else { return nil }
        labels.append(best)
        return Place(
            box: best, x: best.left + 1, baseline: best.bottom - 2.5, coversSomething: coversDot(best) || crossesLine(best))
    }

    private static func candidates(width: Double, x: Double, y: Double, isAbove: Bool) -> [ImageBox] {
        let (near, far, half) = (PointMark.reach + 0.5, PointMark.reach - 1.5, height / 2)
        func box(_ left: Double, _ top: Double) -> ImageBox {
            ImageBox(left: left, top: top, right: left + width, bottom: top + height)
        }
        let right = box(x + near, y - half)
        let left = box(x - near - width, y - half)
        let above = box(x - width / 2, y - near - height)
        let below = box(x - width / 2, y + near)
        // Towards the corners a label may come a little nearer to a round mark.
        let upperRight = box(x + far + 2, y - near - height + 2)
        let upperLeft = box(x - far - 2 - width, y - near - height + 2)
        let lowerRight = box(x + far + 2, y + near - 2)
        let lowerLeft = box(x - far - 2 - width, y + near - 2)
        return isAbove
            ? [upperLeft, above, left, upperRight, lowerRight, right, below, lowerLeft]
            : [right, upperRight, lowerRight, left, upperLeft, lowerLeft, above, below]
    }

    /// Whether no other mark is as near to a label as its own, so that nobody takes it for the other's.
    private func isNearest(_ box: ImageBox, toX x: Double, y: Double) -> Bool {
        let own = box.distance(toX: x, y: y)
        return marks.allSatisfy { mark in
            let middle = mark.centre
            return abs(middle.x - x) + abs(middle.y - y) < 1e-9 || box.distance(toX: middle.x, y: middle.y) > own + Self.clear
        }
    }

    /// So much further than its own mark any other is from a label.
    private static let clear = 0.5

    private func crossesLine(_ box: ImageBox) -> Bool { lines.contains { $0.overlaps(box) } }

    private func coversDot(_ box: ImageBox) -> Bool {
        guard !isDotted.isEmpty else { return false }
        let (columns, rows) = (
            Int(max(0, box.left - 2) / Self.square)...Int(max(0, box.right + 2) / Self.square),
            Int(max(0, box.top - 2) / Self.square)...Int(max(0, box.bottom + 2) / Self.square)
        )
        return columns.contains { column in rows.contains { isDotted.contains(column << 20 | $0) } }
    }
}
