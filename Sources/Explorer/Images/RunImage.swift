import DesignSpace

/// How the loss and the validation accuracy of a run went over its epochs, as an image.
struct RunImage {
    let run: QueuedExperiment
    let caption: ImageCaption

    private let width = 800.0
    private let height = 340.0
    private static let gap = 24.0

    /// The whole SVG document.
    var document: String {
        let loss = run.lossSamples.map { (x: $0.epochs, y: $0.loss) }
        let accuracy = run.history.map { (x: Double($0.epoch), y: $0.validationAccuracyPercent) }
        let middle = width / 2
        let elements =
            caption.elements(width: width, height: height)
            + curve(loss, title: "training loss", color: "#26456e", from: ImageCaption.margin - 16, to: middle - Self.gap / 2)
            + curve(accuracy, title: "validation accuracy %", color: "#c1553b", from: middle, to: width)
        return ImageElement.document(width: width, height: height, elements)
    }

    private func curve(
        _ samples: [(x: Double, y: Double)], title: String, color: String, from left: Double, to right: Double
    ) -> [String] {
        let finite = samples.filter { $0.x.isFinite && $0.y.isFinite }
        let scale = Scale(.linear, showing: finite.map(\.y))
        let (top, bottom) = (caption.head(width: width) + 10, height - caption.foot(width: width) - ImageAxes.room)
        let box = ImageBox(
            left: left + ImageAxes.width(of: scale, height: bottom - top), top: top, right: right - 24, bottom: bottom)
        guard !finite.isEmpty else {
            let attributes = "text-anchor=\"middle\" fill=\"#666666\""
            return [ImageElement.text("\(title): nothing yet", x: box.centre.x, y: box.centre.y, attributes)]
        }
        let axes = ImageAxes(
            box: box, x: Scale(.linear, from: 0, to: Double(max(1, run.epochs))), y: scale, xTitle: "epoch", yTitle: title,
            edge: left + ImageCaption.margin + 2)
        let places = finite.map { (x: axes.place(x: $0.x), y: axes.place(y: $0.y)) }.filter { $0.x <= box.right + 1 }
        let line = ImageElement.polyline(places, "stroke=\"\(color)\" stroke-width=\"1.5\"")
        let last = places.last.map { [ImageElement.circle(x: $0.x, y: $0.y, radius: 3, "fill=\"\(color)\"")] } ?? []
        return axes.elements + [line] + last
    }
}
