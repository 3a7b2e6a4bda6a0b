import DesignSpace
import HardwareModel
import Precision
import Quantities
import Testing

@testable import Explorer

@Suite("The bars as an image")
struct BarsImageTests {
    private func svg(_ keys: String = "3") throws -> (svg: String, state: ExplorerState) {
        var state = try Fixture.state(120, 40)
        try state.press(keys)
        guard case .export(let export) = try state.press(":,text:export svg,enter").first, case .picture(let svg) = export.content
        else { throw LineMistake(offset: 0, message: "nothing is exported") }
        return (svg, state)
    }

    @Test("Every precision has a name, totals and the buffers' shares as text")
    func texts() throws {
        let (svg, state) = try svg()
        let texts = DrawnText.all(in: svg).map(\.text)
        for design in state.designs {
            let shares = [design.powerShare(of: .buffer), design.areaShare(of: .buffer)].map { "\(($0 * 100).text(decimals: 1)) %" }
            let totals = [design.power.milliwatts.text(decimals: 1), design.area.squareMillimetres.text(decimals: 2)]
            for text in [design.precision.name] + shares + totals { #expect(texts.contains(text), "\(text) is missing") }
        }
        for group in ComponentGroup.allCases { #expect(texts.contains(group.rawValue)) }
        for title in ["power, mW", "area, mm²", "total mW", "total mm²"] { #expect(texts.contains(title)) }
        #expect(texts.contains { $0.contains("study hashemi2017") && $0.contains("scenario as published") })
    }

    @Test("Bars are as long as their amounts, part behind part")
    func lengths() throws {
        let (svg, state) = try svg()
        let boxes = svg.split(separator: "\n").filter { $0.hasPrefix("<rect") && $0.contains("height=\"15\"") }
        let powers = state.designs.map(\.power.milliwatts)
        // The parts of a bar are one behind the other, and those of power come before those of area.
        var ends: [Double: Double] = [:]
        var start = Double.infinity
        for box in boxes {
            let numbers = ["x", "y", "width"].compactMap { DrawnText.number($0, in: box) }
            guard numbers.count == 3 else { continue }
            let (x, y, width) = (numbers[0], numbers[1], numbers[2])
            if x < 400 {
                start = min(start, x)
                ends[y] = max(ends[y] ?? 0, x + width)
            }
        }
        let lengths = ends.sorted { $0.key < $1.key }.map { $0.value - start }
        #expect(lengths.count == powers.count)
        for (length, power) in zip(lengths, powers) {
            #expect(abs(length / (lengths.first ?? 1) - power / powers[0]) < 0.01)
        }
    }

    @Test("Texts stay inside the picture and do not cover each other", arguments: ["3", "3,%", "3,e,text:clock=500 sb*2,enter"])
    func geometry(keys: String) throws {
        let (svg, _) = try svg(keys)
        let texts = DrawnText.all(in: svg)
        for (index, text) in texts.enumerated() {
            #expect(text.box.left >= 0 && text.box.right <= 800, "\(text.text) runs past the edge")
            for other in texts[(index + 1)...] { #expect(!text.box.overlaps(other.box), "\(text.text) covers \(other.text)") }
        }
    }

    @Test("Shares have an axis of shares; a what-if is named in title and legend")
    func variants() throws {
        #expect(DrawnText.all(in: try svg("3,%").svg).contains { $0.text == "share of the power, %" })
        let changed = DrawnText.all(in: try svg("3,e,text:clock=500,enter").svg).map(\.text)
        #expect(changed.contains { $0.hasSuffix("what if clock=500") } && changed.contains("before: tile-65nm"))
    }

    @Test("Every part that has an amount is seen, and no line covers a narrow one", arguments: ["3", "3,%"])
    func narrow(keys: String) throws {
        let (svg, state) = try svg(keys)
        let lines = svg.split(separator: "\n")
        let parts = lines.filter { $0.hasPrefix("<rect") && $0.contains("height=\"15\"") }
        #expect(parts.allSatisfy { !$0.contains("stroke") })
        let boxes = parts.compactMap { part -> ImageBox? in
            guard
                let x = DrawnText.number("x", in: part), let y = DrawnText.number("y", in: part),
                let width = DrawnText.number("width", in: part)
            else { return nil }
            return ImageBox(left: x, top: y, right: x + width, bottom: y + 15)
        }
        let amounts = state.designs.reduce(0) { sum, design in
            sum + ComponentGroup.allCases.count { design.power(of: $0) > .zero }
                + ComponentGroup.allCases.count { design.area(of: $0) > .zero }
        }
        #expect(boxes.count == amounts && boxes.allSatisfy { $0.width >= 0.74 })
        for (index, box) in boxes.enumerated() {
            let covered = boxes[(index + 1)...].contains {
                $0.left < box.right - 0.02 && box.left < $0.right - 0.02 && $0.top == box.top
            }
            #expect(!covered, "a part covers another")
        }
        let separators = lines.filter { $0.hasPrefix("<line") && $0.contains("stroke=\"white\"") }
        #expect(!separators.isEmpty)
        for x in separators.compactMap({ DrawnText.number("x1", in: $0) }) {
            let beside = boxes.filter { abs($0.left - x) < 0.02 || abs($0.right - x) < 0.02 }
            #expect(beside.contains { $0.width >= 2.9 })
        }
    }
}
