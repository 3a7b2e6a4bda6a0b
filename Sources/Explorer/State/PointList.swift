import DesignSpace
import Terminal

/// The rows of one data set, which of them the filter lets pass, and their order; worked out once and kept.
struct PointList: Hashable, Sendable {
    /// Every row of the data set, in the study's order.
    let rows: [EvaluatedPoint]

    let identities: [PointIdentity]

    /// Positions in `rows` that pass the filter, sorted.
    private(set) var order: [Int]

    /// Positions in `rows` that do not fit the budget.
    private(set) var overBudget: Set<Int> = []

    /// Widths of all columns in characters, heading included.
    let widths: [Column: Int]

    /// The width of the longest short name of a precision.
    let shortPrecisionWidth: Int

    private let positions: [PointIdentity: Int]

    init(_ rows: [EvaluatedPoint]) {
        self.rows = rows
        identities = PointIdentity.all(of: rows)
        positions = Dictionary(zip(identities, rows.indices)) { first, _ in first }
        order = Array(rows.indices)
        shortPrecisionWidth = rows.reduce(9) { max($0, $1.point.shortName.count) }
        widths = Dictionary(uniqueKeysWithValues: Column.allCases.map { ($0, Self.width(of: $0, in: rows)) })
    }

    mutating func arrange(filter: Filter?, budget: Filter? = nil, sorting: Sorting) {
        overBudget = budget.map { budget in Set(rows.indices.filter { !budget.passes(rows[$0]) }) } ?? []
        let passing = filter.map { filter in rows.indices.filter { filter.passes(rows[$0]) } } ?? Array(rows.indices)
        order = sorting.column.map { sorted(passing, by: $0, isDescending: sorting.isDescending) } ?? passing
    }

    /// Positions in the order of a column: equal rows in the study's order, rows without a number last either way.
    ///
    /// What is compared is read once for each row, not once for each comparison.
    private func sorted(_ positions: [Int], by column: Column, isDescending: Bool) -> [Int] {
        func sorted<Key: Comparable>(_ keys: [(key: Key, position: Int)]) -> [Int] {
            keys.sorted { left, right in
                if left.key == right.key { return left.position < right.position }
                return isDescending ? left.key > right.key : left.key < right.key
            }.map(\.position)
        }
        guard column.isNumeric else { return sorted(positions.map { (column.text(in: rows[$0]), $0) }) }
        let numbers = positions.map { (number: column.number(in: rows[$0]), position: $0) }
        let known = numbers.compactMap { entry in entry.number.map { (key: $0, position: entry.position) } }
        return sorted(known) + numbers.filter { $0.number == nil }.map(\.position)
    }

    func position(of identity: PointIdentity?) -> Int? { identity.flatMap { positions[$0] } }

    /// The position of a row, or of the row that has come in its place: the same point with another source.
    func successor(of identity: PointIdentity) -> Int? {
        if let position = positions[identity] { return position }
        let same = rows.indices.filter { identities[$0].point == identity.point }
        return same.last { rows[$0].accuracy?.source != .published } ?? same.first
    }

    /// The largest width of a column's cells; of numbers only the extremes and the most usual marks are looked at.
    private static func width(of column: Column, in rows: [EvaluatedPoint]) -> Int {
        // A state may become that of a run while one watches.
        let heading = column == .state ? EvaluatedPoint.State.running(1).text.count : column.heading.largestColumns
        guard column.isNumeric else {
            return rows.reduce(into: heading) { $0 = max($0, column.text(in: $1).displayColumns) }
        }
        var (low, high): (EvaluatedPoint?, EvaluatedPoint?) = (nil, nil)
        var (least, most) = (Double.infinity, -Double.infinity)
        for row in rows {
            guard let number = column.number(in: row) else { continue }
            if number < least { (least, low) = (number, row) }
            if number > most { (most, high) = (number, row) }
        }
        let mark = column == .accuracy ? 1 : 0
        return [low, high].compactMap { $0 }.reduce(into: heading) { $0 = max($0, column.text(in: $1).displayColumns + mark) }
    }
}

/// The order of rows: a column's, or the study's.
struct Sorting: Hashable, Sendable {
    var column: Column?
    var isDescending = false
}
