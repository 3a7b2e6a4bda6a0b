import DesignSpace
import Precision
import Terminal

/// How wide the columns of a data set's rows are, headings included.
struct ColumnWidths: Hashable, Sendable {
    /// The widths of all columns in characters.
    let all: [Column: Int]

    /// The width of the longest short name of a precision.
    let shortPrecision: Int

    init(_ rows: [EvaluatedPoint], _ compact: CompactRows) {
        // Networks and data sets have a row for each of a few precisions.
        var known: Set<Precision> = []
        let precisions = compact.designs.filter { known.insert($0.point.precision).inserted || $0.point.radix == .layer }
        shortPrecision = precisions.reduce(9) { max($0, $1.point.shortName.count) }
        all = Dictionary(
            uniqueKeysWithValues: Column.allCases.map { column in
                // A state may become that of a run while one watches.
                let heading = column == .state ? EvaluatedPoint.State.running(1).text.count : column.heading.largestColumns
                let cells =
                    column.isNumeric
                    ? Self.width(ofNumbers: column, rows, compact) : Self.width(ofTexts: column, compact, precisions)
                return (column, max(heading, cells))
            })
    }

    /// The largest width of a column's cells, of which only the extremes and the most usual marks are looked at.
    private static func width(ofNumbers column: Column, _ rows: [EvaluatedPoint], _ compact: CompactRows) -> Int {
        guard let extremes = compact.extremes(of: column) else { return 0 }
        let mark = column == .accuracy ? 1 : 0
        return max(
            column.text(in: rows[extremes.least]).displayColumns, column.text(in: rows[extremes.most]).displayColumns) + mark
    }

    private static func width(ofTexts column: Column, _ compact: CompactRows, _ precisions: [EvaluatedPoint]) -> Int {
        let rows: [EvaluatedPoint] =
            switch column.sharing {
            case .design: column == .precision ? precisions : compact.designs
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
