import DesignSpace
import Precision
import Terminal

/// Which columns and rows of the table stand where.
struct TableLayout: Hashable, Sendable {
    struct Placed: Hashable, Sendable {
        let column: Column
        let x: Int
        let width: Int
    }

    /// Columns that stay when the others scroll.
    let frozen: [Column]

    /// The others.
    let scrolled: [Column]

    /// How many rows of points there is room for.
    let rows: Int

    /// Whether precisions go by their short names.
    let isCompact: Bool

    private let widths: [Column: Int]
    private let width: Int

    /// The columns before the first one: the cursor, the mark, and while there is a budget the sign of what breaks it.
    let margin: Int

    init(_ state: ExplorerState) {
        let body = FrameLayout(state).body
        width = body.columns
        margin = state.budget == nil ? 2 : 3
        rows = Self.rows(in: body)
        isCompact = body.columns < 100
        let columns = Self.ordered(state.table.columns, width: body.columns)
        var widths = state.points.measured.widths
        if isCompact { widths[.precision] = state.points.shortPrecisionWidth }
        if state.isHypothetical {
            for column in Column.ofThePaper { widths[column] = max(widths[column] ?? 0, ExplorerState.notCompared.count) }
        }
        self.widths = widths
        // What a row is stays: its network, and its precision where that stands beside it.
        let named = columns.prefix(2).last == .precision ? 2 : 1
        let count = body.columns >= 36 ? named : body.columns >= 14 ? 1 : 0
        frozen = Array(columns.prefix(count))
        scrolled = Array(columns.dropFirst(count))
    }

    /// Where headings, rows and, on a screen that is too narrow for two figures, accuracy and energy of the selected point stand.
    static func split(_ body: Rect) -> (header: Rect, rows: Rect, readOut: Rect) {
        let (above, readOut) = body.splitBottom(body.columns < narrowest && body.rows >= 2 ? 1 : 0)
        let (header, rows) = above.splitTop(above.rows >= 2 ? 1 : 0)
        return (header, rows, readOut)
    }

    /// How many rows of points there is room for below the headings.
    static func rows(in body: Rect) -> Int { max(1, split(body).rows.rows) }

    /// The columns that a name and two figures take.
    private static let narrowest = 40

    /// The standard columns with accuracy and energy before the others where there is room for little more; chosen ones as they were chosen.
    private static func ordered(_ columns: [Column], width: Int) -> [Column] {
        guard columns == Column.standard, width < 60 else { return columns }
        let first: [Column] = [.network, .precision, .accuracy, .energy]
        return first + columns.filter { !first.contains($0) }
    }

    private var gap: Int { width < 60 ? 1 : 2 }

    /// The columns on the screen when so many behind the frozen ones are scrolled away.
    func columns(from first: Int) -> [Placed] {
        var x = margin
        var placed: [Placed] = []
        for column in frozen + scrolled.dropFirst(min(max(0, first), scrolled.count)) {
            let own = widths[column] ?? column.heading.count
            // What a row is, is cut where it doesn't fit; of the other columns only whole ones are shown.
            let isName = placed.isEmpty || column == .precision && placed.count == 1 && width < Self.narrowest
            let fitting = isName ? min(own, width - x) : own
            // An accuracy that no column names the source of has its sign behind it.
            let sign = column == .accuracy && !placed.contains { $0.column.namesSource } ? 1 : 0
            guard fitting > 0, x + fitting + sign <= width else { break }
            placed.append(Placed(column: column, x: x, width: fitting))
            x += fitting + gap
        }
        return placed
    }

    /// Whether the column at a place among all is on the screen.
    func shows(_ place: Int, from first: Int) -> Bool {
        let all = frozen + scrolled
        return all.indices.contains(place) && columns(from: first).contains { $0.column == all[place] }
    }

    /// The furthest that the columns scroll: so far that the last one shows.
    var lastFirstColumn: Int {
        guard let last = scrolled.last else { return 0 }
        return scrolled.indices.first { first in columns(from: first).contains { $0.column == last } } ?? scrolled.count - 1
    }
}
