/// The axes of a plot in an image, with grid, ticks and titles.
struct ImageAxes {
    let box: ImageBox
    let x: Scale
    let y: Scale
    let xTitle: String
    let yTitle: String
    /// The middle of the letters of the vertical axis's title.
    var edge = ImageCaption.margin + 2

    /// What is kept for the horizontal axis below the data.
    static let room = 42.0

    private static let grid = "#e4e4e4"

    /// The room that the vertical axis takes left of the data.
    static func width(of scale: Scale, height: Double) -> Double {
        let labels = ticks(of: scale, height: height).map { ImageText.width(of: $0.label, size: 12) }
        return max(52, 34 + (labels.max() ?? 0))
    }

    private static func ticks(of scale: Scale, height: Double) -> [Tick] { scale.ticks(atMost: max(2, Int(height / 40))) }

    func place(x value: Double) -> Double { box.left + box.width * x.fraction(of: value) }
    func place(y value: Double) -> Double { box.bottom - box.height * y.fraction(of: value) }

    var elements: [String] {
        Self.horizontal(x, along: box, title: xTitle) + vertical
    }

    /// A horizontal axis below a box, with the lines of its grid in the box.
    ///
    /// - Parameter spacing: what each tick takes at least.
    static func horizontal(_ scale: Scale, along box: ImageBox, title: String, spacing: Double = 60) -> [String] {
        scale.ticks(atMost: max(2, Int(box.width / spacing))).flatMap { tick in
            let place = box.left + box.width * scale.fraction(of: tick.value)
            return [
                ImageElement.line(place, box.top, place, box.bottom, grid),
                ImageElement.text(tick.label, x: place, y: box.bottom + 16, "text-anchor=\"middle\""),
            ]
        } + [
            ImageElement.line(box.left, box.bottom, box.right, box.bottom, ImageElement.ink),
            ImageElement.text(title, x: box.centre.x, y: box.bottom + 35, "text-anchor=\"middle\""),
        ]
    }

    private var vertical: [String] {
        let middle = box.centre.y
        return Self.ticks(of: y, height: box.height).flatMap { tick in
            [
                ImageElement.line(box.left, place(y: tick.value), box.right, place(y: tick.value), Self.grid),
                ImageElement.text(tick.label, x: box.left - 7, y: place(y: tick.value) + 4, "text-anchor=\"end\""),
            ]
        } + [
            ImageElement.line(box.left, box.top, box.left, box.bottom, ImageElement.ink),
            ImageElement.text(
                yTitle, x: edge, y: middle, "text-anchor=\"middle\" transform=\"rotate(-90 \(edge.svg) \(middle.svg))\""),
        ]
    }
}
