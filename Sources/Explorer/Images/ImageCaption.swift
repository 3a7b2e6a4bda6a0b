/// What stands above an image, and where its figures come from, which stands small at its foot and whole in its description.
struct ImageCaption: Hashable, Sendable {
    /// A line above the image; none if empty.
    var title = ""
    /// Where the figures come from.
    var notes: [String] = []
    /// The most lines at the foot.
    var mostLines = 4

    private static let titleSize = 15.0
    private static let noteSize = 9.0
    private static let titlePitch = 20.0
    private static let notePitch = 12.0

    private var description: String { notes.joined(separator: " · ") }

    private func titles(_ width: Double) -> [String] {
        ImageText.wrapped(title, to: width - 2 * Self.margin, size: Self.titleSize, atMost: 2, isBold: true)
    }

    private func lines(_ width: Double) -> [String] {
        // A dot that stands between two notes ends a line rather than beginning one.
        ImageText.wrapped(
            notes.joined(separator: "\u{a0}· "), to: width - 2 * Self.margin, size: Self.noteSize, atMost: mostLines
        ).map { String($0.map { $0 == "\u{a0}" ? " " : $0 }) }
    }

    /// What is kept free at the image's sides.
    static let margin = 16.0

    /// The room at the top of an image.
    func head(width: Double) -> Double {
        let count = titles(width).count
        return count == 0 ? 10 : 10 + Double(count) * Self.titlePitch
    }

    /// The room at the foot of an image.
    func foot(width: Double) -> Double {
        let count = lines(width).count
        return count == 0 ? 8 : 14 + Double(count) * Self.notePitch
    }

    func elements(width: Double, height: Double) -> [String] {
        let lines = lines(width)
        var elements = description.isEmpty ? [] : ["<desc>\(description.escapedForXML)</desc>"]
        for (row, line) in titles(width).enumerated() {
            let y = 24 + Double(row) * Self.titlePitch
            elements.append(ImageElement.text(line, x: Self.margin, y: y, "font-size=\"15\" font-weight=\"bold\""))
        }
        for (row, line) in lines.enumerated() {
            let y = height - 9 - Double(lines.count - 1 - row) * Self.notePitch
            elements.append(ImageElement.text(line, x: Self.margin, y: y, "font-size=\"9\" fill=\"#666666\""))
        }
        return elements
    }
}
