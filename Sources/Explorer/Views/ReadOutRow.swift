import DesignSpace
import HardwareModel
import Networks
import Precision
import Terminal

/// The figures of the selected point as one row of the table under its headings.
///
/// What differs from point to point stands at a fixed place, so that the eye finds it and a terminal is sent only the digits that change.
struct ReadOutRow: Hashable, Sendable {
    let heading: TextLine
    let values: TextLine

    /// The columns in their order, each with a rank for leaving it out.
    private static let ranked: [(column: Column, rank: Int)] = [
        (.accuracy, 0), (.interval, 4), (.source, 3), (.energy, 1), (.paperEnergy, 7), (.saving, 2), (.area, 5), (.power, 6),
        (.latency, 8), (.weights, 9),
    ]

    /// The columns whose widths it depends on.
    static let columns = [.network, .precision] + ranked.map(\.column)

    private static let byRank = ranked.sorted { $0.rank < $1.rank }.map(\.column)

    init(_ row: EvaluatedPoint, in state: ExplorerState, width: Int) {
        let points = state.points
        let original = state.original(of: row)
        let isCompact = width < 100
        let precision = isCompact ? points.shortPrecisionWidth : points.widths[.precision] ?? 0
        let network = points.widths[.network] ?? 0
        var columns: [Column] = []
        var used = 2 + network + 1 + precision
        for column in Self.byRank {
            guard used + 2 + (points.widths[column] ?? 0) <= width else { break }
            columns.append(column)
            used += 2 + (points.widths[column] ?? 0)
        }
        let shown = Self.ranked.map(\.column).filter(columns.contains)
        let title = row.evaluation.network.title
        let name = title + .spaces(network - title.displayColumns)
        let ofPrecision =
            (isCompact ? row.point.shortName : row.precisionText) + (row.isExtrapolated ? PointLabel.extrapolatedMark : "")
        var heading = ""
        var values = ""
        // A sign that has no room behind the precision stands in the gap as well.
        var mark = ofPrecision.count > precision ? "" : " "
        for column in shown {
            let (title, text, width) = (column.heading, state.text(column, in: row), points.widths[column] ?? 0)
            heading += "  " + (column.isNumeric ? title.leading(to: width) : title.padded(to: width))
            values += "\(mark) " + (column.isNumeric ? text.leading(to: width) : text + .spaces(width - text.displayColumns))
            // The sign of a changed figure stands in the gap behind it, so that nothing moves aside for it.
            mark = column.isChanged(in: row, from: original) ? ExplorerState.changedMark : " "
        }
        if mark != " ", used < width { values += mark }
        let indent = 2 + network + 1 + precision + heading.prefix { $0 == " " }.count
        self.heading = TextLine([Phrase("".padded(to: indent)), Phrase(String(heading.drop { $0 == " " }), .quiet)])
        self.values = TextLine("▸ \(name) \(ofPrecision.padded(to: precision))\(values)")
    }
}

extension DesignPoint {
    /// The precision by its short name, with the radix policy where it is not the paper's.
    var shortName: String { precision.name + (radix == .layer ? "@layer" : "") }

    /// The same with the plot's sign for the policy.
    var shortestName: String { precision.name + (radix == .layer ? "@" : "") }
}
