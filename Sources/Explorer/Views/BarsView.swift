import DesignSpace
import HardwareModel
import Precision
import Quantities
import Terminal

/// The Bars screen: power and area of every precision by component (Hashemi et al., Fig. 3).
struct BarsView {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    private var designs: [Design] { state.designs }

    /// Draws all but the cursor and the legend, whose amounts are those at the cursor.
    func drawScene(with pen: inout Pen, in rect: Rect) {
        guard !rect.isEmpty else { return }
        let inner = Self.inner(rect)
        if designs.isEmpty {
            pen.put("this study has no precisions", .quiet, at: inner.origin, within: inner)
            return
        }
        let layout = layout(in: rect)
        for (pane, area) in layout.panes { drawPane(pane, with: &pen, in: area, layout) }
    }

    /// Draws cursor and legend over the scene.
    ///
    /// - Returns: the beginning of the bar under the cursor.
    func drawCursor(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty, designs.indices.contains(state.bars.cursor) else { return nil }
        let layout = layout(in: rect)
        let design = designs[state.bars.cursor]
        var cursor: Point?
        for (pane, area) in layout.panes {
            let (first, shown, body) = window(in: area, layout)
            guard (first..<first + shown).contains(state.bars.cursor) else { continue }
            let row = Self.bar(state.bars.cursor - first, in: body, layout)
            let columns = columns(of: pane, in: area)
            cursor = cursor ?? row.origin
            drawName(of: design, columns, with: &pen, in: row, isSelected: true)
            drawValue(of: state.bars.cursor, pane, columns, with: &pen, in: row, .strong)
        }
        if let legend = layout.legend { BarsLegend(state).draw(with: &pen, in: legend) }
        return cursor
    }

    /// How many bars are scrolled away, of all panes together.
    func scrolled(in rect: Rect) -> Int {
        let layout = layout(in: rect)
        return layout.panes.reduce(0) { $0 + window(in: $1.rect, layout).first }
    }

    /// How many bars have room on the screen, in the pane that has the least.
    func shownBars(in rect: Rect) -> Int {
        let layout = layout(in: rect)
        return layout.panes.map { window(in: $0.rect, layout).shown }.min() ?? 0
    }

    /// The first of the bars on the screen.
    func firstBar(in rect: Rect) -> Int {
        let layout = layout(in: rect)
        return layout.panes.first.map { window(in: $0.rect, layout).first } ?? 0
    }

    /// The bar at a cell, and whose pane it stands in; nil where there is none.
    func bar(at point: Point, in rect: Rect) -> (bar: Int, pane: BarsLayout.Pane)? {
        guard !rect.isEmpty, !designs.isEmpty else { return nil }
        let layout = layout(in: rect)
        guard let (pane, area) = layout.panes.first(where: { $0.rect.contains(point) }).map({ ($0.pane, $0.rect) }) else {
            return nil
        }
        let (first, shown, body) = window(in: area, layout)
        let place = (point.row - body.top) / layout.pitch
        guard point.row >= body.top, place < shown, designs.indices.contains(first + place) else { return nil }
        return (first + place, pane)
    }

    /// Whether a bar of those on the screen has the mark of where it would end on the accelerator that is laid behind.
    func showsGhosts(in rect: Rect) -> Bool {
        guard !rect.isEmpty, !state.ghostBars.designs.isEmpty else { return false }
        let layout = layout(in: rect)
        return layout.panes.contains { showsGhosts($0.pane, in: $0.rect, layout) }
    }

    private func showsGhosts(_ pane: BarsLayout.Pane, in area: Rect, _ layout: BarsLayout) -> Bool {
        let (first, shown, _) = window(in: area, layout)
        let columns = columns(of: pane, in: area)
        return designs.indices.dropFirst(first).prefix(shown).contains { ghostPlace(ofBar: $0, pane, columns) != nil }
    }

    private static func inner(_ rect: Rect) -> Rect { rect.inset(columns: rect.columns > 40 ? 1 : 0) }

    private func layout(in rect: Rect) -> BarsLayout {
        BarsLayout(in: Self.inner(rect), count: designs.count, single: state.bars.pane)
    }

    /// The first bar on the screen, how many there is room for, and where.
    private func window(in pane: Rect, _ layout: BarsLayout) -> (first: Int, shown: Int, body: Rect) {
        let body = pane.splitTop(pane.rows >= 2 ? 1 : 0).rest
        let shown = layout.bars(inRows: body.rows)
        // No further than the cursor asks for, so that it moves before the bars do.
        let first = min(max(state.bars.firstBar, state.bars.cursor - shown + 1), state.bars.cursor)
        return (max(0, min(first, designs.count - shown)), shown, body)
    }

    /// Where the bar at a place on the screen stands.
    private static func bar(_ place: Int, in body: Rect, _ layout: BarsLayout) -> Rect {
        body.splitTop(place * layout.pitch).rest.splitTop(layout.thickness).top
    }

    private func drawPane(_ pane: BarsLayout.Pane, with pen: inout Pen, in rect: Rect, _ layout: BarsLayout) {
        let columns = columns(of: pane, in: rect)
        let (first, shown, body) = window(in: rect, layout)
        if body.top > rect.top {
            let part = shown < designs.count ? "\(first + 1)-\(first + shown) of \(designs.count)" : ""
            drawHeader(
                pane, columns, part: part, hasGhosts: showsGhosts(pane, in: rect, layout), with: &pen,
                in: rect.splitTop(1).top)
        }
        for (place, design) in designs.dropFirst(first).prefix(shown).enumerated() {
            drawBar(first + place, design, pane, columns, with: &pen, in: Self.bar(place, in: body, layout))
        }
    }

    private func columns(of pane: BarsLayout.Pane, in rect: Rect) -> BarColumns {
        // Shares have no marks of another accelerator, and no scale.
        let ghosts = state.bars.showsPercent ? BarExtents() : state.ghostBars.extents
        return BarColumns(state.barExtents, behind: ghosts, pane, width: rect.columns, hasMarks: state.whatIf.isChanged)
    }

    private func drawHeader(
        _ pane: BarsLayout.Pane, _ columns: BarColumns, part: String, hasGhosts: Bool, with pen: inout Pen, in rect: Rect
    ) {
        let trailing = TextLine(columns.showsShare ? "\(pane.unit)  buffers" : "", .quiet)
        var end = pen.put(
            "\(pane.title) \(pane.unit)\(state.bars.showsPercent ? ", shares" : "")", .strong, at: rect.origin, within: rect)
        if !part.isEmpty, end + 2 + part.count <= rect.right - (trailing.text.isEmpty ? 0 : pen.columns(of: trailing) + 2) {
            end = pen.put(part, .quiet, at: Point(column: end + 2, row: rect.top), within: rect)
        }
        pen.putTrailing(trailing, row: rect.top, in: rect)
        guard hasGhosts else { return }
        let room = Rect(
            column: end + 2, row: rect.top, columns: max(0, rect.right - pen.columns(of: trailing) - 2 - end - 2), rows: 1)
        pen.put(TextLine([Phrase("┊", .strong), Phrase(" \(state.whatIf.ghostTitle)", .quiet)]), row: rect.top, in: room)
    }

    private func drawBar(
        _ bar: Int, _ design: Design, _ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect
    ) {
        drawName(of: design, columns, with: &pen, in: rect, isSelected: false)
        let total = pane.total(of: design)
        let length = state.bars.showsPercent ? 1 : total / columns.largest
        let start = rect.left + columns.name + 1
        let groups = ComponentGroup.allCases
        let parts = BarParts(of: groups.map { pane.amount(of: $0, in: design) }, cells: length * Double(columns.bar)).cells
        var column = start
        let isPale = standing(of: design) != .fits
        for (group, cells) in zip(groups, parts) {
            let part = Rect(column: column, row: rect.top, columns: cells, rows: rect.rows)
            pen.fill(part, with: group.fill, isPale ? .quiet : .group(group), within: rect)
            column += cells
        }
        drawGhost(ofBar: bar, pane, columns, with: &pen, in: rect, from: start)
        drawValue(of: bar, pane, columns, with: &pen, in: rect, isPale ? .quiet : .plain)
    }

    private func standing(of design: Design) -> Standing { state.points.standing(of: design.precision) }
}

extension BarsView {
    private func drawName(
        of design: Design, _ columns: BarColumns, with pen: inout Pen, in rect: Rect, isSelected: Bool
    ) {
        let standing = standing(of: design)
        let sign = isSelected ? "▸" : standing.sign
        let role: Role = isSelected ? .strong : standing == .fits ? .plain : .quiet
        pen.put((sign + design.markedName).padded(to: columns.name), role, at: rect.origin, within: rect, isSelected: isSelected)
    }

    private func drawValue(
        of bar: Int, _ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect, _ role: Role
    ) {
        guard columns.showsValue else { return }
        let design = designs[bar]
        let isChanged = state.original(ofBar: bar).map { pane.text(of: $0) != pane.text(of: design) } ?? false
        let value = pane.text(of: design) + (isChanged ? ExplorerState.changedMark : columns.hasMarks ? " " : "")
        let total = max(pane.total(of: design), .leastNonzeroMagnitude)
        let share = "\((pane.amount(of: .buffer, in: design) / total * 100).text(decimals: 1)) %"
        let text = columns.showsShare ? "\(value)\(columns.hasMarks ? " " : "  ")\(share.leading(to: 7))" : value
        pen.putTrailing(TextLine(text, role), row: rect.top, in: rect)
    }

    /// How many columns a bar would have on the accelerator that is laid behind; nil where there is none, or no room for that.
    private func ghostPlace(ofBar bar: Int, _ pane: BarsLayout.Pane, _ columns: BarColumns) -> Int? {
        guard !state.bars.showsPercent, columns.bar > 0, state.ghostBars.designs.indices.contains(bar) else { return nil }
        let place = (pane.total(of: state.ghostBars.designs[bar]) / columns.largest * Double(columns.bar)).rounded()
        return place.isFinite ? Int(min(max(1, place), Double(columns.bar))) : nil
    }

    /// Marks where the bar would end on the accelerator that is laid behind.
    private func drawGhost(
        ofBar bar: Int, _ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect, from start: Int
    ) {
        guard let place = ghostPlace(ofBar: bar, pane, columns) else { return }
        for row in rect.rowRange { pen.put("┊", .strong, at: Point(column: start + place - 1, row: row), within: rect) }
    }
}

/// How wide the parts of a bar's line are.
struct BarColumns: Hashable, Sendable {
    let name: Int
    let bar: Int
    let showsShare: Bool
    let showsValue: Bool
    /// The amount that the longest bar stands for, or the furthest mark of the accelerator that is laid behind.
    let largest: Double
    /// Whether there is room for the sign of a changed figure behind each value.
    let hasMarks: Bool

    /// - Parameter behind: the extents of what is laid behind; those of nothing where nothing is.
    init(
        _ extents: BarExtents, behind: BarExtents = BarExtents(), _ pane: BarsLayout.Pane, width: Int, hasMarks: Bool = false
    ) {
        let names = extents.name + 1
        let (digits, own) = pane == .power ? (extents.power.text, extents.power.amount) : (extents.area.text, extents.area.amount)
        let most = max(own, pane == .power ? behind.power.amount : behind.area.amount)
        showsShare = width >= 44
        self.hasMarks = hasMarks
        // Before the share the sign stands in the gap.
        let values = digits + (hasMarks && !showsShare ? 1 : 0)
        showsValue = width >= names + values + 1
        name = min(names, width)
        bar = max(0, width - name - 1 - (showsValue ? 1 + values : 0) - (showsShare ? 9 : 0))
        largest = max(most, .leastNonzeroMagnitude)
    }
}

/// The longest texts and the largest amounts of some designs, which are looked through once and not for every frame.
struct BarExtents: Hashable, Sendable {
    /// Those of one pane.
    struct Extent: Hashable, Sendable {
        var text = 0
        var amount = 0.0

        init(_ designs: [Design] = [], _ pane: BarsLayout.Pane = .power) {
            // The largest amount has the longest text.
            guard let largest = designs.max(by: { pane.total(of: $0) < pane.total(of: $1) }) else { return }
            (text, amount) = (pane.text(of: largest).count, pane.total(of: largest))
        }
    }

    private(set) var name = 0
    private(set) var power = Extent()
    private(set) var area = Extent()

    init(_ designs: [Design] = []) {
        name = designs.reduce(0) { max($0, $1.markedName.count) }
        (power, area) = (Extent(designs, .power), Extent(designs, .area))
    }
}

/// The designs of the bars on the accelerator that is laid behind, in the same order; none where nothing is laid behind.
struct GhostBars: Hashable, Sendable {
    let designs: [Design]
    let extents: BarExtents

    init(_ ghost: Accelerator? = nil, behind designs: [Design] = []) {
        self.designs = ghost.map { ghost in designs.map { Design(ghost, precision: $0.precision) } } ?? []
        extents = BarExtents(self.designs)
    }
}

extension BarsLayout.Pane {
    /// What is shown.
    var title: String { self == .power ? "power" : "area" }

    /// In what unit.
    var unit: String { self == .power ? "mW" : "mm²" }

    func total(of design: Design) -> Double { self == .power ? design.power.milliwatts : design.area.squareMillimetres }

    func amount(of group: ComponentGroup, in design: Design) -> Double {
        self == .power ? design.power(of: group).milliwatts : design.area(of: group).squareMillimetres
    }

    func text(of design: Design) -> String {
        self == .power ? total(of: design).text(decimals: 1) : total(of: design).text(decimals: 2)
    }
}

extension ComponentGroup {
    /// The character that its part of a bar is filled with; no two look alike without colour.
    var fill: Glyph {
        switch self {
        case .buffer: "█"
        case .weightBlock: "▓"
        case .adderTree: "▒"
        case .registers: "░"
        case .control: "·"
        }
    }
}
