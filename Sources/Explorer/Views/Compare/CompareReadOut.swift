import DesignSpace
import HardwareModel
import Networks
import Quantities
import Terminal

/// What there is to say of one compared point where there is no room for columns: its figures, and how they differ from the first's.
struct CompareReadOut {
    /// The lines, the most needed first.
    let pieces: Fitting

    /// - Parameter place: the place of the point among the compared ones.
    init(_ compared: ComparedPoints, at place: Int) {
        let (point, first) = (compared.points[place], compared.points[0])
        let comparison = PointComparison(point, with: first)
        var pieces = Fitting()
        pieces.add("▸ \(point.evaluation.network.title) \(point.point.shortName)\(point.mark)", .strong, rank: 0)
        pieces.add("\(point.accuracyText) %", rank: 1)
        if place > 0, let difference = compared.accuracyDifference(at: place) { pieces.add(difference, .strong, rank: 3) }
        pieces.add("\(point.evaluation.energy.microjoules.text(significant: 4)) µJ", rank: 2)
        for (rank, line) in comparison.lines.enumerated() where place > 0 && line.column != .accuracy {
            guard let ratio = line.ratio else { continue }
            let name = line.column == .energy ? "" : "\(line.column.name) "
            pieces.add("\(name)× \(ratio.text(significant: 3))", line.column == .energy ? .strong : .plain, rank: 4 + rank)
            guard line.column == .energy else { continue }
            pieces.add("against \(first.evaluation.network.title) \(first.point.shortName)", .quiet, rank: 4 + rank)
        }
        if place == 0 { pieces.add("the first of \(compared.points.count)", .quiet, rank: 4) }
        self.pieces = pieces
    }
}

extension Column {
    /// The heading without its unit.
    fileprivate var name: String { String(heading.prefix { $0 != " " }) }
}

extension ComparedPoints {
    /// How a point's accuracy differs from the first's, in points of percent, and whether that means nothing; nil unless both are known.
    func accuracyDifference(at place: Int) -> String? {
        guard
            let ours = points[place].accuracy, let first = points[0].accuracy, let percent = ours.percent,
            let base = first.percent
        else { return nil }
        return Column.accuracy.differenceText(of: percent, from: base) + (ours.ties(with: first) ? " a tie" : "")
    }
}
