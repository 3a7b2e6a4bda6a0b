import DesignSpace
import Quantities
import Terminal

extension FrontierPlot {
    /// The plot as a vector image with real text, fit for a paper.
    ///
    /// - Parameters:
    ///   - width: in SVG user units.
    ///   - height: in SVG user units.
    ///   - title: a line above the plot; none if empty.
    ///   - notes: where the figures come from: lines that stand in the image's description and, small, at its foot.
    /// - Returns: a complete SVG document.
    public func svg(width: Int = 800, height: Int = 500, title: String = "", notes: [String] = []) -> String {
        SVGPlot(
            plot: self, width: Double(min(max(width, 200), 20_000)), height: Double(min(max(height, 150), 20_000)), title: title,
            notes: notes
        )
        .document
    }
}

/// Writes a plot as SVG.
private struct SVGPlot {
    let plot: FrontierPlot
    let width: Double
    let height: Double
    let title: String
    let notes: [String]

    private static let colors = ["#1f5fbf", "#c22f2f", "#1f8a3b", "#8a3fb0", "#00809a", "#9a6a00"]
    private static let baselineColor = "#000000"

    private var left: Double { 64 }
    private var right: Double { width - 24 }
    private var top: Double { title.isEmpty ? 44 : 68 }
    private var bottom: Double { height - (notes.isEmpty ? 52 : 70) }

    private func x(_ value: Double) -> Double { left + (right - left) * plot.xScale.fraction(of: value) }
    private func y(_ value: Double) -> Double { bottom - (bottom - top) * plot.yScale.fraction(of: value) }

    var document: String {
        let size = "width=\"\(width.svg)\" height=\"\(height.svg)\" viewBox=\"0 0 \(width.svg) \(height.svg)\""
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        if !notes.isEmpty {
            let text = notes.joined(separator: " · ")
            lines.append("<desc>\(text.escapedForXML)</desc>")
            lines.append(self.text(text, x: left, y: height - 10, "font-size=\"9\" fill=\"#666666\""))
        }
        if !title.isEmpty { lines.append(text(title, x: left, y: 24, "font-size=\"15\" font-weight=\"bold\"")) }
        lines += legend + xAxis + yAxis
        lines.append(
            "<clipPath id=\"data\"><rect x=\"\(left.svg)\" y=\"\(top.svg)\" width=\"\((right - left).svg)\" height=\"\((bottom - top).svg)\"/></clipPath>"
        )
        lines +=
            ["<g clip-path=\"url(#data)\">"] + ghosts + steps + plot.points.filter(\.isShown).flatMap(point) + ["</g>", "</svg>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func text(_ text: String, x: Double, y: Double, _ attributes: String = "") -> String {
        "<text x=\"\(x.svg)\" y=\"\(y.svg)\" \(attributes)>\(text.escapedForXML)</text>"
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String) -> String {
        "<line x1=\"\(x1.svg)\" y1=\"\(y1.svg)\" x2=\"\(x2.svg)\" y2=\"\(y2.svg)\" stroke=\"\(color)\"/>"
    }

    private var legend: [String] {
        var place = left
        let networks = plot.series.entries.enumerated().flatMap { index, entry in
            defer { place += 30 + Double(entry.title.count) * 8 }
            let color = Self.colors[index % Self.colors.count]
            return [
                "<circle cx=\"\((place + 5).svg)\" cy=\"\((top - 19).svg)\" r=\"4\" fill=\"\(color)\"/>",
                text(entry.title, x: place + 14, y: top - 15),
            ]
        }
        guard plot.rivalry != nil else { return networks }
        return networks + [
            "<line x1=\"\(place.svg)\" y1=\"\((top - 19).svg)\" x2=\"\((place + 24).svg)\" y2=\"\((top - 19).svg)\" "
                + "stroke=\"#b0b0b0\" stroke-width=\"1.5\" stroke-dasharray=\"5 3\"/>",
            text("the paper's frontier · hollow: measured", x: place + 30, y: top - 15),
        ]
    }

    private var xAxis: [String] {
        plot.xScale.ticks(atMost: max(2, Int((right - left) / 60))).flatMap { tick in
            [
                line(x(tick.value), top, x(tick.value), bottom, "#e4e4e4"),
                text(tick.label, x: x(tick.value), y: bottom + 18, "text-anchor=\"middle\""),
            ]
        } + [
            line(left, bottom, right, bottom, "#444444"),
            text(plot.xTitle, x: (left + right) / 2, y: bottom + 40, "text-anchor=\"middle\""),
        ]
    }

    private var yAxis: [String] {
        plot.yScale.ticks(atMost: max(2, Int((bottom - top) / 40))).flatMap { tick in
            [
                line(left, y(tick.value), right, y(tick.value), "#e4e4e4"),
                text(tick.label, x: left - 8, y: y(tick.value) + 4, "text-anchor=\"end\""),
            ]
        } + [
            line(left, top, left, bottom, "#444444"),
            text(
                plot.yTitle, x: 18, y: (top + bottom) / 2,
                "text-anchor=\"middle\" transform=\"rotate(-90 18 \(((top + bottom) / 2).svg))\""),
        ]
    }

    private var ghosts: [String] {
        plot.ghosts.map { ghost in
            "<circle cx=\"\(x(ghost.x).svg)\" cy=\"\(y(ghost.y).svg)\" r=\"3.5\" fill=\"none\" stroke=\"#aaaaaa\"/>"
        }
    }

    private var steps: [String] {
        let published = plot.rivalry.map { polyline(through: $0.published, "stroke=\"#b0b0b0\" stroke-dasharray=\"5 3\"") } ?? []
        return published + polyline(through: plot.frontier, "stroke=\"#777777\"")
    }

    private func polyline(through indices: [Int], _ stroke: String) -> [String] {
        guard indices.count > 1 else { return [] }
        let corners = plot.steps(through: indices).map { "\(x($0.x).svg),\(y($0.y).svg)" }.joined(separator: " ")
        return ["<polyline points=\"\(corners)\" fill=\"none\" \(stroke) stroke-width=\"1.5\"/>"]
    }

    /// Published points are filled; points from elsewhere are hollow and show their interval.
    private func point(_ point: PlottedPoint) -> [String] {
        let color = point.isBaseline ? Self.baselineColor : Self.colors[point.series % Self.colors.count]
        let isPublished = point.source == .published
        let (centreX, centreY) = (x(point.x), y(point.y))
        var lines: [String] = []
        if !isPublished, let interval = point.interval {
            lines.append(line(centreX, y(interval.lowerBound), centreX, y(interval.upperBound), color))
        }
        let fill = isPublished ? color : "white"
        lines.append(
            "<circle cx=\"\(centreX.svg)\" cy=\"\(centreY.svg)\" r=\"4.5\" fill=\"\(fill)\" stroke=\"\(color)\" stroke-width=\"1.5\"/>"
        )
        let isNearRight = centreX > right - 60
        let anchor = isNearRight ? "text-anchor=\"end\"" : "text-anchor=\"start\""
        lines.append(text(point.label, x: centreX + (isNearRight ? -8 : 8), y: centreY - 5, "fill=\"\(color)\" \(anchor)"))
        return lines
    }
}

extension Double {
    /// The number with at most two decimals, as SVG reads it.
    fileprivate var svg: String {
        let rounded = text(decimals: 2)
        return rounded.hasSuffix(".00") ? String(rounded.dropLast(3)) : rounded
    }
}

extension String {
    /// The text with XML's signs written out and without characters that control something.
    fileprivate var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default:
                let isDrawable = CharacterWidth.of(scalar) != .undrawable
                escaped.unicodeScalars.append(isDrawable ? scalar : "\u{fffd}")
            }
        }
        return escaped
    }
}
