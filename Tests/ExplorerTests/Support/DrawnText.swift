@testable import Explorer

/// A text of a vector image and the room that it takes.
struct DrawnText {
    let text: String
    let box: ImageBox
    let size: Double

    /// Whether it is the label of a point.
    var isLabel: Bool { size == LabelRoom.fontSize }

    /// The texts of an image that stand upright, in the order of the document.
    static func all(in svg: String) -> [DrawnText] {
        svg.split(separator: "\n").filter { $0.hasPrefix("<text") && !$0.contains("rotate") }.compactMap { line in
            guard let x = number("x", in: line), let foot = number("y", in: line) else { return nil }
            let text = content(of: line)
            let size = number("font-size", in: line) ?? 12
            let width = ImageText.width(of: text, size: size, isBold: line.contains("bold"))
            let left = line.contains("\"end\"") ? x - width : line.contains("\"middle\"") ? x - width / 2 : x
            // Capitals are some seven tenths of a font's size high, and what hangs below the line two.
            return DrawnText(
                text: text, box: ImageBox(left: left, top: foot - 0.72 * size, right: left + width, bottom: foot + 0.2 * size),
                size: size)
        }
    }

    /// The middles of the marks that stand for points.
    static func marks(in svg: String) -> [(x: Double, y: Double)] {
        svg.split(separator: "\n").filter { $0.contains("r=\"4.5\"") }.compactMap { line in
            guard let x = number("cx", in: line), let y = number("cy", in: line) else { return nil }
            return (x, y)
        }
    }

    /// The value of an element's first attribute of a name.
    static func number(_ name: String, in line: some StringProtocol) -> Double? {
        let key = " \(name)=\""
        let characters = Array(String(line))
        let wanted = Array(key)
        guard
            let start = characters.indices.first(where: {
                $0 + wanted.count <= characters.count && Array(characters[$0..<($0 + wanted.count)]) == wanted
            })
        else { return nil }
        return Double(String(characters[(start + wanted.count)...].prefix { $0 != "\"" }))
    }

    private static func content(of line: Substring) -> String {
        var text = ""
        var isTag = false
        for character in line {
            switch character {
            case "<": isTag = true
            case ">": isTag = false
            default: if !isTag { text.append(character) }
            }
        }
        for (entity, character) in [("lt", "<"), ("gt", ">"), ("quot", "\""), ("amp", "&")] {
            text = text.split(separator: "&\(entity);", omittingEmptySubsequences: false).joined(separator: character)
        }
        return text
    }
}
