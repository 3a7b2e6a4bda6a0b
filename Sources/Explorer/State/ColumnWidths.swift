import DesignSpace
import Precision
import Terminal

/// How wide the columns of a data set's rows are, headings included.
struct ColumnWidths: Hashable, Sendable {
    /// The widths of the columns that were measured, in characters.
    private(set) var known: [Column: Int] = [:]

    /// Those of the columns below the plot, in their order, since each key asks for them.
    private(set) var readOut: [Int] = []

    /// The width of the longest short name of a precision.
    let shortPrecision: Int

    /// One row of those of the precisions whose names are as long as each other's.
    private let precisions: [EvaluatedPoint]

    /// One row of those of a network that stand side by side.
    private let networks: [EvaluatedPoint]

    /// Measures some columns.
    init(of columns: [Column], _ rows: [EvaluatedPoint], _ compact: CompactRows) {
        var shapes: Set<Int> = []
        var last: Int?
        precisions = compact.designs.filter { row in
            let shape = row.point.precision.nameShape << 1 | (row.point.radix == .layer ? 1 : 0)
            defer { last = shape }
            return shape != last && shapes.insert(shape).inserted
        }
        var network = ""
        networks = compact.designs.filter { row in
            defer { network = row.point.network }
            return row.point.network != network
        }
        shortPrecision = precisions.reduce(9) { max($0, $1.point.shortName.count) }
        for column in columns { known[column] = width(of: column, rows, compact) }
        readOut = columns.map { known[$0] ?? 0 }
    }

    /// Measures the columns that were not.
    mutating func measureRest(of rows: [EvaluatedPoint], _ compact: CompactRows) {
        guard known.count < Column.allCases.count else { return }
        for column in Column.allCases where known[column] == nil { known[column] = width(of: column, rows, compact) }
    }

    private func width(of column: Column, _ rows: [EvaluatedPoint], _ compact: CompactRows) -> Int {
        // A state may become that of a run while one watches.
        let heading = column == .state ? EvaluatedPoint.State.running(1).text.count : column.heading.largestColumns
        let cells =
            column.isNumeric ? Self.width(ofNumbers: column, rows, compact) : width(ofTexts: column, compact)
        return max(heading, cells)
    }

    /// The largest width of a column's cells, of which only the extremes and the most usual marks are looked at.
    private static func width(ofNumbers column: Column, _ rows: [EvaluatedPoint], _ compact: CompactRows) -> Int {
        guard let extremes = compact.extremes(of: column) else { return 0 }
        let mark = column == .accuracy ? 1 : 0
        return max(
            column.text(in: rows[extremes.least]).displayColumns, column.text(in: rows[extremes.most]).displayColumns) + mark
    }

    private func width(ofTexts column: Column, _ compact: CompactRows) -> Int {
        let rows: [EvaluatedPoint] =
            switch column.sharing {
            case .design: column == .precision ? precisions : column == .network ? networks : compact.designs
            case .evidence: compact.evidences
            case .none: []
            }
        var last: String?
        return rows.reduce(0) { widest, row in
            let text = column.text(in: row)
            if text == last { return widest }
            last = text
            return max(widest, text.displayColumns)
        }
    }
}
