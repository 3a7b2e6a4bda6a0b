import HardwareModel
import Precision

/// The accelerator of a design as a block diagram in an image (Hashemi et al., Fig. 2): buffers, and the stages between them.
struct AcceleratorImage {
    let design: Design
    let width: Double

    /// How high it is.
    static let height = 118.0

    private static let buffer = (width: 104.0, height: 40.0)
    private static let arrow = 30.0
    private static let box = 100.0
    private static let widestStage = 340.0
    private static let fontSize = 11.0

    private var diagram: AcceleratorDiagram { AcceleratorDiagram(design: design) }

    /// Its elements.
    func elements(left: Double, top: Double) -> [String] {
        let stages = diagram.stages
        let room = width - 2 * Self.buffer.width - Double(stages.count + 1) * Self.arrow
        let stageWidth = min(Self.widestStage, room / Double(stages.count))
        let middle = top + Self.box / 2
        let inputs = [("NBin", "inputs", top), ("SB", "weights", top + Self.box - Self.buffer.height)]
        var elements = inputs.flatMap { name, content, top in
            let y = top + Self.buffer.height / 2
            return buffer(name, content, left: left, top: top)
                + Self.arrow(from: left + Self.buffer.width, to: left + Self.buffer.width + Self.arrow, y: y)
        }
        var x = left + Self.buffer.width + Self.arrow
        for (number, stage) in stages.enumerated() {
            let box = ImageBox(left: x, top: top, right: x + stageWidth, bottom: top + Self.box)
            elements += self.elements(of: stage, number: number, of: stages.count, in: box)
            elements += Self.arrow(from: box.right, to: box.right + Self.arrow, y: middle)
            x = box.right + Self.arrow
        }
        return elements + buffer("NBout", "outputs", left: x, top: middle - Self.buffer.height / 2)
    }

    private func buffer(_ name: String, _ content: String, left: Double, top: Double) -> [String] {
        let box = ImageBox(left: left, top: top, right: left + Self.buffer.width, bottom: top + Self.buffer.height)
        let size = diagram.size(ofBuffer: name) ?? ""
        return Self.block(box, .buffer) + [
            text("\(name): \(content)", box.centre.x, top + 17, "font-weight=\"bold\" text-anchor=\"middle\""),
            text(size, box.centre.x, top + 32, "text-anchor=\"middle\""),
        ]
    }

    private func elements(of stage: AcceleratorDiagram.Stage, number: Int, of count: Int, in box: ImageBox) -> [String] {
        let isLast = number == count - 1
        let group: ComponentGroup = isLast ? .registers : number == 0 ? .weightBlock : .adderTree
        let glyph = (x: box.centre.x, y: box.top + 42)
        let drawing =
            if isLast { nonlinearity(glyph.x, glyph.y) } else if count == 2 { merged(glyph.x, glyph.y) } else if number == 0 {
                weightBlocks(glyph.x, glyph.y)
            } else { tree(glyph.x, glyph.y) }
        let title = text(stage.title, box.centre.x, box.top + 17, "font-weight=\"bold\" text-anchor=\"middle\"")
        let lines = stage.lines.enumerated().map { row, line in
            text(line, box.centre.x, box.top + 74 + Double(row) * 15, "text-anchor=\"middle\"")
        }
        let name = text("stage \(number + 1)", box.centre.x, box.bottom + 14, "text-anchor=\"middle\" fill=\"\(ImageTable.quiet)\"")
        return Self.block(box, group) + [title] + drawing + lines + [name]
    }

    private func text(_ text: String, _ x: Double, _ y: Double, _ attributes: String) -> String {
        ImageElement.text(text, x: x, y: y, "font-size=\"\(Self.fontSize.svg)\" \(attributes)")
    }

    private static func block(_ box: ImageBox, _ group: ComponentGroup) -> [String] {
        [
            ImageElement.box(
                box, fill: group.color, "fill-opacity=\"0.12\" stroke=\"\(group.color)\" stroke-width=\"1.5\" rx=\"4\"")
        ]
    }

    private static func arrow(from left: Double, to right: Double, y: Double) -> [String] {
        let head = [(right - 2, y), (right - 9, y - 4), (right - 9, y + 4)].map { "\($0.0.svg),\($0.1.svg)" }
        return [
            ImageElement.line(left + 2, y, right - 8, y, ImageElement.ink, "stroke-width=\"1.5\""),
            "<polygon points=\"\(head.joined(separator: " "))\" fill=\"\(ImageElement.ink)\"/>",
        ]
    }
}

/// The signs in the boxes.
extension AcceleratorImage {
    /// What a weight block does with a value: it multiplies it, shifts it, or changes its sign.
    private var operation: String {
        switch design.precision.weights {
        case .float32, .fixed: "×"
        case .powerOfTwo: "«"
        case .binary: "±"
        }
    }

    private func unit(_ sign: String, _ x: Double, _ y: Double) -> [String] {
        [
            ImageElement.circle(x: x, y: y, radius: 8, "fill=\"white\" stroke=\"\(ImageElement.ink)\""),
            text(sign, x, y + 4, "text-anchor=\"middle\""),
        ]
    }

    private func weightBlocks(_ x: Double, _ y: Double) -> [String] {
        let dots = [-3.0, 3, 9].map { ImageElement.circle(x: x + 25 + $0, y: y, radius: 1.2, "fill=\"\(ImageElement.ink)\"") }
        return [-46.0, -24, -2].flatMap { unit(operation, x + $0, y) } + dots + unit(operation, x + 50, y)
    }

    /// Two levels of adders.
    private func tree(_ x: Double, _ y: Double) -> [String] {
        let (leaves, middles) = ([-15.0, -5, 5, 15], [-10.0, 10])
        let lines =
            leaves.enumerated().map { number, leaf in
                ImageElement.line(x - 30, y + leaf, x, y + middles[number / 2], ImageElement.ink)
            } + middles.map { ImageElement.line(x, y + $0, x + 28, y, ImageElement.ink) }
        return lines + middles.flatMap { unit("+", x, y + $0) } + unit("+", x + 28, y)
    }

    /// Signs that change, and the adders that sum the values behind them.
    private func merged(_ x: Double, _ y: Double) -> [String] {
        let lines = [-10.0, 10].map { ImageElement.line(x - 28, y + $0, x + 20, y, ImageElement.ink) }
        return lines + [-10.0, 10].flatMap { unit(operation, x - 28, y + $0) } + unit("+", x + 20, y)
    }

    /// A curve that is flat, rises, and is flat again.
    private func nonlinearity(_ x: Double, _ y: Double) -> [String] {
        let curve =
            "M\((x - 26).svg) \((y + 12).svg)C\((x + 6).svg) \((y + 12).svg) \((x - 6).svg) \((y - 12).svg) "
            + "\((x + 26).svg) \((y - 12).svg)"
        return [
            ImageElement.line(x - 28, y + 15, x + 28, y + 15, "#999999"), ImageElement.line(x, y - 15, x, y + 15, "#999999"),
            "<path d=\"\(curve)\" fill=\"none\" stroke=\"\(ImageElement.ink)\" stroke-width=\"1.5\"/>",
        ]
    }
}
