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

    /// The first of the points that were found in a cell.
    private struct Found {
        var index: Int
        var priority: Int
        var count = 1
        var dots: UInt8

        mutating func join(_ other: Found) {
            if other.priority < priority { (index, priority) = (other.index, other.priority) }
            count += other.count
            dots |= other.dots
        }
    }

    /// Beyond so many places, or with fewer cells for each, only the selected, the marked and the frontier points have labels.
    private static let mostLabels = 60
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
        _ points: [PlottedPoint], in layout: PlotLayout, priority: (PlottedPoint) -> Int, suffix: (PlottedPoint) -> String
    ) {
        let area = layout.data
        let found = Self.found(points, in: layout, priority: priority)
        let taken = found.indices.filter { found[$0] != nil }
        func cell(_ place: Int) -> Point {
            Point(column: area.left + place % area.columns, row: area.top + place / area.columns)
        }
        let isCrowded = taken.count > Self.mostLabels
        let places = taken.compactMap { place in found[place].map { (place: place, found: $0) } }
        crowd = isCrowded ? places.map { Dots(cell: cell($0.place), count: $0.found.count, pattern: $0.found.dots) } : []
        groups = places.filter { !isCrowded || $0.found.priority < Self.ordinary }
            .sorted { ($0.found.priority, $0.found.index) < ($1.found.priority, $1.found.index) }
            .map { Group(cell: cell($0.place), top: points[$0.found.index], count: $0.found.count) }
        addLabels(in: area, taken: found.map { $0 != nil }, places: taken.count, priority: priority, suffix: suffix)
    }

    /// What stands in each cell of the data's rectangle, row by row.
    private static func found(
        _ points: [PlottedPoint], in layout: PlotLayout, priority: (PlottedPoint) -> Int
    ) -> [Found?] {
        let area = layout.data
        var found = [Found?](repeating: nil, count: area.size.area)
        var placer = PointPlacer(layout)
        for index in points.indices where points[index].isShown {
            guard let place = placer.place(x: points[index].x, y: points[index].y) else { continue }
            let own = Found(index: index, priority: priority(points[index]), dots: place.dot)
            if found[place.number] == nil { found[place.number] = own } else { found[place.number]?.join(own) }
        }
        return found
    }

    private mutating func addLabels(
        in area: Rect, taken: [Bool], places: Int, priority: (PlottedPoint) -> Int, suffix: (PlottedPoint) -> String
    ) {
        var taken = taken
        let limit = Self.lastLabelled(places: places, cells: area.size.area)
        for index in groups.indices {
            // By rising priority, so that the rest has none either.
            if priority(groups[index].top) > limit { break }
            let group = groups[index]
            let text = group.top.label + (group.count > 1 ? "(\(group.count))" : "") + suffix(group.top)
            guard let column = Self.room(for: text, beside: group.cell, in: area, taken: taken) else { continue }
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

    /// The column right of the cell or left of it, where a text covers nothing and a space stays before its neighbour.
    private static func room(for text: String, beside cell: Point, in area: Rect, taken: [Bool]) -> Int? {
        let length = text.count
        let right = cell.column + 1
        let isFree: (Range<Int>) -> Bool = { columns in
            columns.clamped(to: area.columnRange).allSatisfy { !taken[(cell.row - area.top) * area.columns + $0 - area.left] }
        }
        if right + length <= area.right, isFree(right..<(right + length + 1)) { return right }
        // Left of the letter only where no other letter follows it, to which the label could seem to belong.
        let left = cell.column - length
        return left >= area.left && isFree((left - 1)..<cell.column) && isFree(right..<(right + 1)) ? left : nil
    }
}
