import DesignSpace
import Quantities

/// A plot of accuracy over cost as an image (Hashemi et al., Fig. 4).
struct FrontierImage {
    let plot: FrontierPlot
    let width: Double
    let height: Double
    let caption: ImageCaption
    /// What the ghosts are.
    let ghosts: String
    /// What dimmed points do not fit; nil for no budget.
    let budget: String?
    /// What stands out: marked points, and isolines.
    let emphasis: FrontierPlot.Emphasis

    let legend: ImageLegend
    let axes: ImageAxes
    let gathered: GatheredPoints

    /// Whether points that no paper gives show how sure their accuracies are; of many it would cover the points.
    private let showsIntervals: Bool

    private static let mostGhosts = 150
    private static let mostIntervals = 60

    init(
        plot: FrontierPlot, width: Double = 800, height: Double = 500, caption: ImageCaption, ghosts: String? = nil,
        budget: String? = nil, emphasis: FrontierPlot.Emphasis = FrontierPlot.Emphasis()
    ) {
        self.width = width
        self.height = height
        var caption = caption
        caption.mostLines = min(caption.mostLines, max(0, Int((height - 150) / 50)))
        self.caption = caption
        self.ghosts = (ghosts ?? plot.ghostTitle) + Self.note(onGhostsOf: plot)
        self.budget = budget
        self.emphasis = emphasis
        let (head, foot) = (caption.head(width: width), caption.foot(width: width))
        func box(of plot: FrontierPlot, below legend: Double) -> ImageBox {
            let left = ImageAxes.width(of: plot.yScale, height: height - head - foot)
            return ImageBox(left: left, top: head + legend + 10, right: width - 24, bottom: height - foot - ImageAxes.room)
        }
        // Which signs there are depends on how many points find room, which hardly depends on the lines of the legend.
        let likely = GatheredPoints(plot, in: box(of: plot, below: 3 * ImageLegend.pitch), marked: emphasis.marked)
        showsIntervals = likely.marks.count { $0.point.source != .published } <= Self.mostIntervals
        let plot = showsIntervals ? plot.showing(Self.intervalEnds(in: plot, likely)) : plot
        self.plot = plot
        let entries = Self.entries(
            of: plot, likely, emphasis, ghosts: self.ghosts, budget: budget, showsIntervals: showsIntervals)
        legend = ImageLegend(
            entries, from: box(of: plot, below: 0).left, to: width - ImageCaption.margin,
            atMost: Int((height - head - foot - 130) / ImageLegend.pitch / 2))
        let data = box(of: plot, below: legend.height)
        axes = ImageAxes(box: data, x: plot.xScale, y: plot.yScale, xTitle: plot.xTitle, yTitle: plot.yTitle)
        gathered = GatheredPoints(plot, in: data, marked: emphasis.marked)
    }

    /// The ends of the intervals of the points that have one drawn.
    private static func intervalEnds(in plot: FrontierPlot, _ gathered: GatheredPoints) -> [Double] {
        plot.points.flatMap { point -> [Double] in
            let hasMark = !gathered.crowded.contains(point.source) || gathered.standsOut(point)
            guard point.isShown, hasMark, point.isConverged, point.source != .published, let interval = point.interval else {
                return []
            }
            return [interval.lowerBound, interval.upperBound]
        }
    }

    /// The whole SVG document.
    var document: String {
        let box = axes.box
        var elements = caption.elements(width: width, height: height)
        // Axes of nothing would be invented ones.
        guard !plot.points.isEmpty else {
            let words = plot.lacksCosts ? plot.lackOfCosts : "there is no point to show"
            elements.append(ImageElement.text(words, x: box.centre.x, y: box.centre.y, "text-anchor=\"middle\""))
            return ImageElement.document(width: width, height: height, elements)
        }
        elements += legend.elements(top: caption.head(width: width)) + axes.elements
        elements.append("<clipPath id=\"data\">\(ImageElement.box(box, fill: "none"))</clipPath>")
        elements += ["<g clip-path=\"url(#data)\">"] + hidden + dots + ghostMarks + isolines + steps + intervals + ["</g>"]
        elements += gathered.marks.map(mark) + labels
        return ImageElement.document(width: width, height: height, elements)
    }

    private func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (axes.place(x: x), axes.place(y: y)) }

    // MARK: What lies behind the marks

    /// Points that the filter leaves out.
    private var hidden: [String] {
        let places = plot.points.lazy.filter { !$0.isShown }.map { place($0.x, plot.height(of: $0)) }
        let thinned = GatheredPoints.thinned(places, in: axes.box)
        return thinned.isEmpty ? [] : [ImageElement.dots(thinned, diameter: 2, "stroke=\"#bbbbbb\"")]
    }

    private var dots: [String] {
        gathered.dots.map { group in
            let color = PointMark.color(ofSeries: group.look.series, isBaseline: group.look.isBaseline)
            return ImageElement.dots(
                group.places, diameter: 2.6, isRound: group.look.source != .measured,
                "stroke=\"\(color)\" stroke-opacity=\"\(group.look.fits ? 0.45 : 0.12)\"")
        }
    }

    private var ghostPlaces: [(x: Double, y: Double)] {
        let shown = plot.ghosts.lazy.filter { Self.shows($0, in: plot) }
        return GatheredPoints.thinned(shown.map { place($0.x, $0.y) }, in: axes.box)
    }

    /// Whether there is room for the whole sign of a ghost.
    private static func shows(_ ghost: FrontierPlot.Ghost, in plot: FrontierPlot) -> Bool {
        (0.008...0.992).contains(plot.xScale.fraction(of: ghost.x)) && (0.012...0.988).contains(plot.yScale.fraction(of: ghost.y))
    }

    /// How many ghosts an enlarged part leaves out.
    private static func note(onGhostsOf plot: FrontierPlot) -> String {
        let count = plot.ghosts.count { !shows($0, in: plot) }
        return count == 0 ? "" : count == plot.ghosts.count ? ", all outside" : ", \(count) more outside"
    }

    private var ghostMarks: [String] {
        let places = ghostPlaces
        guard places.count <= Self.mostGhosts else { return [ImageElement.dots(places, diameter: 2, "stroke=\"#cccccc\"")] }
        return places.map { ImageElement.circle(x: $0.x, y: $0.y, radius: 3.5, "fill=\"none\" stroke=\"#999999\"") }
    }

    private var steps: [String] {
        let published = corners(through: plot.rivalry?.published ?? [])
        let own = corners(through: plot.frontier)
        return (published.isEmpty ? [] : [ImageElement.polyline(published, Self.publishedStroke)])
            + (own.isEmpty ? [] : [ImageElement.polyline(own, Self.frontierStroke)])
    }

    /// The accuracy of the selected point's baseline, and the cost of the point.
    private var isolines: [String] {
        guard emphasis.showsIsolines else { return [] }
        let box = axes.box
        let across = emphasis.baseline.map { axes.place(y: $0) }
        let down = emphasis.selected.flatMap(plot.point(ofRow:)).map { axes.place(x: $0.x) }
        return (across.map { [ImageElement.polyline([(box.left, $0), (box.right, $0)], Self.isolineStroke)] } ?? [])
            + (down.map { [ImageElement.polyline([($0, box.top), ($0, box.bottom)], Self.isolineStroke)] } ?? [])
    }

    private static let isolineStroke = "stroke=\"#999999\" stroke-dasharray=\"1 3\" stroke-width=\"1\""
    private static let frontierStroke = "stroke=\"#555555\" stroke-width=\"1.5\""
    private static let publishedStroke = "stroke=\"#8a8a8a\" stroke-dasharray=\"5 3\" stroke-width=\"1.5\""

    /// The corners of a step line in the image; of one with very many those that can be told apart.
    private func corners(through indices: [Int]) -> [(x: Double, y: Double)] {
        guard indices.count > 1 else { return [] }
        let all = plot.steps(through: indices).map { place($0.x, $0.y) }.filter { $0.x.isFinite && $0.y.isFinite }
        guard all.count > 200 else { return all }
        var kept: [(x: Double, y: Double)] = []
        for corner in all.map({ (x: $0.x.rounded(), y: $0.y.rounded()) }) where kept.last.map({ $0 != corner }) ?? true {
            kept.append(corner)
        }
        return kept
    }

    /// Of points that no paper gives, how sure their accuracies are; an enlarged part shows of it what lies inside.
    private var intervalLines: [((x: Double, y: Double), (x: Double, y: Double), PlottedPoint)] {
        guard showsIntervals else { return [] }
        return gathered.marks.filter { $0.point.source != .published && $0.point.isConverged }.compactMap { place in
            guard let interval = place.point.interval else { return nil }
            let (top, foot) = (axes.place(y: interval.upperBound), axes.place(y: interval.lowerBound))
            return ((place.x, max(axes.box.top, min(top, foot))), (place.x, min(axes.box.bottom, max(top, foot))), place.point)
        }
    }

    private var intervals: [String] {
        intervalLines.map { from, to, point in
            let color = PointMark.color(ofSeries: point.series, isBaseline: point.isBaseline)
            return ImageElement.line(from.x, from.y, to.x, to.y, color, point.fits ? "" : Self.dimmed)
        }
    }

    private static let edge = 4.0
    private static let dimmed = "opacity=\"0.3\""
    /// Pale, and still to be read.
    private static let dimmedText = "opacity=\"0.6\""

    // MARK: Marks and labels

    private func mark(_ place: GatheredPoints.Place) -> String {
        let color = PointMark.color(ofSeries: place.point.series, isBaseline: place.point.isBaseline)
        let mark = PointMark.element(place.point.source, x: place.x, y: place.y, color: color)
        return place.point.fits ? mark : "<g \(Self.dimmed)>\(mark)</g>"
    }

    /// The labels that find room: those of the frontier first.
    private var labels: [String] {
        func segments(_ corners: [(x: Double, y: Double)]) -> [((x: Double, y: Double), (x: Double, y: Double))] {
            Array(zip(corners, corners.dropFirst()))
        }
        let lines =
            segments(corners(through: plot.frontier)) + segments(corners(through: plot.rivalry?.published ?? []))
            + intervalLines.map { ($0.0, $0.1) } + ghostPlaces.map { (($0.x - 3, $0.y - 3), ($0.x + 3, $0.y + 3)) }
        // Right of the data there is no axis, so that labels may run into the margin.
        var bounds = axes.box
        bounds.right = width - Self.edge
        var room = LabelRoom(
            in: bounds, marks: gathered.marks.map { ($0.x, $0.y) }, lines: lines, dots: gathered.dots.flatMap(\.places))
        let isCrowded = !gathered.crowded.isEmpty
        let ordered =
            gathered.marks.filter { gathered.standsOut($0.point) } + gathered.marks.filter { !gathered.standsOut($0.point) }
        return ordered.flatMap { place -> [String] in
            let point = place.point
            let letter = plot.series.entries.count > 1 ? String(plot.series.entries[point.series].letter) : ""
            let text =
                point.label + (place.count > 1 ? " (\(place.count))" : "")
                + (emphasis.marked.contains(point.position) ? " ◆" : "")
            let gap = letter.isEmpty ? 0 : 2 + ImageText.width(of: letter, size: LabelRoom.fontSize)
            let found = room.place(
                width: 2 + gap + ImageText.width(of: text, size: LabelRoom.fontSize), besideX: place.x, y: place.y,
                isAbove: point.isOnFrontier, tolerating: isCrowded ? .linesAndDots : .lines)
            return found.flatMap { backing(of: $0) + [element(text, letter: letter, of: point, at: $0)] } ?? []
        }
    }

    /// Sets a label off from the dots and lines that it covers.
    private func backing(of place: LabelRoom.Place) -> [String] {
        place.coversSomething ? [ImageElement.box(place.box, fill: "white", "fill-opacity=\"0.8\"")] : []
    }

    private func element(_ text: String, letter: String, of point: PlottedPoint, at place: LabelRoom.Place) -> String {
        let color = PointMark.color(ofSeries: point.series, isBaseline: point.isBaseline)
        let before = letter.isEmpty ? "" : "<tspan fill-opacity=\"0.85\">\(letter.escapedForXML)</tspan>"
        let attributes = "font-size=\"11\" fill=\"\(color)\"" + (point.fits ? "" : " " + Self.dimmedText)
        return "<text x=\"\(place.x.svg)\" y=\"\(place.baseline.svg)\" \(attributes)>\(before)"
            + "<tspan\(letter.isEmpty ? "" : " dx=\"2\"")>\(text.escapedForXML)</tspan></text>"
    }
}

extension FrontierImage {
    private static let mostNetworks = 12

    /// What every sign in the image stands for.
    private static func entries(
        of plot: FrontierPlot, _ gathered: GatheredPoints, _ emphasis: FrontierPlot.Emphasis, ghosts: String, budget: String?,
        showsIntervals: Bool
    ) -> [ImageLegend.Entry] {
        networks(of: plot) + sources(of: plot, gathered, showsIntervals: showsIntervals) + lines(of: plot, emphasis)
            + states(of: plot, gathered, emphasis, ghosts: ghosts, budget: budget)
    }

    private static func lines(of plot: FrontierPlot, _ emphasis: FrontierPlot.Emphasis) -> [ImageLegend.Entry] {
        func line(_ name: String, _ stroke: String) -> ImageLegend.Entry {
            .init(name: name) { x, y in [ImageElement.polyline([(x - 9, y), (x + 9, y)], stroke)] }
        }
        var entries: [ImageLegend.Entry] = []
        if plot.frontier.count > 1 { entries.append(line(frontierName(in: plot), frontierStroke)) }
        if let rivalry = plot.rivalry, rivalry.published.count > 1 { entries.append(line("the paper's frontier", publishedStroke)) }
        if emphasis.showsIsolines {
            let selected = emphasis.selected.flatMap(plot.point(ofRow:)).map { ", \(plot.cost.title) of \(name(of: $0, in: plot))" }
            entries.append(line("\(plot.quality.rawValue) of the baseline\(selected ?? "")", isolineStroke))
        }
        return entries
    }

    /// Whose frontier it is: of what passes the filter, or of all beside the paper's.
    private static func frontierName(in plot: FrontierPlot) -> String {
        if plot.points.contains(where: { !$0.isShown }) { return "frontier of what passes the filter" }
        return plot.rivalry == nil ? "frontier" : "frontier of all that is shown"
    }

    private static func name(of point: PlottedPoint, in plot: FrontierPlot) -> String {
        "\(plot.series.entries[point.series].title) \(point.label)"
    }

    /// The signs of points that are something beyond their network and their source.
    private static func states(
        of plot: FrontierPlot, _ gathered: GatheredPoints, _ emphasis: FrontierPlot.Emphasis, ghosts: String, budget: String?
    ) -> [ImageLegend.Entry] {
        func circle(_ name: String, radius: Double = 4, _ attributes: String) -> ImageLegend.Entry {
            .init(name: name) { x, y in [ImageElement.circle(x: x, y: y, radius: radius, attributes)] }
        }
        let points = gathered.marks.map(\.point)
        var entries: [ImageLegend.Entry] = []
        if points.contains(where: \.isBaseline) { entries.append(circle("baseline", "fill=\"#000000\"")) }
        if !plot.ghosts.isEmpty { entries.append(circle(ghosts, radius: 3.5, "fill=\"none\" stroke=\"#999999\"")) }
        if points.contains(where: { !$0.fits }) || gathered.dots.contains(where: { !$0.look.fits }) {
            let name = "pale: over budget" + (budget.map { " \($0)" } ?? "")
            entries.append(circle(name, "fill=\"\(ImageElement.ink)\" \(dimmed)"))
        }
        if plot.points.contains(where: { !$0.isShown }) {
            entries.append(circle("left out by the filter", radius: 1, "fill=\"#bbbbbb\""))
        }
        if points.contains(where: { emphasis.marked.contains($0.position) }) { entries.append(note("◆ marked")) }
        if points.contains(where: \.isExtrapolated) { entries.append(note(PointLabel.extrapolatedTitle)) }
        if points.contains(where: { !$0.isConverged }) { entries.append(note("! \(plot.unconvergedTitle)")) }
        if gathered.marks.contains(where: { $0.count > 1 }) { entries.append(note("(n): so many points in one place")) }
        return entries
    }

    private static func note(_ text: String) -> ImageLegend.Entry { .init(name: text) { _, _ in [] } }

    private static func networks(of plot: FrontierPlot) -> [ImageLegend.Entry] {
        let entries = plot.series.entries
        let shown = entries.prefix(entries.count > mostNetworks ? mostNetworks - 1 : mostNetworks)
        let named = shown.enumerated().map { index, entry in
            let name = entries.count > 1 ? "\(entry.letter) \(entry.title)" : entry.title
            return ImageLegend.Entry(name: name) { x, y in
                let box = ImageBox(left: x - 4, top: y - 4, right: x + 4, bottom: y + 4)
                return [ImageElement.box(box, fill: PointMark.color(ofSeries: index))]
            }
        }
        return named + (shown.count < entries.count ? [note("and \((entries.count - shown.count).counted("more network"))")] : [])
    }

    private static func sources(
        of plot: FrontierPlot, _ gathered: GatheredPoints, showsIntervals: Bool
    ) -> [ImageLegend.Entry] {
        Accuracy.Source.allCases.filter(plot.sources.contains).map { source in
            let isCrowded = gathered.crowded.contains(source)
            let hasIntervals =
                showsIntervals && gathered.marks.contains { $0.point.source == source && $0.point.interval != nil }
            let interval = source != .published && hasIntervals ? ", with its 95 % interval" : ""
            return ImageLegend.Entry(name: source.rawValue + (isCrowded ? ", a dot for each place" : interval)) { x, y in
                let mark = PointMark.element(source, x: isCrowded ? x - 4 : x, y: y, color: ImageElement.ink, radius: 4)
                guard isCrowded else { return [mark] }
                let places = [(x + 4, y - 2), (x + 8, y + 1), (x + 5, y + 3)]
                let stroke = "stroke=\"\(ImageElement.ink)\""
                return [mark, ImageElement.dots(places, diameter: 2.6, isRound: source != .measured, stroke)]
            }
        }
    }
}
