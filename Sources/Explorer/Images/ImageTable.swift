/// A table as it is typeset in a paper: headings over their units between rules, words to the left, numbers to the right.
struct ImageTable {
    /// What stands over a column, and what is in it.
    struct Heading {
        let title: String
        /// The unit, which stands small below the title; none if empty.
        var unit = ""
        var form = Form.numbers
    }

    /// What a column holds.
    enum Form {
        /// Words, which stand to the left.
        case words
        /// Numbers, which stand to the right.
        case numbers
        /// Bars, which begin at the left.
        case bars
    }

    /// What stands in a column of a row.
    struct Cell {
        var text = ""
        /// A sign that hangs behind a number, so that the digits of a column stay below each other.
        var mark = ""
        /// How much of its column a bar takes, from 0 to 1; nil for none.
        var share: Double?
        /// The colour of the bar.
        var color = ImageElement.ink
    }

    /// What a row is among the others.
    enum Look {
        case plain
        /// In grey italics, which differ in print without colour too.
        case pale
        /// Bold under a rule: the sum of those above.
        case sum
        /// Bold: the name of the rows below, as wide as the table.
        case name
    }

    /// A line of the table.
    struct Row {
        let cells: [Cell]
        var look = Look.plain
    }

    /// A heading over the headings of several columns.
    struct Span {
        let title: String
        /// A line below the title.
        let note: String
        let columns: ClosedRange<Int>
    }

    private let headings: [Heading]
    private let spans: [Span]
    private let rows: [Row]
    private let places: [(left: Double, right: Double)]

    static let fontSize = 11.0
    private static let unitSize = 9.0
    private static let pitch = 16.0
    private static let unitPitch = 11.0
    private static let gap = 15.0
    private static let spanGap = 30.0
    private static let barWidth = 64.0
    private static let barHeight = 7.0
    /// Words beyond it are cut.
    private static let mostWords = 300.0
    private static let grid = "#e4e4e4"
    /// The colour of what says less than the rest and still has to be read.
    static let quiet = "#555555"

    /// - Parameter spans: headings over those of several columns; none by default.
    init(_ headings: [Heading], spans: [Span] = [], rows: [Row]) {
        self.headings = headings
        self.spans = spans
        self.rows = rows
        var left = 0.0
        var places: [(left: Double, right: Double)] = []
        for (number, heading) in headings.enumerated() {
            if number > 0 { left += spans.contains { $0.columns.lowerBound == number } ? Self.spanGap : Self.gap }
            var right = left + Self.width(ofColumn: number, heading, rows)
            if let span = spans.first(where: { $0.columns.upperBound == number }) {
                let start = number == span.columns.lowerBound ? left : places[span.columns.lowerBound].left
                right = max(right, start + Self.width(of: span))
            }
            places.append((left, right))
            left = right
        }
        self.places = places
    }

    private static func width(ofColumn number: Int, _ heading: Heading, _ rows: [Row]) -> Double {
        let head = max(
            ImageText.width(of: heading.title, size: fontSize, isBold: true), ImageText.width(of: heading.unit, size: unitSize))
        if case .bars = heading.form { return max(head, barWidth) }
        let cells = rows.reduce(0) { widest, row in
            guard row.look != .name, row.cells.indices.contains(number) else { return widest }
            return max(widest, ImageText.width(of: row.cells[number].text, size: fontSize, isBold: row.look == .sum))
        }
        return max(head, heading.form == .words ? min(mostWords, cells) : cells)
    }

    private static func width(of span: Span) -> Double {
        let title = ImageText.width(of: span.title, size: fontSize, isBold: true)
        return min(mostWords, max(title, ImageText.width(of: span.note, size: unitSize)))
    }

    /// How wide it is.
    var width: Double { places.last?.right ?? 0 }

    private var spansHeight: Double { spans.isEmpty ? 0 : Self.pitch + Self.unitPitch + 6 }

    private var headHeight: Double {
        spansHeight + Self.pitch + 4 + (headings.contains { !$0.unit.isEmpty } ? Self.unitPitch : 0)
    }

    /// How high it is.
    var height: Double { headHeight + Double(rows.count) * Self.pitch + 4 }
}

extension ImageTable {
    /// Its elements.
    ///
    /// - Parameters:
    ///   - left: where it begins.
    ///   - top: its upper rule.
    func elements(left: Double, top: Double) -> [String] {
        let (end, body) = (left + width, top + headHeight)
        var elements = spans.flatMap { self.elements(of: $0, left: left, top: top) }
        for (heading, place) in zip(headings, places) {
            let y = top + spansHeight + Self.pitch - 4
            elements.append(text(heading.title, heading.form, place, left: left, y: y, "font-weight=\"bold\"", isBold: true))
            guard !heading.unit.isEmpty else { continue }
            let unit = "font-size=\"\(Self.unitSize.svg)\" fill=\"\(Self.quiet)\""
            elements.append(text(heading.unit, heading.form, place, left: left, y: y + Self.unitPitch, unit, size: Self.unitSize))
        }
        for (number, row) in rows.enumerated() {
            let foot = body + Double(number + 1) * Self.pitch
            if row.look == .sum {
                elements.append(ImageElement.line(left, foot - Self.pitch, end, foot - Self.pitch, ImageElement.ink))
            } else if number > 0 {
                elements.append(ImageElement.line(left, foot - Self.pitch, end, foot - Self.pitch, Self.grid, Self.hair))
            }
            elements += self.elements(of: row, left: left, foot: foot)
        }
        let bottom = top + height - 4
        elements.append(ImageElement.line(left, top, end, top, ImageElement.ink, Self.thick))
        elements.append(ImageElement.line(left, body, end, body, ImageElement.ink))
        return elements + [ImageElement.line(left, bottom, end, bottom, ImageElement.ink, Self.thick)]
    }

    private static let hair = "stroke-width=\"0.5\""
    private static let thick = "stroke-width=\"1.5\""

    private func elements(of span: Span, left: Double, top: Double) -> [String] {
        let (start, end) = (left + places[span.columns.lowerBound].left, left + places[span.columns.upperBound].right)
        let room = end - start + 0.01
        let title = ImageText.truncated(span.title, to: room, size: Self.fontSize, isBold: true)
        let note = ImageText.truncated(span.note, to: room, size: Self.unitSize)
        let rule = top + spansHeight
        let small = "font-size=\"\(Self.unitSize.svg)\" fill=\"\(Self.quiet)\""
        return [
            ImageElement.text(title, x: start, y: top + Self.pitch - 3, "font-size=\"\(Self.fontSize.svg)\" font-weight=\"bold\""),
            ImageElement.text(note, x: start, y: top + Self.pitch + Self.unitPitch - 2, small),
            ImageElement.line(start, rule, end, rule, ImageElement.ink, Self.hair),
        ]
    }

    private func elements(of row: Row, left: Double, foot: Double) -> [String] {
        let (y, style) = (foot - 4.5, Self.style(of: row.look))
        if row.look == .name {
            let name = ImageText.truncated(row.cells.first?.text ?? "", to: width, size: Self.fontSize, isBold: true)
            return [ImageElement.text(name, x: left, y: y, "font-size=\"\(Self.fontSize.svg)\"\(style)")]
        }
        return zip(row.cells, zip(headings, places)).flatMap { cell, column -> [String] in
            let (heading, place) = column
            if let share = cell.share {
                return bar(share, cell.color, left: left + place.left, right: left + place.right, foot: foot)
            }
            guard !cell.text.isEmpty else { return [] }
            let own = text(
                cell.text, heading.form, place, left: left, y: y, style.isEmpty ? "" : String(style.dropFirst()),
                isBold: row.look == .sum)
            guard !cell.mark.isEmpty else { return [own] }
            let mark = ImageElement.text(cell.mark, x: left + place.right + 1, y: y, "font-size=\"\(Self.fontSize.svg)\"\(style)")
            return [own, mark]
        }
    }

    private static func style(of look: Look) -> String {
        switch look {
        case .plain: ""
        case .pale: " font-style=\"italic\" fill=\"\(quiet)\""
        case .sum, .name: " font-weight=\"bold\""
        }
    }

    private func text(
        _ text: String, _ form: Form, _ place: (left: Double, right: Double), left: Double, y: Double, _ attributes: String,
        size: Double = fontSize, isBold: Bool = false
    ) -> String {
        let isRight = if case .numbers = form { true } else { false }
        let font = attributes.contains("font-size") ? "" : "font-size=\"\(size.svg)\""
        let all = [font, attributes, isRight ? "text-anchor=\"end\"" : ""].filter { !$0.isEmpty }.joined(separator: " ")
        // A hair more than the column, which is as wide as its widest text up to rounding.
        let room = place.right - place.left + 0.01
        let shown = isRight ? text : ImageText.truncated(text, to: room, size: size, isBold: isBold)
        return ImageElement.text(shown, x: left + (isRight ? place.right : place.left), y: y, all)
    }

    /// A bar; one that is not zero is a hair wide at least.
    private func bar(_ share: Double, _ color: String, left: Double, right: Double, foot: Double) -> [String] {
        guard share > 0, share.isFinite else { return [] }
        let length = max(0.5, min(1, share) * min(Self.barWidth, right - left))
        let top = foot - (Self.pitch + Self.barHeight) / 2
        let box = ImageBox(left: left, top: top, right: left + length, bottom: top + Self.barHeight)
        return [ImageElement.box(box, fill: color)]
    }
}
