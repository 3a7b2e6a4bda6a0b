/// Sentences of an image in as many lines as their width takes.
struct ImageParagraph {
    private let lines: [String]
    private let size: Double
    private let color: String

    /// - Parameters:
    ///   - text: what it says; nothing makes a paragraph of no height.
    ///   - width: where lines are broken.
    ///   - limit: lines beyond so many are cut.
    init(_ text: String, width: Double, size: Double = 10, color: String = ImageElement.ink, atMost limit: Int = 8) {
        lines = ImageText.wrapped(text, to: width, size: size, atMost: limit)
        self.size = size
        self.color = color
    }

    private var pitch: Double { size * 1.35 }

    /// How high it is.
    var height: Double { Double(lines.count) * pitch }

    /// Its elements.
    func elements(left: Double, top: Double) -> [String] {
        lines.enumerated().map { number, line in
            let y = top + Double(number) * pitch + size
            return ImageElement.text(line, x: left, y: y, "font-size=\"\(size.svg)\" fill=\"\(color)\"")
        }
    }
}
