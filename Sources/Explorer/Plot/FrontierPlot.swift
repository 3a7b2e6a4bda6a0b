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
    public private(set) var xScale: Scale

    /// The vertical scale, linear.
    public private(set) var yScale: Scale

    private(set) var points: [PlottedPoint]

    /// Where the points stand on the scales, at the positions of the points.
    private(set) var spots: [PlotSpot] = []

    /// The points as costs and gains, with those that no other dominates.
    let line: Frontier

    /// Positions in `points` that no other point dominates, by rising cost.
    var frontier: [Int] { line.indices }

    let series: Series

    /// Whose accuracies there are.
    let sources: Set<Accuracy.Source>

    /// Positions of the rows that the frontier is of; nil if it is of all.
    let contending: PositionSet?

    /// Whether training of one of the points did not converge.
    let hasUnconverged: Bool

    /// Whether there are accuracies, and no cost of one has a place on a logarithmic axis.
    let lacksCosts: Bool

    /// Whether the cost of one of the points is extrapolated.
    let hasExtrapolated: Bool

    /// The paper's frontier beside ours; nil unless there are published and measured points.
    let rivalry: FrontierRivalry?

    /// The enlarged part; nil if every point is shown.
    let view: Viewport?

    /// The least and the most that the vertical scale shows where nothing is enlarged; empty without points.
    let yEnds: [Double]

    /// Where points of another accelerator stand whose place differs.
    private(set) var ghosts: [Ghost]

    /// What the ghosts are, for the legend.
    let ghostTitle: String

    /// A place that a point would have on another accelerator.
    struct Ghost: Hashable, Sendable {
        let x: Double
        let y: Double
    }

    /// Plots the rows of one data set that have an accuracy.
    public init(_ rows: [EvaluatedPoint], cost: CostAxis = .energy, quality: GainAxis = .accuracy) {
        self.init(CompactRows(rows), cost: cost, quality: quality)
    }

    /// Plots the rows of one data set that have an accuracy, with the frontier of all; those that do not pass are dots.
    public init(_ rows: [EvaluatedPoint], cost: CostAxis, quality: GainAxis, passing filter: Filter) {
        let compact = CompactRows(rows)
        self.init(compact, cost: cost, quality: quality, shown: filter.passing(compact))
    }

    /// Plots the rows of one data set that have an accuracy.
    ///
    /// - Parameter shown: positions of the rows that are shown in full, nil for all; the others stay as dots.
    /// - Parameter contending: positions of the rows that the frontier is of, nil for all; the scales are those of all rows.
    /// - Parameter overBudget: positions of the rows that do not fit a budget, which are dimmed.
    /// - Parameter ghosts: the same rows on another accelerator, whose places are drawn behind; none by default.
    /// - Parameter ghostTitle: what the ghosts are.
    /// - Parameter view: the scales of an enlarged part; nil for scales that show every point.
    /// - Parameter earlier: a plot of the same rows, with the same of them shown and contending, whose points are taken over; nil for none.
    init(
        _ rows: CompactRows, cost: CostAxis, quality: GainAxis, shown: PositionSet? = nil, contending: PositionSet? = nil,
        overBudget: PositionSet? = nil, ghosts: [EvaluatedPoint] = [], ghostTitle: String = "before", view: Viewport? = nil,
        like earlier: FrontierPlot? = nil
    ) {
        let series = Series(of: rows.designs)
        var gathering = PointGathering(rows, cost: cost, quality: quality, series: series)
        if earlier.map({ gathering.takeOver($0) }) != true {
            gathering.gather(shown, contending: contending, overBudget: overBudget)
        }
        line = Frontier(of: gathering.candidates)
        sources = gathering.sources
        rivalry = FrontierRivalry(gathering.points, as: gathering.candidates, sources)
        for index in line.indices { gathering.points[index].isOnFrontier = true }
        points = gathering.points
        lacksCosts = gathering.points.isEmpty && rows.percents.contains { !$0.isNaN }
        hasUnconverged = gathering.hasUnconverged
        hasExtrapolated = gathering.hasExtrapolated
        self.series = series
        self.cost = cost
        self.quality = quality
        self.contending = contending
        self.view = view
        xScale = view?.x ?? Scale(.logarithmic, showing: gathering.xEnds)
        yEnds = gathering.axisEnds
        yScale = view?.y ?? Scale(.linear, showing: yEnds)
        self.ghosts = []
        self.ghostTitle = ghostTitle
        if !ghosts.isEmpty { lay(behind: CompactRows(ghosts)) }
        placeSpots()
    }

    /// Shows other rows in full, and dims others; frontier and scales stay.
    ///
    /// Only for a plot without ghosts, which are those of the rows that are shown.
    mutating func show(_ shown: PositionSet?, overBudget: PositionSet?) {
        for index in points.indices {
            let position = points[index].position
            points[index].isShown = shown?.contains(position) ?? true
            points[index].fits = !(overBudget?.contains(position) ?? false)
            spots[index].isShown = points[index].isShown
        }
    }

    /// The plot on a vertical scale that shows other values beside its points, such as the ends of intervals; the same where it does
    /// already, and where an enlarged part is shown.
    func showing(_ values: [Double]) -> FrontierPlot {
        guard view == nil, values.contains(where: { !yScale.domain.contains($0) }) else { return self }
        var plot = self
        plot.yScale = Scale(.linear, showing: yEnds + values)
        plot.spots = []
        plot.placeSpots()
        return plot
    }

    /// Works out where the points stand on the scales; neighbours most often cost the same, whose logarithm is not taken again.
    private mutating func placeSpots() {
        spots.reserveCapacity(points.count)
        var (x, across) = (Double.nan, Double.nan)
        for point in points {
            if point.x != x { (x, across) = (point.x, xScale.fraction(of: point.x)) }
            spots.append(PlotSpot(point, across: across, up: yScale.fraction(of: height(of: point))))
        }
    }

    /// Where a point stands on the vertical axis: what did not converge at its end, if it would stand beyond. What guesses has no claim to a
    /// scale on which all that works stands in one line.
    func height(of point: PlottedPoint) -> Double {
        guard !point.isConverged, view == nil else { return point.y }
        return min(max(point.y, yScale.domain.lowerBound), yScale.domain.upperBound)
    }

    /// What the sign of a point that did not converge says, and where such points stand if that is at the axis's end.
    var unconvergedTitle: String {
        let isBeyond = points.contains { !$0.isConverged && height(of: $0) != $0.y }
        return "not converged" + (!isBeyond ? "" : quality == .accuracy ? ", below" : ", above")
    }

    private mutating func lay(behind rows: CompactRows) {
        let costs = rows.designs.map(cost.value)
        ghosts = points.compactMap { point in
            guard point.position < rows.count, point.isShown else { return nil }
            let x = costs[Int(rows.designOfRow[point.position])]
            return x.isFinite && x > 0 && x != point.x ? Ghost(x: x, y: point.y) : nil
        }
        if view == nil { xScale = Scale(.logarithmic, showing: points.map(\.x) + ghosts.map(\.x)) }
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

    /// How many points stand at exactly the place of one, itself among them.
    ///
    /// - Parameter near: the positions of those that can be there; nil for all.
    func count(atPlaceOf index: Int, among near: [Int]? = nil) -> Int {
        let place = spots[index]
        let isThere = { (spot: PlotSpot) in spot.across == place.across && spot.up == place.up }
        return near.map { $0.count { isThere(spots[$0]) } } ?? spots.count(where: isThere)
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
