import DesignSpace

/// The accuracy of design points over what they cost, with the step line of those that nothing dominates (Hashemi et al., Fig. 4).
///
/// A value that knows no screen: it is drawn into a `Surface` or written as SVG, on the same scales.
public struct FrontierPlot: Hashable, Sendable {
    /// The cost on the horizontal axis.
    public let cost: CostAxis

    /// What the vertical axis shows.
    public let quality: GainAxis

    /// The horizontal scale, logarithmic.
    public let xScale: Scale

    /// The vertical scale, linear.
    public let yScale: Scale

    let points: [PlottedPoint]

    /// Where the points stand on the scales, at the positions of the points.
    let spots: [PlotSpot]

    /// The points as costs and gains, with those that no other dominates.
    let line: Frontier

    /// Positions in `points` that no other point dominates, by rising cost.
    var frontier: [Int] { line.indices }

    let series: Series

    /// Whose accuracies there are.
    let sources: Set<Accuracy.Source>

    /// Whether training of one of the points did not converge.
    let hasUnconverged: Bool

    /// The paper's frontier beside ours; nil unless there are published and measured points.
    let rivalry: FrontierRivalry?

    /// Where points of another accelerator stand whose place differs.
    let ghosts: [Ghost]

    /// A place that a point would have on another accelerator.
    struct Ghost: Hashable, Sendable {
        let x: Double
        let y: Double
    }

    /// Plots the rows of one data set that have an accuracy.
    ///
    /// - Parameter shown: positions of the rows that are shown in full, nil for all; the frontier is that of all rows, and the
    ///   others stay as dots.
    /// - Parameter overBudget: positions of the rows that do not fit a budget, which are dimmed.
    /// - Parameter ghosts: the same rows on another accelerator, whose places are drawn behind; none by default.
    /// - Parameter view: the scales of an enlarged part; nil for scales that show every point.
    public init(
        _ rows: [EvaluatedPoint], cost: CostAxis = .energy, quality: GainAxis = .accuracy, shown: Set<Int>? = nil,
        overBudget: Set<Int> = [], ghosts: [EvaluatedPoint] = [], view: Viewport? = nil
    ) {
        let series = Series(of: rows)
        var points = rows.indices.compactMap { position in
            PlottedPoint(
                rows[position], at: position, cost: cost, quality: quality, series: series,
                isShown: shown?.contains(position) ?? true, fits: !overBudget.contains(position))
        }
        let candidates = points.map { point in
            ParetoFrontier.Candidate(cost: point.x, gain: quality == .accuracy ? point.y : -point.y)
        }
        line = Frontier(of: candidates)
        rivalry = FrontierRivalry(points, as: candidates)
        for index in line.indices { points[index].isOnFrontier = true }
        sources = Set(points.lazy.map(\.source))
        hasUnconverged = points.contains { !$0.isConverged }
        self.points = points
        self.series = series
        self.cost = cost
        self.quality = quality
        self.ghosts = Self.ghosts(of: points, in: ghosts, cost: cost)
        xScale = view?.x ?? Scale(.logarithmic, showing: points.map(\.x) + self.ghosts.map(\.x))
        yScale = view?.y ?? Scale(.linear, showing: points.map(\.y))
        let (x, y) = (xScale, yScale)
        spots = points.map { PlotSpot($0, x: x, y: y) }
    }

    private static func ghosts(of points: [PlottedPoint], in rows: [EvaluatedPoint], cost: CostAxis) -> [Ghost] {
        points.compactMap { point in
            guard rows.indices.contains(point.position), point.isShown else { return nil }
            let x = cost.value(of: rows[point.position])
            return x.isFinite && x > 0 && x != point.x ? Ghost(x: x, y: point.y) : nil
        }
    }

    /// The point of a row; nil if the row has no accuracy and so no place.
    func point(ofRow position: Int) -> PlottedPoint? { index(ofRow: position).map { points[$0] } }

    /// The position in `points` of a row; nil if the row has no accuracy and so no place.
    func index(ofRow position: Int) -> Int? {
        var (low, high) = (0, points.count)
        while low < high {
            let middle = (low + high) / 2
            if points[middle].position < position { low = middle + 1 } else { high = middle }
        }
        return low < points.count && points[low].position == position ? low : nil
    }

    /// The corners of the step line through points, from the cheapest to the most expensive one.
    func steps(through indices: [Int]) -> [(x: Double, y: Double)] {
        var corners: [(x: Double, y: Double)] = []
        for index in indices {
            let point = points[index]
            if let last = corners.last, last != (point.x, point.y) { corners.append((point.x, last.y)) }
            corners.append((point.x, point.y))
        }
        return corners
    }

    /// The heading of the horizontal axis.
    var xTitle: String { "\(cost.title) \(cost.unit) (log)" }

    /// The heading of the vertical axis.
    var yTitle: String { "\(quality.rawValue) %" }
}
