extension FrontierPlot {
    /// The plot as a vector image with real text, fit for a paper.
    ///
    /// Points of one place are one mark with their number behind its label, those of a crowd are dots, and only what has room is labelled.
    ///
    /// - Parameters:
    ///   - width: in SVG user units.
    ///   - height: in SVG user units.
    ///   - title: a line above the plot; none if empty.
    ///   - notes: where the figures come from: lines that stand in the image's description and, small, at its foot.
    /// - Returns: a complete SVG document.
    public func svg(width: Int = 800, height: Int = 500, title: String = "", notes: [String] = []) -> String {
        FrontierImage(
            plot: self, width: Double(min(max(width, 200), 20_000)), height: Double(min(max(height, 150), 20_000)),
            caption: ImageCaption(title: title, notes: notes)
        ).document
    }
}
