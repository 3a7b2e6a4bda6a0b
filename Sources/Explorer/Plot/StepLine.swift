import DesignSpace
import Terminal

/// The cells of a line of horizontal and vertical strokes, each with the neighbours it joins.
struct StepLine: Hashable, Sendable {
    /// The sides on which a cell's line goes on.
    struct Sides: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        static let left = Sides(rawValue: 1)
        static let right = Sides(rawValue: 2)
        static let up = Sides(rawValue: 4)
        static let down = Sides(rawValue: 8)
    }

    /// How a line is drawn.
    enum Stroke: Hashable, Sendable {
        /// Two strokes side by side.
        case double
        /// One stroke.
        case light
        /// One stroke, with a gap in every other column.
        case dashed
    }

    private let area: Rect
    /// The sides of every cell of the area, row by row, and the numbers of those that have any.
    private var sides: [Sides]
    private var touched: [Int] = []

    init(in area: Rect) {
        self.area = area
        sides = Array(repeating: [], count: area.size.area)
    }

    /// The cells that the line goes through, in the order in which it was drawn.
    var cells: [(cell: Point, sides: Sides)] {
        touched.map { number in
            let (row, column) = number.quotientAndRemainder(dividingBy: area.columns)
            return (Point(column: area.left + column, row: area.top + row), sides[number])
        }
    }

    /// Whether the line goes through a cell.
    func contains(_ cell: Point) -> Bool {
        area.contains(cell) && !sides[(cell.row - area.top) * area.columns + cell.column - area.left].isEmpty
    }

    /// Draws along a row; the parts outside the area are left out.
    mutating func strokeRow(_ row: Int, from first: Int, to last: Int) {
        let (low, high) = (min(first, last), max(first, last))
        guard area.rowRange.contains(row), low < high, low < area.right, high >= area.left else { return }
        for column in max(low, area.left)...min(high, area.right - 1) {
            if column > low { join(column, row, .left) }
            if column < high { join(column, row, .right) }
        }
    }

    /// Draws along a column; the parts outside the area are left out.
    mutating func strokeColumn(_ column: Int, from first: Int, to last: Int) {
        let (low, high) = (min(first, last), max(first, last))
        guard area.columnRange.contains(column), low < high, low < area.bottom, high >= area.top else { return }
        for row in max(low, area.top)...min(high, area.bottom - 1) {
            if row > low { join(column, row, .up) }
            if row < high { join(column, row, .down) }
        }
    }

    private mutating func join(_ column: Int, _ row: Int, _ side: Sides) {
        guard area.contains(Point(column: column, row: row)) else { return }
        let number = (row - area.top) * area.columns + column - area.left
        if sides[number].isEmpty { touched.append(number) }
        sides[number].insert(side)
    }
}

extension StepLine.Sides {
    /// The box-drawing character that joins these sides.
    func boxCharacter(_ stroke: StepLine.Stroke) -> Character {
        let isDouble = stroke == .double
        return switch self {
        case [.left, .right], [.left], [.right]: isDouble ? "═" : "─"
        case [.up, .down], [.up], [.down]: isDouble ? "║" : "│"
        case [.right, .down]: isDouble ? "╔" : "┌"
        case [.left, .down]: isDouble ? "╗" : "┐"
        case [.right, .up]: isDouble ? "╚" : "└"
        case [.left, .up]: isDouble ? "╝" : "┘"
        case [.left, .right, .up]: isDouble ? "╩" : "┴"
        case [.left, .right, .down]: isDouble ? "╦" : "┬"
        case [.up, .down, .left]: isDouble ? "╣" : "┤"
        case [.up, .down, .right]: isDouble ? "╠" : "├"
        default: isDouble ? "╬" : "┼"
        }
    }

    /// The nearest ASCII character; corners are dots and apostrophes, because a plus sign is a point of ALEX+.
    func asciiCharacter(_ stroke: StepLine.Stroke) -> Character {
        switch self {
        case [.left, .right], [.left], [.right]: stroke == .double ? "=" : "-"
        case [.up, .down], [.up], [.down]: stroke == .double ? "|" : ":"
        case [.right, .down], [.left, .down], [.left, .right, .down]: "."
        case [.right, .up], [.left, .up], [.left, .right, .up]: "'"
        default: stroke == .double ? "|" : ":"
        }
    }
}
