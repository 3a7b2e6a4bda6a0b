import HardwareModel
import Quantities

extension PointComparison {
    /// How each ratio to the reference, and the difference of the accuracies, comes about; of what can be compared.
    public var explanations: [Explanation] {
        lines.compactMap { line in
            guard let difference = line.difference, let value = line.value, let other = line.reference else { return nil }
            let (own, base) = (line.column.preciseText(in: point), line.column.preciseText(in: reference))
            let isAccuracy = line.column == .accuracy
            let gap = line.column.differenceText(of: value, from: other)
            let ratio = line.ratio.map { "\(own) / \(base) = × \($0.text(significant: 3)), " } ?? ""
            return Explanation(
                title: "\(line.column.heading) of \(point.name) against \(reference.name)",
                value: isAccuracy ? difference : line.ratio, unit: isAccuracy ? "points" : "×",
                formula: isAccuracy
                    ? "figure - figure of the first" : "figure / figure of the first; difference = figure - figure of the first",
                substitution: isAccuracy ? "\(own) - \(base) = \(gap) points" : "\(ratio)difference \(gap)",
                inputs: [
                    input(value, own, line.column, of: point), input(other, base, line.column, of: reference),
                ], source: "definition")
        }
    }

    private func input(_ number: Double, _ text: String, _ column: Column, of point: EvaluatedPoint) -> Explanation.Input {
        let unit = column == .accuracy ? "%" : column.metric?.unit ?? ""
        let source = column == .accuracy ? point.accuracy?.origin ?? Column.unknown : "model"
        return Explanation.Input(point.name, number, unit, text: "\(text) \(unit)", source: source)
    }
}
