import DesignSpace

/// The points of a plot and what is to be known of all of them, found in one pass over the rows.
struct PointGathering {
    private let rows: CompactRows
    private let quality: GainAxis
    private let designs: [PlottedPoint.Design]
    private let evidences: [PlottedPoint.Evidence?]
    private var isUsed: [Bool]

    var points: [PlottedPoint] = []
    private(set) var candidates: [ParetoFrontier.Candidate] = []
    /// The least and the most on the horizontal axis; empty without points.
    private(set) var xEnds: [Double] = []
    /// The least and the most on the vertical axis, of the points whose training converged if there are any; empty without points.
    private(set) var yEnds: [Double] = []

    init(_ rows: CompactRows, cost: CostAxis, quality: GainAxis, series: Series) {
        self.rows = rows
        self.quality = quality
        designs = rows.designs.map { PlottedPoint.Design($0, cost: cost, series: series) }
        evidences = rows.evidences.map(PlottedPoint.Evidence.init)
        isUsed = Array(repeating: false, count: evidences.count)
    }

    /// Makes the point of every row that has a place.
    mutating func gather(_ shown: PositionSet?, contending: PositionSet?, overBudget: PositionSet?) {
        points.reserveCapacity(rows.count)
        candidates.reserveCapacity(rows.count)
        var (left, right) = (Double.infinity, -Double.infinity)
        var (low, high) = (left, right)
        var unconverged: [Double] = []
        var last = -1
        for row in 0..<rows.count where !rows.percents[row].isNaN {
            let evidence = Int(rows.evidenceOfRow[row])
            guard
                let found = evidences[evidence],
                var point = PlottedPoint(
                    row: row, percent: rows.percents[row], designs[Int(rows.designOfRow[row])], found, quality: quality)
            else { continue }
            if let shown { point.isShown = shown.contains(row) }
            if let overBudget { point.fits = !overBudget.contains(row) }
            let (x, y) = (point.x, point.y)
            points.append(point)
            // What is not a number takes no part in the frontier, as a network whose training did not converge should not.
            let contends = found.isConverged && (contending?.contains(row) ?? true)
            let gain = contends ? (quality == .accuracy ? y : -y) : .nan
            candidates.append(ParetoFrontier.Candidate(cost: x, gain: gain))
            if evidence != last { isUsed[evidence] = true }
            last = evidence
            (left, right) = (min(left, x), max(right, x))
            if found.isConverged { (low, high) = (min(low, y), max(high, y)) } else { unconverged.append(y) }
        }
        if low > high, let least = unconverged.min(), let most = unconverged.max() { (low, high) = (least, most) }
        (xEnds, yEnds) = points.isEmpty ? ([], []) : ([left, right], [low, high])
    }

    /// The ends of the vertical axis: those of the points, but never nearer than twice the widest of their intervals, and a point of
    /// percent, so that what is a tie does not look like a cliff.
    var axisEnds: [Double] {
        guard let low = yEnds.first, let high = yEnds.last else { return [] }
        // An interval is the wider the fewer its images are and the nearer its accuracy is to one half, which errors are as far from.
        let images = seen.lazy.map(\.images).filter { $0 > 0 }.min()
        let interval = Accuracy.interval(of: min(max(50, low), high), testImages: images.map(Int.init))
        let least = max(1, 2 * (interval.map { $0.upperBound - $0.lowerBound } ?? 0))
        guard high - low < least else { return yEnds }
        // What no accuracy and no error can be is left out where there is room on the other side.
        let start = min(max((low + high - least) / 2, 0), max(0, 100 - least))
        return [min(start, low), max(start + least, high)]
    }

    private var seen: [PlottedPoint.Evidence] { zip(evidences, isUsed).compactMap { $1 ? $0 : nil } }

    /// Whose accuracies there are.
    var sources: Set<Accuracy.Source> { Set(seen.map(\.source)) }

    /// Whether training of one of the points did not converge.
    var hasUnconverged: Bool { seen.contains { !$0.isConverged } }

    /// Whether the cost of one of the points is extrapolated.
    var hasExtrapolated: Bool { points.contains(where: \.isExtrapolated) }
}
