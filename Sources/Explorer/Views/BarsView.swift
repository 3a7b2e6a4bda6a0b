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

    /// Draws the screen.
    ///
    /// - Returns: the beginning of the bar under the cursor.
    func draw(with pen: inout Pen, in rect: Rect) -> Point? {
        guard !rect.isEmpty else { return nil }
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        if designs.isEmpty {
            pen.put("this study has no precisions", .quiet, at: inner.origin, within: inner)
            return nil
        }
        let layout = BarsLayout(in: inner, count: designs.count, single: state.bars.pane)
        var cursor: Point?
        for (pane, area) in layout.panes {
            let cell = drawPane(pane, with: &pen, in: area, layout)
            cursor = cursor ?? cell
        }
        if let legend = layout.legend { BarsLegend(state).draw(with: &pen, in: legend) }
        return cursor
    }

    private func drawPane(_ pane: BarsLayout.Pane, with pen: inout Pen, in rect: Rect, _ layout: BarsLayout) -> Point? {
        let (header, body) = rect.splitTop(rect.rows >= 2 ? 1 : 0)
        let columns = BarColumns(state.barExtents, pane, width: rect.columns)
        if !header.isEmpty { drawHeader(pane, columns, with: &pen, in: header) }
        let shown = max(1, body.rows / layout.pitch)
        let first = max(0, min(state.bars.cursor - shown + 1, designs.count - shown))
        var cursor: Point?
        for (offset, index) in designs.indices.dropFirst(first).prefix(shown).enumerated() {
            let row = body.splitTop(offset * layout.pitch).rest.splitTop(layout.thickness).top
            if index == state.bars.cursor { cursor = row.origin }
            drawBar(designs[index], pane, columns, with: &pen, in: row, isSelected: index == state.bars.cursor)
        }
        return cursor
    }

    private func drawHeader(_ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect) {
        pen.put("\(pane.title) \(pane.unit)\(state.bars.showsPercent ? ", shares" : "")", .strong, at: rect.origin, within: rect)
        if columns.showsShare { pen.putTrailing(TextLine("\(pane.unit)  buffers", .quiet), row: rect.top, in: rect) }
    }

    private func drawBar(
        _ design: Design, _ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect, isSelected: Bool
    ) {
        let name = (isSelected ? "▸" : " ") + design.precision.name
        pen.put(name.padded(to: columns.name), isSelected ? .strong : .plain, at: rect.origin, within: rect, isSelected: isSelected)
        let total = pane.total(of: design)
        let length = state.bars.showsPercent ? 1 : total / columns.largest
        let start = rect.left + columns.name + 1
        var sum = 0.0
        var drawn = 0
        for group in ComponentGroup.allCases {
            sum += pane.amount(of: group, in: design)
            let end = total > 0 ? Int((sum / total * length * Double(columns.bar)).rounded()) : 0
            let part = String(repeating: group.fill, count: max(0, end - drawn))
            for row in rect.rowRange { pen.put(part, .group(group), at: Point(column: start + drawn, row: row), within: rect) }
            drawn = max(drawn, end)
        }
        let value = pane.text(of: design)
        let share = "\((pane.amount(of: .buffer, in: design) / max(total, .leastNonzeroMagnitude) * 100).text(decimals: 1)) %"
        drawGhost(of: design, pane, columns, with: &pen, in: rect, from: start)
        guard columns.showsValue else { return }
        let text = columns.showsShare ? "\(value)  \(share.leading(to: 7))" : value
        pen.putTrailing(TextLine(text, isSelected ? .strong : .plain), row: rect.top, in: rect)
    }
}

extension BarsView {
    /// Marks where the bar would end on the accelerator that is laid behind.
    private func drawGhost(
        of design: Design, _ pane: BarsLayout.Pane, _ columns: BarColumns, with pen: inout Pen, in rect: Rect, from start: Int
    ) {
        guard !state.bars.showsPercent, let ghost = state.whatIf.ghost else { return }
        let total = pane.total(of: Design(ghost, precision: design.precision))
        let place = Int((total / columns.largest * Double(columns.bar)).rounded())
        guard (1...max(1, columns.bar)).contains(place) else { return }
        for row in rect.rowRange { pen.put("┊", .strong, at: Point(column: start + place - 1, row: row), within: rect) }
    }
}

/// How wide the parts of a bar's line are.
struct BarColumns: Hashable, Sendable {
    let name: Int
    let bar: Int
    let showsShare: Bool
    let showsValue: Bool
    /// The amount that the longest bar stands for.
    let largest: Double

    init(_ extents: BarExtents, _ pane: BarsLayout.Pane, width: Int) {
        let names = extents.name + 1
        let (values, most) = pane == .power ? (extents.power.text, extents.power.amount) : (extents.area.text, extents.area.amount)
        showsShare = width >= 44
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

        mutating func extend(to design: Design, _ pane: BarsLayout.Pane) {
            text = max(text, pane.text(of: design).count)
            amount = max(amount, pane.total(of: design))
        }
    }

    private(set) var name = 0
    private(set) var power = Extent()
    private(set) var area = Extent()

    init(_ designs: [Design] = []) {
        for design in designs {
            name = max(name, design.precision.name.count)
            power.extend(to: design, .power)
            area.extend(to: design, .area)
        }
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
    var fill: String {
        switch self {
        case .buffer: "█"
        case .weightBlock: "▓"
        case .adderTree: "▒"
        case .registers: "░"
        case .control: "·"
        }
    }
}

extension String {
    /// The text with spaces before it to a number of characters.
    func leading(to count: Int) -> String {
        let missing = count - characterCount
        return missing > 0 ? String(repeating: " ", count: missing) + self : self
    }

    /// The number of characters, without looking for the ends of each where all are ASCII.
    var characterCount: Int { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x80 } ? utf8.count : count }
}
