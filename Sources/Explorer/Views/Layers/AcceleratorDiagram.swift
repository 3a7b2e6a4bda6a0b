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
    static let columns = 76

    /// The stages from the buffers to the output: three, or two for binary weights, whose first two are one.
    var stages: [Stage] {
        let tile = design.accelerator.tile
        let widths = Widths(precision: design.precision, synapses: tile.synapses)
        let tree = "\(tile.neurons) trees, \(widths.treeLevels) levels"
        let last = Stage(title: "nonlinearity", lines: ["\(tile.neurons) neurons", "\(design.precision.dataBits) bits out"])
        let lanes = tile.lanes.groupedText
        let block: [String]
        switch design.precision.weights {
        case .float32: block = ["\(lanes) multipliers", "floating point"]
        case .fixed: block = ["\(lanes) multipliers", "\(design.precision.weightBits) × \(design.precision.dataBits) bits"]
        case .powerOfTwo: block = ["\(lanes) barrel shifters", "\(widths.shifterStages) stages, and a sign"]
        case .binary: return [Stage(title: "weights and adders", lines: ["\(lanes) negations", tree]), last]
        }
        return [
            Stage(title: "weight blocks", lines: block),
            Stage(title: "adder trees", lines: [tree, "\(widths.accumulator) bits summed"]),
            last,
        ]
    }

    func draw(with pen: inout Pen, in rect: Rect) {
        let buffers = design.components.filter { $0.group == .buffer }
        func size(_ name: String) -> String {
            buffers.first { $0.name == name }.map { "\(name) \(InformationSize.bits($0.count).kibibytes.text(significant: 3)) KiB" }
                ?? name
        }
        let names = (input: size("NBin"), weights: size("SB"), output: size("NBout"))
        let left = max(names.input.count, names.weights.count)
        let middle = rect.top + 2
        for (text, row) in [(names.input, middle - 1), (names.weights, middle)] {
            pen.put("\(text.leading(to: left)) ─▸", .group(.buffer), at: Point(column: rect.left, row: row), within: rect)
        }
        let arrow = 4
        var column = rect.left + left + arrow
        let room = rect.right - column - names.output.count - arrow
        let width = max(14, min(30, room / stages.count - arrow))
        let groups: [ComponentGroup] = stages.count == 2 ? [.weightBlock, .registers] : [.weightBlock, .adderTree, .registers]
        for (number, stage) in stages.enumerated() {
            let box = Rect(column: column, row: rect.top, columns: width, rows: Self.rows - 1).intersection(rect)
            let style = pen.theme.style(.group(groups[number]))
            pen.surface.putBox(box, title: stage.title, style: style)
            for (offset, line) in stage.lines.enumerated() {
                let inner = box.inset(columns: 1)
                pen.put(" \(line)", at: Point(column: inner.left, row: box.top + 1 + offset), within: inner)
            }
            pen.put("stage \(number + 1)", .quiet, at: Point(column: column + 2, row: rect.top + Self.rows - 1), within: rect)
            column += width
            pen.put(" ─▸ ", .quiet, at: Point(column: column, row: middle), within: rect)
            column += arrow
        }
        pen.put(names.output, .group(.buffer), at: Point(column: column, row: middle), within: rect)
    }
}
