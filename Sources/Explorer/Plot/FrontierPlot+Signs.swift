import DesignSpace
import Terminal

extension FrontierPlot {
    /// What stands behind the letters of the drawn plot, as far as it has that, in lines of so many columns: a print has no help to look it
    /// up in.
    public func signs(columns: Int) -> [String] {
        let shown = points.filter(\.isShown)
        guard !shown.isEmpty else { return [] }
        var labels: Set<String> = []
        for point in shown { labels.insert(point.precisionText) }
        func has(_ sign: Character) -> Bool { labels.contains { $0.contains(sign) } }
        var signs = ["behind a letter: bits of fixed point"]
        if has("f") { signs.append("f32 float32") }
        if has("p") { signs.append("p2 power of two") }
        if labels.contains(where: { $0 == "1" || $0.hasPrefix("1@") || $0.hasPrefix("1.") }) { signs.append("1 binary weights") }
        if has("@") { signs.append("@ one radix point per layer") }
        for source in [Accuracy.Source.measured, .imported, .predicted] where shown.contains(where: { $0.source == source }) {
            signs.append("\(source.sign) \(source.rawValue)")
        }
        if hasExtrapolated { signs.append(PointLabel.extrapolatedTitle) }
        if shown.contains(where: { !$0.isConverged }) { signs.append("! \(unconvergedTitle)") }
        signs += ["(A8) not on the line", "(2) so many in one place"]
        return signs.reduce(into: []) { lines, sign in
            if let last = lines.last, last.largestColumns + 3 + sign.largestColumns <= columns {
                lines[lines.count - 1] += " · " + sign
            } else {
                lines.append(sign)
            }
        }
    }
}
