import HardwareModel
import Precision
import Quantities

/// Power and area of designs by group of components as stacked bars in an image (Hashemi et al., Fig. 3).
struct BarsImage {
    private typealias Pane = BarsLayout.Pane

    let designs: [Design]
    /// Precisions, by their codes, whose bars are pale.
    let pale: Set<Int>
    /// What they have in common; nil where none is pale.
    let paleTitle: String?
    /// The accelerator whose totals are marked; nil for none.
    let ghost: Accelerator?
    /// What it is.
    let ghostName: String
    /// Whether bars show shares of their totals.
    let showsPercent: Bool
    let caption: ImageCaption

    private let width = 800.0
    private static let pitch = 24.0
    private static let thickness = 15.0
    private static let fontSize = 11.0
    private static let headings = 20.0
    private static let gap = 26.0

    private var names: Double {
        min(200, designs.reduce(0) { max($0, ImageText.width(of: $1.markedName, size: 12)) }) + 8
    }

    private var legend: ImageLegend {
        var entries = ComponentGroup.allCases.map { group in
            ImageLegend.Entry(name: group.rawValue) { x, y in
                let box = ImageBox(left: x - 8, top: y - 5, right: x + 8, bottom: y + 5)
                return [ImageElement.box(box, fill: group.color)]
            }
        }
        if ghost != nil, !showsPercent {
            entries.append(
                .init(name: ghostName) { x, y in [ImageElement.line(x, y - 6, x, y + 6, "#000000", Self.ghostStroke)] })
        }
        if let paleTitle { entries.append(.init(name: "pale: \(paleTitle)") { _, _ in [] }) }
        if designs.contains(where: \.isExtrapolated) { entries.append(.init(name: PointLabel.extrapolatedTitle) { _, _ in [] }) }
        return ImageLegend(entries, from: ImageCaption.margin, to: width - ImageCaption.margin, atMost: 4)
    }

    private static let paleness = "opacity=\"0.35\""

    private static let ghostStroke = "stroke-width=\"1.5\" stroke-dasharray=\"3 2\""

    /// The whole SVG document.
    var document: String {
        let (head, legend) = (caption.head(width: width), legend)
        let top = head + legend.height + 8 + Self.headings
        let bottom = top + Double(designs.count) * Self.pitch
        let height = bottom + ImageAxes.room + caption.foot(width: width)
        var elements = caption.elements(width: width, height: height)
        elements += legend.elements(top: head)
        let left = ImageCaption.margin + names
        let pane = (width - ImageCaption.margin - left - Self.gap) / 2
        for (number, kind) in [Pane.power, .area].enumerated() {
            let start = left + Double(number) * (pane + Self.gap)
            elements += bars(of: kind, in: ImageBox(left: start, top: top, right: start + pane, bottom: bottom))
        }
        for (index, design) in designs.enumerated() {
            let name = ImageText.truncated(design.markedName, to: names - 8, size: 12)
            let isPale = pale.contains(design.precision.code)
            elements.append(
                ImageElement.text(
                    name, x: left - 8, y: middle(ofBar: index, below: top) + 4,
                    "text-anchor=\"end\"" + (isPale ? " \(Self.paleness)" : "")))
        }
        return ImageElement.document(width: width, height: height, elements)
    }

    private func middle(ofBar index: Int, below top: Double) -> Double { top + (Double(index) + 0.5) * Self.pitch }

    /// Parts narrower than it have no line beside them, which would cover what there is of them.
    private static let separated = 3.0

    /// The narrowest part that is seen.
    private static let hairline = 0.75

    /// How wide parts are drawn: none less than a hair, which the widest of them gives, so that the bar stays as long as it is.
    private static func shown(_ widths: [Double]) -> [Double] {
        var shown = widths.map { max(hairline, $0) }
        guard let widest = shown.indices.max(by: { shown[$0] < shown[$1] }) else { return [] }
        let excess = zip(shown, widths).reduce(0) { $0 + $1.0 - $1.1 }
        shown[widest] = max(hairline, shown[widest] - excess)
        return shown
    }

    /// One pane: its bars over their axis, and right of them the totals and the buffers' shares.
    private func bars(of pane: Pane, in box: ImageBox) -> [String] {
        let shares = ImageText.width(of: "buffers", size: Self.fontSize) + 10
        let totals = designs.map { ImageText.width(of: pane.text(of: $0), size: Self.fontSize) }.max() ?? 0
        let heading = "total \(pane.unit)"
        let figures = max(totals, ImageText.width(of: heading, size: Self.fontSize)) + 8
        let area = ImageBox(left: box.left, top: box.top, right: box.right - shares - figures, bottom: box.bottom)
        let scale = Scale(.linear, from: 0, to: showsPercent ? 100 : largest(pane))
        let title = showsPercent ? "share of the \(pane.title), %" : "\(pane.title), \(pane.unit)"
        var elements = [
            ImageElement.text(pane.title, x: box.left, y: box.top - 7, "font-weight=\"bold\""),
            small(heading, x: box.right - shares, y: box.top - 7), small("buffers", x: box.right, y: box.top - 7),
        ]
        elements += ImageAxes.horizontal(scale, along: area, title: title, spacing: 40)
        for (index, design) in designs.enumerated() {
            let y = middle(ofBar: index, below: box.top)
            let parts = bar(of: design, pane, scale, in: area, at: y)
            elements += pale.contains(design.precision.code) ? ["<g \(Self.paleness)>"] + parts + ["</g>"] : parts
            let share = pane.amount(of: .buffer, in: design) / max(pane.total(of: design), .leastNonzeroMagnitude)
            elements.append(small(pane.text(of: design), x: box.right - shares, y: y + 4))
            elements.append(small("\((share * 100).text(decimals: 1)) %", x: box.right, y: y + 4))
        }
        elements.append(ImageElement.line(area.left, area.top, area.left, area.bottom, ImageElement.ink))
        return elements
    }

    private func small(_ text: String, x: Double, y: Double) -> String {
        ImageElement.text(text, x: x, y: y, "font-size=\"\(Self.fontSize.svg)\" text-anchor=\"end\"")
    }

    /// The end of the axis: a little more than the largest total, that of the ghosts included.
    private func largest(_ pane: Pane) -> Double {
        let own = designs.map { pane.total(of: $0) }
        let behind = ghost.map { ghost in designs.map { pane.total(of: Design(ghost, precision: $0.precision)) } } ?? []
        return max((own + behind).max() ?? 0, .leastNonzeroMagnitude) * 1.04
    }

    /// The parts of a bar, with a gap between those that are wide enough to spare it.
    private func bar(of design: Design, _ pane: Pane, _ scale: Scale, in area: ImageBox, at y: Double) -> [String] {
        let total = max(pane.total(of: design), .leastNonzeroMagnitude)
        func place(_ amount: Double) -> Double {
            area.left + area.width * min(1, scale.fraction(of: showsPercent ? amount / total * 100 : amount))
        }
        let groups = ComponentGroup.allCases.filter { pane.amount(of: $0, in: design) > 0 }
        let widths = Self.shown(groups.map { place(pane.amount(of: $0, in: design)) - area.left })
        var (elements, separators): ([String], [String]) = ([], [])
        var left = area.left
        for (number, width) in widths.enumerated() {
            let (top, bottom) = (y - Self.thickness / 2, y + Self.thickness / 2)
            let box = ImageBox(left: left, top: top, right: left + width, bottom: bottom)
            elements.append(ImageElement.box(box, fill: groups[number].color))
            if number > 0, min(width, widths[number - 1]) >= Self.separated {
                separators.append(ImageElement.line(left, top, left, bottom, "white", "stroke-width=\"0.75\""))
            }
            left += width
        }
        elements += separators
        if let ghost, !showsPercent {
            let x = place(pane.total(of: Design(ghost, precision: design.precision)))
            let reach = Self.thickness / 2 + 2
            elements.append(ImageElement.line(x, y - reach, x, y + reach, "#000000", Self.ghostStroke))
        }
        return elements
    }
}

extension ComponentGroup {
    /// The colour of its part of a bar in an image; from dark to light, so that they differ in print without colour and for colour-blind
    /// eyes too.
    var color: String {
        switch self {
        case .buffer: "#26456e"
        case .weightBlock: "#c1553b"
        case .adderTree: "#5fae94"
        case .registers: "#f0b64b"
        case .control: "#cccccc"
        }
    }
}
