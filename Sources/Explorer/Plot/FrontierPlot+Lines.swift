import Terminal

/// A frontier as a line of steps on a screen.
struct PlottedLine: Hashable, Sendable {
    let steps: StepLine

    /// The column of the last point, behind which the line is open.
    let lastColumn: Int
}

extension FrontierPlot {
    /// Where points and lines stand in a rectangle.
    func placed(in rect: Rect) -> PlacedPoints {
        let layout = PlotLayout(self, in: rect)
        guard !layout.data.isEmpty else { return PlacedPoints(in: layout) }
        return PlacedPoints(
            in: layout, ghosts: ghosts, line: line(through: frontier, layout),
            rivalLine: rivalry.map { line(through: $0.published, layout) })
    }

    private func line(through indices: [Int], _ layout: PlotLayout) -> PlottedLine {
        var line = StepLine(in: layout.data)
        let corners = steps(through: indices).compactMap { corner -> Point? in
            guard let column = layout.column(of: corner.x), let row = layout.row(of: corner.y) else { return nil }
            return Point(column: column, row: row)
        }
        for (from, to) in zip(corners, corners.dropFirst()) {
            line.strokeRow(from.row, from: from.column, to: to.column)
            line.strokeColumn(to.column, from: from.row, to: to.row)
        }
        // Whoever pays more has the best point still, but nobody has one there.
        if let last = corners.last { line.strokeRow(last.row, from: last.column, to: layout.data.right) }
        return PlottedLine(steps: line, lastColumn: corners.last?.column ?? 0)
    }
}
