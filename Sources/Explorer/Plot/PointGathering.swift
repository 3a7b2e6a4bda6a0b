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
    /// The ends of the vertical axis; empty without points.
    private(set) var axisEnds: [Double] = []
    /// Whose accuracies there are.
    private(set) var sources: Set<Accuracy.Source> = []
    /// Whether training of one of the points did not converge.
    private(set) var hasUnconverged = false

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
        let seen = zip(evidences, isUsed).compactMap { $1 ? $0 : nil }
        sources = Set(seen.map(\.source))
        hasUnconverged = seen.contains { !$0.isConverged }
        if !points.isEmpty { (xEnds, axisEnds) = ([left, right], Self.axisEnds(low, high, of: seen)) }
    }

    /// Takes the points of another plot of the same rows, of which the same are shown and contend: only what they cost may differ.
    ///
    /// - Returns: whether that can be: every row with an accuracy has a place there, and has one here.
    mutating func takeOver(_ plot: FrontierPlot) -> Bool {
        guard plot.quality == quality, plot.points.count == rows.percents.count(where: { !$0.isNaN }),
            designs.allSatisfy({ $0.x != nil })
        else { return false }
        (points, candidates) = (plot.points, plot.line.candidates)
        (axisEnds, sources, hasUnconverged) = (plot.yEnds, plot.sources, plot.hasUnconverged)
        let costs = designs.compactMap(\.x)
        var (left, right) = (Double.infinity, -Double.infinity)
        // Each array is seen to be nobody else's once, and not at each of its elements.
        points.withUnsafeMutableBufferPointer { points in
            candidates.withUnsafeMutableBufferPointer { candidates in
                for index in points.indices {
                    let x = costs[Int(rows.designOfRow[points[index].position])]
                    points[index].move(to: x)
                    candidates[index] = ParetoFrontier.Candidate(cost: x, gain: candidates[index].gain)
                    (left, right) = (min(left, x), max(right, x))
                }
            }
        }
        if !points.isEmpty { xEnds = [left, right] }
        return true
    }

    /// The ends of the vertical axis: the least and the most of the points whose training converged, if there are any, but never nearer than
    /// twice the widest of their intervals, and a point of percent, so that what is a tie does not look like a cliff.
    private static func axisEnds(_ low: Double, _ high: Double, of seen: [PlottedPoint.Evidence]) -> [Double] {
        // An interval is the wider the fewer its images are and the nearer its accuracy is to one half, which errors are as far from.
        let images = seen.lazy.map(\.images).filter { $0 > 0 }.min()
        let interval = Accuracy.interval(of: min(max(50, low), high), testImages: images.map(Int.init))
        let least = max(1, 2 * (interval.map { $0.upperBound - $0.lowerBound } ?? 0))
        guard high - low < least else { return [low, high] }
        // What no accuracy and no error can be is left out where there is room on the other side.
        let start = min(max((low + high - least) / 2, 0), max(0, 100 - least))
        return [min(start, low), max(start + least, high)]
    }

    /// Whether the cost of one of the points is extrapolated.
    var hasExtrapolated: Bool { points.contains(where: \.isExtrapolated) }
}
