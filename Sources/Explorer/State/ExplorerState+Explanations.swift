import DesignSpace
import HardwareModel
import Precision

extension ExplorerState {
    /// The columns whose figures are explained of the selected point: those that the screen shows in their order, the accuracy first.
    var explainedColumns: [Column] {
        let shown: [Column] =
            switch screen {
            case .table: table.columns
            case .compare: PointComparison.metrics.flatMap { $0 == .energy ? [$0, .saving] : [$0] }
            case .frontier, .bars, .layers, .runs:
                [.energy, .saving, .power, .area, .latency, .cycles, .utilisation, .weights]
            }
        // What an accelerator costs that the paper does not have is not held against the paper's figures.
        return [.accuracy] + shown.filter { $0 != .accuracy && !(isHypothetical && Column.ofThePaper.contains($0)) }
    }

    /// The row whose figures are explained; on Runs that of the run under the cursor, nil for one whose point is not shown.
    var explainedPoint: EvaluatedPoint? {
        guard screen == .runs, let run = queuedExperiment else { return selectedPoint }
        return selectedPoint.flatMap { $0.point == run.spec.point ? $0 : nil }
    }

    /// The design of the bar under the cursor.
    var designUnderCursor: Design? { designs.indices.contains(bars.cursor) ? designs[bars.cursor] : nil }

    /// What is said on Bars of a bar that no shown point is of, so that nothing is done to the point that is selected instead; nil elsewhere.
    var barWithoutPoint: String? {
        guard screen == .bars, presentation == nil, let bar = designUnderCursor?.precision, let selectedPoint,
            bar != selectedPoint.point.precision
        else { return nil }
        return "no shown point is of \(bar.name): the bar is that of the accelerator alone"
    }

    /// Whether there is a figure to explain.
    var hasExplanations: Bool {
        selectedPoint != nil || screen == .runs && queuedExperiment != nil || screen == .bars && designUnderCursor != nil
    }

    /// What is explained on the screen, as data: the figures under the cursor first, then those of the selected point.
    var explanations: [Explanation] {
        if screen == .bars { return designUnderCursor?.explanations ?? [] }
        let own = explainedPoint.map { row in explainedColumns.compactMap(row.explanation) } ?? []
        return explanationsUnderCursor + own
    }

    private var explanationsUnderCursor: [Explanation] {
        switch screen {
        case .compare:
            let compared = ComparedPoints(self).points
            guard let first = compared.first else { return [] }
            return compared.dropFirst().flatMap { PointComparison($0, with: first).explanations }
        case .layers:
            guard let layer = layerUnderCursor, let evaluation = selectedPoint?.evaluation else { return [] }
            return LayerMetric.allCases.map { evaluation.explanation(of: $0, of: layer) }
        case .runs: return queuedExperiment.map { run in QueuedExperiment.Figure.allCases.compactMap(run.explanation) } ?? []
        case .frontier, .table, .bars: return []
        }
    }
}
