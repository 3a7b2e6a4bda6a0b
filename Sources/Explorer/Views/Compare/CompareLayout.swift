import DesignSpace
import Terminal

/// Where the parts of the Compare screen stand, and whether ratios have room beside their figures or stand below them.
///
/// Nothing is cut to make room: what does not fit beside a figure goes below it, and points that do not fit are left to the keys.
struct CompareLayout: Hashable, Sendable {
    /// A compared point and the columns in which it stands.
    struct Placed: Hashable, Sendable {
        /// Its place among the compared points.
        let place: Int
        let rect: Rect
    }

    /// Whether there is no room for columns, so that what there is to say of the selected point stands alone.
    let isReadOut: Bool

    /// Whether differences and ratios stand below their figures.
    let isStacked: Bool

    /// Whether the difference of accuracies has room behind its interval.
    let hasDifferenceBeside: Bool

    /// Whether networks and precisions are on lines of their own.
    let splitsNames: Bool

    /// Whether verdicts stand before the figures, which are needed more where there is little room.
    let beginsWithVerdicts: Bool

    /// The points that fit, the first always among them; if not all fit, then the selected one.
    let columns: [Placed]

    /// The points' names.
    let header: Rect

    /// The figures.
    let body: Rect

    /// The width of a difference as it stands below an accuracy, and of a ratio with the gap before it.
    private static let (difference, ratio) = ("+0.00 a tie".count, "  × 0.0000".count)

    private static let gap = 2

    /// What a ratio has beside a figure, with the gaps around it.
    static let ratioColumns = 12

    /// - Parameters:
    ///   - rect: where the screen has its body.
    ///   - names: the lines of the points' names as one line, of which the longest counts.
    ///   - figure: the width of the widest figure.
    ///   - selected: the place of the selected point among them; nil if it is none of them.
    init(in rect: Rect, names: [String], figure: Int, selected: Int?, verdictRows: Int) {
        let inner = Self.inner(rect)
        let area = inner.splitLeft(inner.columns >= 90 ? 14 : 12).rest
        func fitting(_ width: Int) -> Int { (area.columns + Self.gap) / (width + Self.gap) }
        isStacked = fitting(figure + Self.ratio) < names.count
        // Two lines of names, two of accuracies and two of energies are the least that columns are for.
        isReadOut = rect.rows < (isStacked ? 7 : 5) || inner.columns < 36
        let count = isStacked ? max(1, min(names.count, fitting(max(figure, Self.difference)))) : names.count
        var places = Array(names.indices.prefix(count))
        if let selected, !places.contains(selected), !places.isEmpty { places[places.count - 1] = selected }
        columns = zip(places, area.dividedIntoColumns(max(1, count), gap: Self.gap)).map { Placed(place: $0, rect: $1) }
        let width = columns.map(\.rect.columns).min() ?? 0
        hasDifferenceBeside = !isStacked && width >= figure + " ±0.0  ".count + Self.difference
        splitsNames = names.contains { $0.largestColumns > width }
        let nameRows = splitsNames ? 2 : 1
        (header, body) = inner.splitTop(nameRows + (rect.rows >= (splitsNames ? 9 : 4) ? 1 : 0))
        beginsWithVerdicts = body.rows >= verdictRows + 1 + (isStacked ? 6 : 4)
    }

    /// The length of the bar of the largest value, the same in every column though one may have a cell to spare; nil where bars have no
    /// room.
    func longestBar(behind figure: Int) -> Int? {
        let room = (columns.map(\.rect.columns).min() ?? 0) - figure - Self.ratioColumns
        return isStacked || room < 8 ? nil : room
    }

    /// The body of the screen without its margins.
    static func inner(_ rect: Rect) -> Rect { rect.inset(columns: rect.columns > 40 ? 1 : 0) }
}
