import DesignSpace
import Precision

/// The rows of one data set, which of them the filter lets pass, and their order; worked out once and kept.
struct PointList: Sendable {
    /// Every row of the data set, in the study's order, with the study's mark of the frontier of energy.
    let rows: [EvaluatedPoint]

    /// The rows as numbers.
    private(set) var compact: CompactRows

    /// What the frontier is one of that `compact` holds: a study's is that of the energy of all rows.
    private var frontierOf: (cost: CostAxis, contending: PositionSet?) = (.energy, nil)

    let identities: PointIdentities

    /// Positions in `rows` that pass the filter, sorted.
    private(set) var order: [Int]

    /// Positions in `rows` that pass the filter; nil if all do.
    private(set) var shown: PositionSet?

    /// Positions in `rows` that do not fit the budget.
    private(set) var overBudget: PositionSet

    /// How many of the shown rows fit the budget.
    private(set) var fittingCount = 0

    /// The place in `order` of each row; below zero for one that is not shown.
    private var places: [Int32] = []

    /// The place in `order` of the first row of each design; below zero for a design without a shown row.
    private var firstPlaces: [Int32] = []

    /// How the rows of each precision stand, by its code; nothing where all of them are shown and fit the budget.
    private var standings: [Int: Standing] = [:]

    private var columnWidths: ColumnWidths

    /// All positions in the order that was asked for last, so that another filter need not sort them again.
    private var sorted: (sorting: Sorting, positions: [Int32])?

    /// Widths of columns in characters, headings included: those of a read-out, and once they were measured all others.
    var widths: [Column: Int] { columnWidths.known }

    /// The widths of the columns of a read-out, in the order of `ReadOutLayout.columns`.
    var readOutWidths: [Int] { columnWidths.readOut }

    /// The width of the longest short name of a precision.
    var shortPrecisionWidth: Int { columnWidths.shortPrecision }

    init(_ rows: [EvaluatedPoint]) {
        self.rows = rows
        compact = CompactRows(rows)
        identities = PointIdentities(rows, compact)
        order = Array(rows.indices)
        overBudget = PositionSet(upTo: rows.count)
        columnWidths = ColumnWidths(of: ReadOutLayout.columns, rows, compact)
        findPlaces()
    }

    /// Measures the columns that only a table has, for which a first frame need not wait.
    mutating func measureColumns() { columnWidths.measureRest(of: rows, compact) }

    /// The same with all columns measured.
    var measured: PointList {
        var list = self
        list.measureColumns()
        return list
    }

    mutating func arrange(filter: Filter?, budget: Filter? = nil, sorting: Sorting) {
        overBudget = budget.map { $0.passing(compact).complement } ?? PositionSet(upTo: rows.count)
        let passing = filter?.passing(compact)
        shown = passing.flatMap { $0.count == rows.count ? nil : $0 }
        defer { findPlaces() }
        guard let column = sorting.column else {
            sorted = nil
            order = rows.indices.filter { shown?.contains($0) ?? true }
            return
        }
        if sorted?.sorting != sorting {
            sorted = (sorting, compact.order(by: column, isDescending: sorting.isDescending))
        }
        let positions = sorted?.positions ?? []
        order = positions.compactMap { position in shown?.contains(Int(position)) ?? true ? Int(position) : nil }
    }

    /// A row with the mark of the frontier of the axes that are looked at.
    ///
    /// The mark is put on when a row is asked for: one on each row, changed with the axes, would be a copy of all of them.
    func row(at position: Int) -> EvaluatedPoint {
        var row = rows[position]
        row.isOnFrontier = compact.onFrontier.contains(position)
        return row
    }

    /// Takes over the frontier of a plot of the rows, whose axes are the ones that are looked at.
    ///
    /// - Returns: whether that is another frontier than before, so that filters and orders by it are to be worked out anew.
    mutating func markFrontier(of plot: FrontierPlot) -> Bool {
        guard frontierOf != (plot.cost, plot.contending) else { return false }
        frontierOf = (plot.cost, plot.contending)
        compact.markFrontier(plot.frontier.map { plot.points[$0].position })
        sorted = nil
        return true
    }

    /// Finds once where each row stands, so that no key and no frame has to look for it.
    private mutating func findPlaces() {
        places = [Int32](repeating: -1, count: rows.count)
        firstPlaces = [Int32](repeating: -1, count: compact.designs.count)
        for (place, position) in order.enumerated() {
            places[position] = Int32(truncatingIfNeeded: place)
            let design = Int(compact.designOfRow[position])
            if firstPlaces[design] < 0 { firstPlaces[design] = Int32(truncatingIfNeeded: place) }
        }
        let missing = overBudget.isEmpty ? 0 : order.count { overBudget.contains($0) }
        fittingCount = order.count - missing
        findStandings()
    }

    private mutating func findStandings() {
        standings.removeAll(keepingCapacity: true)
        guard shown != nil || !overBudget.isEmpty else { return }
        // Rows are many, designs and precisions few.
        var ofDesigns = [Standing](repeating: .hidden, count: compact.designs.count)
        for (position, design) in compact.designOfRow.enumerated() where places[position] >= 0 && ofDesigns[Int(design)] != .fits {
            ofDesigns[Int(design)] = overBudget.contains(position) ? .overBudget : .fits
        }
        for (design, standing) in zip(compact.designs, ofDesigns) {
            let code = design.point.precision.code
            standings[code] = min(standings[code] ?? standing, standing)
        }
    }

    /// How the best of the rows of a precision stands; as fitting for one that has none here.
    func standing(of precision: Precision) -> Standing { standings[precision.code] ?? .fits }

    /// The place of a row in `order`; nil for one that is not shown.
    func place(of position: Int?) -> Int? {
        guard let position, places.indices.contains(position), places[position] >= 0 else { return nil }
        return Int(places[position])
    }

    /// How many of the shown rows come before a row that is not shown.
    func countBefore(_ position: Int) -> Int {
        guard let sorted else { return order.prefix { $0 < position }.count }
        let before = sorted.positions.prefix { Int($0) != position }
        return before.count { shown?.contains(Int($0)) ?? true }
    }

    /// The position of the first shown row at a precision: of the network, source and radix policy of another row as far as there is one.
    func first(at precision: Precision, like row: EvaluatedPoint?) -> Int? {
        guard let row else { return first(at: precision, preferring: nil) }
        let others = RadixPolicy.allCases.filter { $0 != row.point.radix }
        let same = ([row.point.radix] + others).lazy.compactMap { radix in
            let point = DesignPoint(network: row.point.network, dataset: row.point.dataset, precision: precision, radix: radix)
            return identities.positions(of: point).first {
                rows[$0].accuracy?.source == row.accuracy?.source && place(of: $0) != nil
            }
        }
        return same.first ?? first(at: precision, preferring: row.point.network)
    }

    private func first(at precision: Precision, preferring network: String?) -> Int? {
        var (found, preferred): (Int32?, Int32?)
        for (design, place) in zip(compact.designs, firstPlaces) where place >= 0 && design.point.precision == precision {
            found = min(found ?? place, place)
            if design.point.network == network { preferred = min(preferred ?? place, place) }
        }
        return (preferred ?? found).map { order[Int($0)] }
    }

    func position(of identity: PointIdentity?) -> Int? { identity.flatMap(identities.position) }

    /// The position of a marked row; of one that had no accuracy, of the row that has come in its place.
    func successor(ofMarked identity: PointIdentity) -> Int? {
        identity.source == nil ? successor(of: identity) : position(of: identity)
    }

    /// The position of a row, or of the row that has come in its place: the same point with another source.
    func successor(of identity: PointIdentity) -> Int? {
        if let position = identities.position(of: identity) { return position }
        let same = Array(identities.positions(of: identity.point))
        return same.last { rows[$0].accuracy?.source != .published } ?? same.first
    }
}

extension PointList: Hashable {
    /// Whether both show the same rows in the same way, which everything else follows from.
    static func == (left: PointList, right: PointList) -> Bool {
        left.order == right.order && left.overBudget == right.overBudget && left.rows == right.rows
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(rows.count)
        hasher.combine(order)
    }
}

/// The order of rows: a column's, or the study's.
struct Sorting: Hashable, Sendable {
    var column: Column?
    var isDescending = false
}
