import DesignSpace
import HardwareModel
import Networks
import Quantities
import Terminal

/// The points of the Compare screen and the rows in which they stand side by side.
struct ComparedPoints: Hashable, Sendable {
    /// A line of the comparison.
    enum Row: Hashable, Sendable {
        /// A metric of every point.
        case metric(Column)
        /// The name of what follows.
        case heading(String)
        /// The energy of a layer in every point, in microjoules; nil where a network has no such layer.
        case layer(String, [Double?])
        /// What one point gains and costs against the first.
        case verdict(String)
        /// Nothing.
        case gap
    }

    /// The positions of the points among the rows of the data set; the first is what the others are compared with.
    let positions: [Int]

    let points: [EvaluatedPoint]

    let rows: [Row]

    /// The points' networks, with their letters in the plot, and their precisions.
    let names: [[String]]

    /// The width of the widest figure, to which all stand flush.
    let figureWidth: Int

    /// The width that the screen has for verdicts, and them broken to it.
    private let verdictWidth: Int
    private let brokenVerdicts: [TextLine]

    /// At most so many stand side by side.
    static let most = 4

    init(_ state: ExplorerState) {
        positions = Self.positions(in: state)
        let all = state.points.rows
        let points = positions.map { all[$0] }
        self.points = points
        names = zip(points, positions).map { point, position in
            let letter = state.plot.series.letter(of: point.point.network)
            let sign = state.points.overBudget.contains(position) ? " \(ExplorerState.overBudgetMark)" : ""
            return ["\(letter) \(point.evaluation.network.title)\(sign)", "\(point.point.shortName)\(point.mark)"]
        }
        figureWidth = points.reduce(0) { widest, point in
            PointComparison.metrics.reduce(widest) { max($0, $1.text(in: point).count) }
        }
        verdictWidth = CompareLayout.inner(FrameLayout(state).body).columns
        guard points.count >= 2, let first = points.first else {
            (rows, brokenVerdicts) = ([], [])
            return
        }
        let verdicts = points.dropFirst().map { Row.verdict(PointComparison($0, with: first).verdict) }
        let layers = Self.layers(of: points)
        rows =
            verdicts + [.gap] + PointComparison.metrics.map(Row.metric)
            + (layers.isEmpty ? [] : [.gap, .heading("layers that differ, energy µJ")] + layers)
        brokenVerdicts = Self.broken(rows, toColumns: verdictWidth)
    }

    /// The verdicts as lines of so many columns.
    func verdicts(toColumns width: Int) -> [TextLine] {
        width == verdictWidth ? brokenVerdicts : Self.broken(rows, toColumns: width)
    }

    private static func broken(_ rows: [Row], toColumns width: Int) -> [TextLine] {
        rows.flatMap { row -> [TextLine] in
            guard case .verdict(let text) = row else { return [] }
            return TextLine([Phrase("▸ ", .strong), Phrase(text)]).wrapped(toColumns: width, hanging: 2)
        }
    }

    /// A point's name, with the source of its accuracy where another of the compared points has the same.
    func distinctName(at place: Int) -> String {
        let point = points[place]
        guard points.count(where: { $0.name == point.name }) > 1 else { return point.name }
        return "\(point.name), \(point.accuracy == nil ? point.state.text : Column.source.text(in: point))"
    }

    /// The marked points in the order of their marks; with fewer than two, the selected one against the baseline, and that against the frontier.
    private static func positions(in state: ExplorerState) -> [Int] {
        var positions = state.marks.compactMap(state.points.position(of:))
        let rows = state.points.rows
        if positions.count < 2, let selected = state.selectedPosition, !positions.contains(selected) { positions.append(selected) }
        if positions.count < 2, let only = positions.first {
            // Held against the baseline of its own source, as on every other screen.
            let ownBaseline = rows.indices.first { rows[$0].isBaseline && rows[$0].accuracy == rows[only].baselineAccuracy }
            if let baseline = ownBaseline ?? rows.indices.first(where: { rows[$0].isBaseline }), only != baseline {
                positions.insert(baseline, at: 0)
            } else {
                // One of those that are looked at, or else of all.
                let shown = rows.indices.first { state.points.row(at: $0).isOnFrontier && $0 != only }
                positions += [shown ?? rows.indices.first { rows[$0].isOnFrontier && $0 != only }].compactMap(\.self)
            }
        }
        return Array(positions.prefix(most))
    }

    /// How many of the marked points are compared, as `4 of 5 marked`; nil if all are.
    static func extent(in state: ExplorerState) -> String? {
        let marked = state.marks.count { state.points.position(of: $0) != nil }
        return marked > most ? "\(most) of \(marked) marked" : nil
    }

    private static func layers(of points: [EvaluatedPoint]) -> [Row] {
        var names: [String] = []
        for point in points {
            for layer in point.evaluation.mapping.layers where layer.cycles > 0 && !names.contains(layer.layer.name) {
                names.append(layer.layer.name)
            }
        }
        return names.compactMap { name in
            let energies = points.map { $0.evaluation.energy(ofLayer: name) }
            return Set(energies).count > 1 ? .layer(name, energies) : nil
        }
    }
}

extension Evaluation {
    /// The energy of the layer of a name, in microjoules; nil for a network without one.
    func energy(ofLayer name: String) -> Double? {
        mapping.layers.first { $0.layer.name == name }.map { energy(of: $0).microjoules }
    }
}
