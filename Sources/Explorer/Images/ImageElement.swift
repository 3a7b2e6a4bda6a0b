/// Elements of SVG, each a line of its document.
enum ImageElement {
    /// The colour of axes and of what is no series.
    static let ink = "#444444"

    static func text(_ text: String, x: Double, y: Double, _ attributes: String = "") -> String {
        "<text x=\"\(x.svg)\" y=\"\(y.svg)\"\(attributes.isEmpty ? "" : " ")\(attributes)>\(text.escapedForXML)</text>"
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String, _ attributes: String = "") -> String {
        "<line x1=\"\(x1.svg)\" y1=\"\(y1.svg)\" x2=\"\(x2.svg)\" y2=\"\(y2.svg)\" stroke=\"\(color)\""
            + "\(attributes.isEmpty ? "" : " ")\(attributes)/>"
    }

    static func box(_ box: ImageBox, fill: String, _ attributes: String = "") -> String {
        "<rect x=\"\(box.left.svg)\" y=\"\(box.top.svg)\" width=\"\(box.width.svg)\" height=\"\(box.height.svg)\" fill=\"\(fill)\""
            + "\(attributes.isEmpty ? "" : " ")\(attributes)/>"
    }

    static func circle(x: Double, y: Double, radius: Double, _ attributes: String) -> String {
        "<circle cx=\"\(x.svg)\" cy=\"\(y.svg)\" r=\"\(radius.svg)\" \(attributes)/>"
    }

    static func polyline(_ corners: [(x: Double, y: Double)], _ attributes: String) -> String {
        let text = corners.map { "\($0.x.svg),\($0.y.svg)" }.joined(separator: " ")
        return "<polyline points=\"\(text)\" fill=\"none\" \(attributes)/>"
    }

    /// Many dots as one element, so that thousands of them take little room.
    static func dots(_ places: [(x: Double, y: Double)], diameter: Double, isRound: Bool = true, _ attributes: String) -> String {
        let moves = places.map { "M\($0.x.svg) \($0.y.svg)h0" }.joined()
        return "<path d=\"\(moves)\" fill=\"none\" stroke-linecap=\"\(isRound ? "round" : "square")\" "
            + "stroke-width=\"\(diameter.svg)\" \(attributes)/>"
    }

    /// A whole document on white.
    static func document(width: Double, height: Double, _ elements: [String]) -> String {
        let size = "width=\"\(width.svg)\" height=\"\(height.svg)\" viewBox=\"0 0 \(width.svg) \(height.svg)\""
        let lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) font-family=\"Helvetica, Arial, sans-serif\" font-size=\"12\">",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        return (lines + elements + ["</svg>"]).joined(separator: "\n") + "\n"
    }
}
