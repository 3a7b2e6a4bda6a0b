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
        fileprivate(set) var count: Int
        /// How important it is; the smaller the number, the more.
        let priority: Int
        /// Its label; nil where there is no room.
        fileprivate(set) var label: Label?

        /// How many points are there, as a label has it.
        fileprivate var counted: String { count > 1 ? "(\(count))" : "" }
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

    /// The number of a place's points where it stands for the letter, because no label has room to say it; 9 for more. In a crowd the cloud
    /// says it, and the selected point, whose cell the cursor is on, keeps its letter.
    func letter(of group: Group) -> Character? {
        guard !isCrowded, group.label == nil, group.count > 1, group.priority > 0 else { return nil }
        return Character("\(min(group.count, 9))")
    }

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
        let (occupancies, numbers) = (placed.occupancies, placed.numbers)
        // There are thousands of cells, and few that something important is in.
        var promoted: [Int: PlacedPoints.Occupancy] = [:]
        promoted.reserveCapacity(important.count)
        for (index, priority) in important where numbers[index] >= 0 {
            let number = Int(numbers[index])
            promoted[number, default: occupancies[number]].promote(index, to: priority)
        }
        crowd = placed.crowd
        let isCrowded = !crowd.isEmpty
        groups = (isCrowded ? Array(promoted.keys) : placed.taken)
            .map { (number: $0, found: promoted[$0] ?? occupancies[$0]) }
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
        var absorbed: Set<Int> = []
        for index in groups.indices where !absorbed.contains(index) {
            // In a crowd most have no name, and nothing in its place.
            if isCrowded, groups[index].priority > limit { continue }
            var group = groups[index]
            if group.priority <= limit {
                let suffix = suffix(group.top)
                group.label = Self.label(of: group, suffix, in: area, taken: taken)
                if group.label == nil, group.priority < Self.ordinary, !isCrowded {
                    absorbed.formUnion(absorb(into: &group, suffix, in: area, taken: taken))
                }
                if group.label == nil, group.priority < Self.ordinary, !isCrowded || group.priority == 0 {
                    group.label = Self.label(of: group, suffix, in: area, taken: taken, room: Self.tightRoom)
                }
            }
            // Where there is no room for a name there may be some for what a letter alone would hide.
            if group.label == nil, !isCrowded, limit >= Self.ordinary - 1 {
                let rest = group.top.mark + group.counted
                group.label = rest.isEmpty ? nil : Self.label(rest, beside: group.cell, in: area, taken: taken, room: Self.room)
            }
            groups[index] = group
            guard let label = group.label else { continue }
            let start = (group.cell.row - area.top) * area.columns + label.column - area.left
            for place in start..<(start + label.text.count) { taken[place] = true }
        }
        groups = groups.indices.filter { !absorbed.contains($0) }.map { groups[$0] }
    }

    /// The whole label of a point; nil where it has no room.
    private static func label(
        of group: Group, _ suffix: String, in area: Rect, taken: [Bool], room: (String, Point, Rect, [Bool]) -> Int? = room
    ) -> Label? {
        label(group.top.label + group.counted + suffix, beside: group.cell, in: area, taken: taken, room: room)
    }

    private static func label(
        _ text: String, beside cell: Point, in area: Rect, taken: [Bool], room: (String, Point, Rect, [Bool]) -> Int?
    ) -> Label? {
        room(text, cell, area, taken).map { Label(text: text, column: $0) }
    }

    /// The most columns between a point of the frontier and an ordinary one that its label may cover, and counts.
    private static let nearest = 2

    /// Gives a point of the frontier its label in the place of ordinary points that touch it, which are counted as at one place with it.
    ///
    /// - Returns: the positions in `groups` of the points that are covered; empty if there is no room like that either.
    private func absorb(into group: inout Group, _ suffix: String, in area: Rect, taken: [Bool]) -> [Int] {
        let cell = group.cell
        let neighbours = groups.indices.filter { index in
            let other = groups[index]
            return other.priority >= Self.ordinary && other.cell.row == cell.row
                && (-1...Self.nearest).contains(other.cell.column - cell.column)
        }
        guard !neighbours.isEmpty else { return [] }
        var others = taken
        for index in neighbours {
            others[(cell.row - area.top) * area.columns + groups[index].cell.column - area.left] = false
        }
        var whole = group
        whole.count += neighbours.reduce(0) { $0 + groups[$1].count }
        guard let label = Self.label(of: whole, suffix, in: area, taken: others), label.column > cell.column else { return [] }
        whole.label = label
        group = whole
        return neighbours
    }

    /// The priority of a point that is neither selected (0) nor marked (1) nor on the frontier (2).
    static let ordinary = 3

    /// The last priority with labels where it is so crowded.
    private static func lastLabelled(places: Int, cells: Int) -> Int {
        if cells < places * tightestCells { return ordinary - 2 }
        return places > mostLabels || cells < places * fewestCells ? ordinary - 1 : ordinary
    }

    /// The same without empty cells around it: for points that must not go without a name.
    private static func tightRoom(for text: String, beside cell: Point, in area: Rect, taken: [Bool]) -> Int? {
        let right = cell.column + 1
        guard right + text.count <= area.right else { return nil }
        let isFree = (right..<(right + text.count)).allSatisfy { !taken[(cell.row - area.top) * area.columns + $0 - area.left] }
        return isFree ? right : nil
    }

    /// The column right of the cell, where a text covers nothing and an empty cell stays between letter and text on one hand and whatever
    /// else stands in the line on the other, so that no two of them read as one. Left of its letter nobody would read it as its name.
    private static func room(for text: String, beside cell: Point, in area: Rect, taken: [Bool]) -> Int? {
        let (right, length) = (cell.column + 1, text.count)
        let isFree: (Range<Int>) -> Bool = { columns in
            columns.clamped(to: area.columnRange).allSatisfy { !taken[(cell.row - area.top) * area.columns + $0 - area.left] }
        }
        guard right + length <= area.right, isFree((cell.column - 1)..<cell.column), isFree(right..<(right + length + 1)) else {
            return nil
        }
        return right
    }
}
