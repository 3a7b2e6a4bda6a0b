import DesignSpace
import Terminal

/// Which character stands for which points, and where labels find room.
struct PointPlacement: Hashable, Sendable {
    /// The points of one cell.
    struct Group: Hashable, Sendable {
        /// The cell.
        let cell: Point
        /// The point whose letter is shown.
        let top: PlottedPoint
        /// How many points are there.
        let count: Int
        /// How important it is; the smaller the number, the more.
        let priority: Int
        /// Its label; nil where there is no room.
        var label: Label?
    }

    /// The points of one cell of a crowd.
    struct Dots: Hashable, Sendable {
        /// The cell.
        let cell: Point
        /// How many points are there.
        let count: Int
        /// Where they are within the cell, as the dots of a Braille pattern.
        let pattern: UInt8
    }

    /// A text and the column where it begins.
    struct Label: Hashable, Sendable {
        let text: String
        let column: Int
    }

    /// Beyond so many places, or with fewer cells for each, only the selected, the marked and the frontier points have labels.
    static let mostLabels = 60
    private static let fewestCells = 40

    /// With fewer cells than this for each place only the selected and the marked points have labels.
    private static let tightestCells = 16

    /// The points with letters, the important ones first: in a crowd those that are selected, marked or on the frontier, else all.
    private(set) var groups: [Group]

    /// All points of a crowd, from the top left; empty where each has its letter.
    let crowd: [Dots]

    /// Whether there are more places than can have labels.
    var isCrowded: Bool { !crowd.isEmpty }

    /// Places points and labels, the important ones first; points that the filter hides have no place.
    ///
    /// - Parameters:
    ///   - priority: of two points, that of the smaller number is shown and labelled first.
    ///   - suffix: what stands behind a point's label.
    init(
        _ points: [PlottedPoint], in layout: PlotLayout, priority: (PlotSpot) -> Int, suffix: (PlottedPoint) -> String
    ) {
        let important = layout.spots.indices.map { (index: $0, priority: priority(layout.spots[$0])) }
        self.init(points, as: PlacedPoints(in: layout), important: important, suffix: suffix)
    }

    /// Places the important ones of points whose cells are known, and labels.
    ///
    /// - Parameters:
    ///   - important: positions in `points` of those that are not ordinary, each with its priority; one may be named twice.
    ///   - suffix: what stands behind a point's label.
    init(
        _ points: [PlottedPoint], as placed: PlacedPoints, important: [(index: Int, priority: Int)],
        suffix: (PlottedPoint) -> String
    ) {
        let area = placed.layout.data
        var found = placed.occupancies
        for (index, priority) in important where placed.numbers[index] >= 0 {
            found[Int(placed.numbers[index])].promote(index, to: priority)
        }
        crowd = placed.crowd
        let isCrowded = !crowd.isEmpty
        // In a crowd there are far fewer important points than places.
        let numbers = isCrowded ? Array(Set(important.map { Int(placed.numbers[$0.index]) }.filter { $0 >= 0 })) : placed.taken
        groups = numbers.map { (number: $0, found: found[$0]) }
            .filter { !isCrowded || $0.found.priority < Self.ordinary }
            .sorted { ($0.found.priority, $0.found.index) < ($1.found.priority, $1.found.index) }
            .map { entry in
                let (row, column) = entry.number.quotientAndRemainder(dividingBy: area.columns)
                return Group(
                    cell: Point(column: area.left + column, row: area.top + row), top: points[Int(entry.found.index)],
                    count: Int(entry.found.count), priority: Int(entry.found.priority))
            }
        addLabels(in: area, taken: placed.isTaken, places: placed.taken.count, suffix: suffix)
    }

    private mutating func addLabels(
        in area: Rect, taken: [Bool], places: Int, suffix: (PlottedPoint) -> String
    ) {
        var taken = taken
        let limit = Self.lastLabelled(places: places, cells: area.size.area)
        for index in groups.indices {
            // By rising priority, so that the rest has none either.
            if groups[index].priority > limit { break }
            let group = groups[index]
            let text = group.top.label + (group.count > 1 ? "(\(group.count))" : "") + suffix(group.top)
            let room = Self.room(for: text, beside: group.cell, in: area, taken: taken)
            let tight = group.priority == 0 ? Self.tightRoom(for: text, beside: group.cell, in: area, taken: taken) : nil
            guard let column = room ?? tight else { continue }
            groups[index].label = Label(text: text, column: column)
            let start = (group.cell.row - area.top) * area.columns + column - area.left
            for place in start..<(start + text.count) { taken[place] = true }
        }
    }

    /// The priority of a point that is neither selected (0) nor marked (1) nor on the frontier (2).
    static let ordinary = 3

    /// The last priority with labels where it is so crowded.
    private static func lastLabelled(places: Int, cells: Int) -> Int {
        if cells < places * tightestCells { return ordinary - 2 }
        return places > mostLabels || cells < places * fewestCells ? ordinary - 1 : ordinary
    }

    /// The same without empty cells around it: for the selected point, which is told from its neighbours by being in reverse.
    private static func tightRoom(for text: String, beside cell: Point, in area: Rect, taken: [Bool]) -> Int? {
        let (left, right) = (cell.column - text.count, cell.column + 1)
        let isFree: (Range<Int>) -> Bool = { columns in
            columns.allSatisfy { !taken[(cell.row - area.top) * area.columns + $0 - area.left] }
        }
        if right + text.count <= area.right, isFree(right..<(right + text.count)) { return right }
        return left >= area.left && isFree(left..<cell.column) ? left : nil
    }

    /// The column right of the cell or left of it, where a text covers nothing and an empty cell stays between letter and text on one
    /// hand and whatever else stands in the line on the other, so that no two of them read as one.
    private static func room(for text: String, beside cell: Point, in area: Rect, taken: [Bool]) -> Int? {
        let length = text.count
        let right = cell.column + 1
        let isFree: (Range<Int>) -> Bool = { columns in
            columns.clamped(to: area.columnRange).allSatisfy { !taken[(cell.row - area.top) * area.columns + $0 - area.left] }
        }
        if right + length <= area.right, isFree((cell.column - 1)..<cell.column), isFree(right..<(right + length + 1)) {
            return right
        }
        // Left of the letter only where no other letter follows it, to which the label could seem to belong.
        let left = cell.column - length
        return left >= area.left && isFree((left - 1)..<cell.column) && isFree(right..<(right + 1)) ? left : nil
    }
}
