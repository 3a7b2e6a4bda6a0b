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
        /// Where they are within the cell, as the dots of a Braille pattern.
        let dots: UInt8
        /// Its label; nil where there is no room.
        var label: Label?
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
        var count: Int
        var dots: UInt8

        func joined(by other: Found) -> Found {
            var joined = other.priority < priority ? other : self
            joined.count = count + other.count
            joined.dots = dots | other.dots
            return joined
        }
    }

    /// Beyond so many places, or with fewer cells for each, only the selected, the marked and the frontier points have labels.
    private static let mostLabels = 60
    private static let fewestCells = 40

    /// With fewer cells than this for each place only the selected and the marked points have labels.
    private static let tightestCells = 16

    private(set) var groups: [Group] = []

    /// Whether there are more places than can have labels.
    var isCrowded: Bool { groups.count > Self.mostLabels }

    /// Places points and labels, the important ones first.
    ///
    /// - Parameters:
    ///   - priority: of two points, that of the smaller number is shown and labelled first.
    ///   - suffix: what stands behind a point's label.
    init(
        _ points: [PlottedPoint], in layout: PlotLayout, priority: (PlottedPoint) -> Int, suffix: (PlottedPoint) -> String
    ) {
        let area = layout.data
        var found = [Found?](repeating: nil, count: area.size.area)
        for (index, point) in points.enumerated() {
            guard let column = layout.column(of: point.x), let row = layout.row(of: point.y) else { continue }
            guard area.columnRange.contains(column), area.rowRange.contains(row) else { continue }
            let place = (row - area.top) * area.columns + column - area.left
            let own = Found(index: index, priority: priority(point), count: 1, dots: layout.dot(x: point.x, y: point.y))
            found[place] = found[place]?.joined(by: own) ?? own
        }
        var taken = found.map { $0 != nil }
        let places = found.indices.filter { taken[$0] }.compactMap { place in found[place].map { (place: place, found: $0) } }
        let ordered = places.sorted { ($0.found.priority, $0.found.index) < ($1.found.priority, $1.found.index) }
        groups = ordered.map { entry in
            let cell = Point(column: area.left + entry.place % area.columns, row: area.top + entry.place / area.columns)
            return Group(cell: cell, top: points[entry.found.index], count: entry.found.count, dots: entry.found.dots)
        }
        let limit = Self.lastLabelled(places: groups.count, cells: layout.data.size.area)
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
