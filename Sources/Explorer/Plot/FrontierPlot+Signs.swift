import DesignSpace
import Terminal

extension FrontierPlot {
    /// What the signs of a drawn plot stand for, of those that stand in it and that its legend has no room for: a print has no help to look
    /// them up in.
    ///
    /// - Parameter drawn: the lines of the plot, its legend first.
    /// - Returns: lines of at most so many columns.
    public func signs(in drawn: [String], columns: Int) -> [String] {
        let legend = drawn.first ?? ""
        let body = drawn.dropFirst()
        let shown = points.filter(\.isShown)
        var signs: [String] = []
        for (index, entry) in series.entries.enumerated() where shown.contains(where: { $0.series == index }) {
            signs.append("\(entry.letter) \(entry.title)")
        }
        var labels: Set<String> = []
        for point in shown {
            let name = String(series.entries[point.series].letter) + point.precisionText
            if body.contains(where: { $0.contains(name) }) { labels.insert(point.precisionText) }
        }
        signs += Self.namesOfPrecisions(labels)
        if rivalry != nil { signs.append("─ the paper's") }
        for source in [Accuracy.Source.measured, .imported, .predicted] where shown.contains(where: { $0.source == source }) {
            signs.append("\(source.sign) \(source.rawValue)")
        }
        if hasExtrapolated { signs.append(PointLabel.extrapolatedTitle) }
        if shown.contains(where: { !$0.isConverged }) { signs.append("! \(unconvergedTitle)") }
        if body.contains(where: { $0.contains(/\([^0-9]/) }) { signs.append("( ) not on it") }
        if body.contains(where: { $0.contains(/\([0-9]+\)/) }) { signs.append("(2) so many in one place") }
        return Self.packed(signs.filter { !legend.contains($0) }, columns: columns)
    }

    /// What stands behind the letters, for the labels that there are.
    private static func namesOfPrecisions(_ labels: Set<String>) -> [String] {
        let numbers = labels.filter { $0.first?.isNumber ?? false }
        let isBinary = { (label: String) in label.split(separator: "@").first.map { $0 == "1" || $0.hasPrefix("1.") } ?? false }
        var names: [String] = []
        if labels.contains("f32") { names.append("f32 float32") }
        if !numbers.allSatisfy(isBinary) { names.append("16 8 4 bits of fixed point") }
        if labels.contains(where: { $0.hasPrefix("p") }) { names.append("p2 power of two") }
        if numbers.contains(where: isBinary) { names.append("1 binary weights") }
        if labels.contains(where: { $0.contains("@") }) { names.append("@ one radix point per layer") }
        return names
    }

    private static func packed(_ signs: [String], columns: Int) -> [String] {
        signs.reduce(into: []) { lines, sign in
            if let last = lines.last, last.largestColumns + 3 + sign.largestColumns <= columns {
                lines[lines.count - 1] += " · " + sign
            } else {
                lines.append(sign.truncated(toColumns: columns))
            }
        }
    }
}
