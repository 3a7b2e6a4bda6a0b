import DesignSpace
import HardwareModel
import Precision
import Quantities
import Terminal

/// The accelerator of a design as a block diagram (Hashemi et al., Fig. 2): buffers, weight blocks, adder trees, nonlinearity.
struct AcceleratorDiagram {
    /// One box: a stage of the pipeline.
    struct Stage: Hashable, Sendable {
        let title: String
        let lines: [String]
    }

    let design: Design

    /// How many lines it takes.
    static let rows = 5

    /// The narrowest rectangle it can be drawn in.
    static let columns = 77

    /// The stages from the buffers to the output: three, or two for binary weights, whose first two are one.
    var stages: [Stage] {
        let tile = design.accelerator.tile
        let widths = Widths(precision: design.precision, synapses: tile.synapses)
        let tree = "\(tile.neurons.counted("tree")), \(widths.treeLevels.counted("level"))"
        let last = Stage(
            title: "nonlinearity", lines: [tile.neurons.counted("neuron"), "\(design.precision.dataBits.counted("bit")) out"])
        let lanes = tile.lanes
        let block: [String]
        switch design.precision.weights {
        case .float32: block = [lanes.counted("multiplier", grouped: true), "floating point"]
        case .fixed:
            block = [
                lanes.counted("multiplier", grouped: true), "\(design.precision.weightBits) × \(design.precision.dataBits) bits",
            ]
        case .powerOfTwo:
            block = [lanes.counted("barrel shifter", grouped: true), "\(widths.shifterStages.counted("stage")), and a sign"]
        case .binary: return [Stage(title: "weights and adders", lines: [lanes.counted("negation", grouped: true), tree]), last]
        }
        return [
            Stage(title: "weight blocks", lines: block),
            Stage(
                title: "adder trees",
                lines: [tree, design.precision == .float32 ? "floating point" : "\(widths.accumulator) bits summed"]),
            last,
        ]
    }

    /// The memory of a buffer, with its unit; nil if the design has none of that name.
    func size(ofBuffer name: String) -> String? {
        design.components.first { $0.group == .buffer && $0.name == name }
            .map { "\(InformationSize.bits($0.count).kibibytes.text(significant: 3)) KiB" }
    }

    /// The arrow between two boxes.
    private static let arrow = " ─▸ "

    /// Draws the diagram: buffers beside the boxes, or beneath them where these would be too narrow for what they hold.
    func draw(with pen: inout Pen, in rect: Rect) {
        func named(_ name: String) -> String { size(ofBuffer: name).map { "\(name) \($0)" } ?? name }
        let names = (input: named("NBin"), weights: named("SB"), output: named("NBout"))
        let left = max(names.input.count, names.weights.count)
        let arrow = Self.arrow.count
        let outside = left + arrow + arrow + names.output.count
        let widest = stages.reduce(0) { widest, stage in
            stage.lines.reduce(max(widest, stage.title.count + 6)) { max($0, $1.count + 3) }
        }
        let beside = min(30, (rect.columns - outside + arrow) / stages.count - arrow)
        guard beside >= widest else {
            let width = min(30, (rect.columns + arrow) / stages.count - arrow)
            let last = drawStages(with: &pen, in: rect, from: rect.left, width: width, areNumbered: true)
            let row = rect.top + Self.rows - 1
            pen.put(
                "▲ \(names.input), \(names.weights)", .group(.buffer), at: Point(column: rect.left + 2, row: row), within: rect)
            pen.put("▼ \(names.output)", .group(.buffer), at: Point(column: last + 2, row: row), within: rect)
            return
        }
        let middle = rect.top + 2
        for (text, row) in [(names.input, middle - 1), (names.weights, middle)] {
            pen.put("\(text.leading(to: left)) ─▸", .group(.buffer), at: Point(column: rect.left, row: row), within: rect)
        }
        let last = drawStages(with: &pen, in: rect, from: rect.left + left + arrow, width: beside, areNumbered: false)
        let end = pen.put(Self.arrow, .quiet, at: Point(column: last + beside, row: middle), within: rect)
        pen.put(names.output, .group(.buffer), at: Point(column: end, row: middle), within: rect)
    }

    /// Draws the boxes with arrows between them; their numbers stand in the titles, or else in a line of their own.
    ///
    /// - Returns: the column of the last box.
    private func drawStages(
        with pen: inout Pen, in rect: Rect, from first: Int, width: Int, areNumbered: Bool
    ) -> Int {
        let groups: [ComponentGroup] = stages.count == 2 ? [.weightBlock, .registers] : [.weightBlock, .adderTree, .registers]
        var column = first
        for (number, stage) in stages.enumerated() {
            if number > 0 {
                column = pen.put(Self.arrow, .quiet, at: Point(column: column + width, row: rect.top + 2), within: rect)
            }
            let box = Rect(column: column, row: rect.top, columns: width, rows: Self.rows - 1).intersection(rect)
            let style = pen.theme.style(.group(groups[number]))
            pen.surface.putBox(box, title: areNumbered ? "\(number + 1) \(stage.title)" : stage.title, style: style)
            for (offset, line) in stage.lines.enumerated() {
                let inner = box.inset(columns: 1)
                pen.put(" \(line)", at: Point(column: inner.left, row: box.top + 1 + offset), within: inner)
            }
            guard !areNumbered else { continue }
            pen.put("stage \(number + 1)", .quiet, at: Point(column: column + 2, row: rect.top + Self.rows - 1), within: rect)
        }
        return column
    }
}
