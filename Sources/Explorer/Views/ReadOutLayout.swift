import DesignSpace
import HardwareModel
import Networks
import Precision
import Terminal

/// Which figures of the selected point there is room for below the plot, and where each stands.
///
/// What differs from point to point stands at a fixed place, so that the eye finds it and a terminal is sent only the digits that change.
struct ReadOutLayout: Hashable, Sendable {
    /// The columns in their order, each with a rank for leaving it out.
    private static let ranked: [(column: Column, rank: Int)] = [
        (.accuracy, 0), (.interval, 4), (.source, 3), (.energy, 1), (.paperEnergy, 7), (.saving, 2), (.area, 5), (.power, 6),
        (.latency, 8), (.weights, 9),
    ]

    /// The columns whose widths it depends on, in the order of `ColumnWidths.readOut`.
    static let columns = [.network, .precision] + ranked.map(\.column)

    private static let placesByRank = ranked.indices.sorted { ranked[$0].rank < ranked[$1].rank }

    /// A column and how wide it is.
    struct Placed: Hashable, Sendable {
        let column: Column
        let width: Int
    }

    /// The columns behind the name.
    let columns: [Placed]
    let network: Int
    let precision: Int
    /// Whether precisions go by their short names.
    let isCompact: Bool
    /// The columns that all of it takes.
    let used: Int

    init(_ points: PointList, width: Int) {
        let widths = points.readOutWidths
        isCompact = width < 100
        network = widths[0]
        precision = isCompact ? points.shortPrecisionWidth : widths[1]
        var used = 2 + network + 1 + precision
        var shown = [Bool](repeating: false, count: Self.ranked.count)
        for place in Self.placesByRank {
            guard used + 2 + widths[place + 2] <= width else { break }
            shown[place] = true
            used += 2 + widths[place + 2]
        }
        columns = shown.indices.filter { shown[$0] }.map { Placed(column: Self.ranked[$0].column, width: widths[$0 + 2]) }
        self.used = used
    }

    /// The headings.
    var heading: TextLine {
        let heading = columns.reduce(into: "") { line, placed in
            let title = placed.column.heading
            line += "  " + (placed.column.isNumeric ? title.leading(to: placed.width) : title.padded(to: placed.width))
        }
        let indent = 2 + network + 1 + precision + heading.prefix { $0 == " " }.count
        return TextLine([Phrase("".padded(to: indent)), Phrase(String(heading.drop { $0 == " " }), .quiet)])
    }

    /// The figures of a row under their headings.
    func values(of row: EvaluatedPoint, in state: ExplorerState, width: Int) -> TextLine {
        let original = state.original(of: row)
        let title = row.evaluation.network.title
        let ofPrecision =
            (isCompact ? row.point.shortName : row.precisionText) + (row.isExtrapolated ? PointLabel.extrapolatedMark : "")
        var values = "▸ \(title)"
        values += .spaces(network - title.displayColumns + 1)
        values += ofPrecision.padded(to: precision)
        // A sign that has no room behind the precision stands in the gap as well.
        var mark = ofPrecision.count > precision ? "" : " "
        for placed in columns {
            let text = state.text(placed.column, in: row)
            values += mark
            values += " "
            if placed.column.isNumeric {
                values += text.leading(to: placed.width)
            } else {
                values += text
                values += .spaces(placed.width - text.displayColumns)
            }
            // The sign of a changed figure stands in the gap behind it, so that nothing moves aside for it.
            mark = placed.column.isChanged(in: row, from: original) ? ExplorerState.changedMark : " "
        }
        if mark != " ", used < width { values += mark }
        return TextLine(values)
    }
}

extension DesignPoint {
    /// The precision by its short name, with the radix policy where it is not the paper's.
    var shortName: String { precision.name + (radix == .layer ? "@layer" : "") }

    /// The same with the plot's sign for the policy.
    var shortestName: String { precision.name + (radix == .layer ? "@" : "") }
}
