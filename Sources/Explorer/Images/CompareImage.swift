import DesignSpace
import HardwareModel
import Networks
import Quantities

/// Points side by side as a typeset table: verdicts, every metric with difference and ratio to the first, the layers that differ.
struct CompareImage {
    let state: ExplorerState
    let compared: ComparedPoints
    let caption: ImageCaption
    private let comparisons: [PointComparison]

    /// - Parameter compared: two points or more; of fewer there is nothing to say.
    init(_ state: ExplorerState, _ compared: ComparedPoints, caption: ImageCaption) {
        self.state = state
        self.compared = compared
        self.caption = caption
        comparisons = compared.points.dropFirst().map { PointComparison($0, with: compared.points[0]) }
    }

    private static let leastWidth = 480.0
    private static let verdictSize = 12.0

    /// The whole SVG document.
    var document: String {
        let table = ImageTable(headings, spans: spans, rows: metricRows + layerRows)
        let inner = max(table.width, Self.leastWidth)
        let width = inner + 2 * ImageCaption.margin
        let verdicts = comparisons.map {
            ImageParagraph($0.verdict + ".", width: inner, size: Self.verdictSize, color: "#000000", atMost: 6)
        }
        var top = caption.head(width: width) + 4
        var elements: [String] = []
        for verdict in verdicts {
            elements += verdict.elements(left: ImageCaption.margin, top: top)
            top += verdict.height + 5
        }
        elements += table.elements(left: ImageCaption.margin, top: top + 4)
        top += 4 + table.height + 6
        let note = ImageParagraph(notes, width: inner)
        elements += note.elements(left: ImageCaption.margin, top: top)
        let height = top + note.height + caption.foot(width: width)
        return ImageElement.document(
            width: width, height: height, caption.elements(width: width, height: height) + elements)
    }

    // MARK: Headings

    private var headings: [ImageTable.Heading] {
        let others = comparisons.flatMap { _ in
            [Self.value, .init(title: "difference"), .init(title: "ratio"), Self.bar]
        }
        return [.init(title: "metric", form: .words), .init(title: "unit", form: .words), Self.value, Self.bar] + others
    }

    private static let value = ImageTable.Heading(title: "value")
    private static let bar = ImageTable.Heading(title: "", form: .bars)

    private var spans: [ImageTable.Span] {
        compared.points.enumerated().map { number, point in
            let source = point.accuracy == nil ? point.state.text : Column.source.text(in: point)
            let start = number == 0 ? 2 : 4 * number
            return ImageTable.Span(
                title: point.name + (point.isExtrapolated ? PointLabel.extrapolatedMark : ""),
                note: number == 0 ? "\(source) · the others are compared with it" : source,
                columns: start...(start + (number == 0 ? 1 : 3)))
        }
    }

    // MARK: Rows

    private var metricRows: [ImageTable.Row] {
        PointComparison.metrics.indices.flatMap { index -> [ImageTable.Row] in
            let metric = PointComparison.metrics[index]
            guard metric == .accuracy else { return [row(of: metric, at: index)] }
            return [accuracyRow(at: index), intervalRow]
        }
    }

    private func row(of metric: Column, at index: Int) -> ImageTable.Row {
        let values = compared.points.map { metric.number(in: $0) }
        let texts = compared.points.map { metric.text(in: $0) }
        let marks = compared.points.map { self.mark(metric.isChanged(in: $0, from: state.original(of: $0))) }
        let changes = comparisons.map { comparison -> (difference: String, ratio: String) in
            let line = comparison.lines[index]
            return (difference(line), line.ratio.map { "×\($0.text(significant: 3))" } ?? Column.unknown)
        }
        return row(metric.imageHeading, texts, marks, values, changes)
    }

    private func row(
        _ heading: ImageTable.Heading, _ texts: [String], _ marks: [String], _ values: [Double?],
        _ changes: [(difference: String, ratio: String)]
    ) -> ImageTable.Row {
        let largest = values.reduce(0) { max($0, $1 ?? 0) }
        var cells: [ImageTable.Cell] = [.init(text: heading.title), .init(text: heading.unit)]
        for (number, point) in compared.points.enumerated() {
            cells.append(.init(text: texts[number], mark: marks[number]))
            if number > 0 { cells += [.init(text: changes[number - 1].difference), .init(text: changes[number - 1].ratio)] }
            let share = values[number].flatMap { largest > 0 ? $0 / largest : nil }
            cells.append(.init(share: share, color: color(of: point)))
        }
        return ImageTable.Row(cells: cells)
    }

    /// Accuracies have no bars, whose lengths would hardly differ, and where a ratio would stand it is said that they tie.
    private func accuracyRow(at index: Int) -> ImageTable.Row {
        let texts = compared.points.map { Column.accuracy.text(in: $0) }
        let marks = texts.map { $0.last == "!" ? "!" : "" }
        let first = compared.points[0].accuracy
        let changes = comparisons.map { comparison -> (difference: String, ratio: String) in
            let ties = first.flatMap { comparison.point.accuracy?.ties(with: $0) } ?? false
            return (difference(comparison.lines[index]), ties ? "a tie" : "")
        }
        let figures = zip(texts, marks).map { String($0.dropLast($1.count)) }
        return row(Column.accuracy.imageHeading, figures, marks, compared.points.map { _ in nil }, changes)
    }

    private var intervalRow: ImageTable.Row {
        row(
            Column.interval.imageHeading, compared.points.map { Column.interval.text(in: $0) }, compared.points.map { _ in "" },
            compared.points.map { _ in nil }, comparisons.map { _ in ("", "") })
    }

    private var layerRows: [ImageTable.Row] {
        compared.rows.compactMap { row -> ImageTable.Row? in
            switch row {
            case .heading(let text): return ImageTable.Row(cells: [.init(text: text)], look: .name)
            case .layer(let name, let energies): return layerRow(name, energies)
            case .metric, .verdict, .gap: return nil
            }
        }
    }

    private func layerRow(_ name: String, _ energies: [Double?]) -> ImageTable.Row {
        let texts = energies.map { $0?.text(decimals: 2) ?? Column.unknown }
        let marks = zip(compared.points, texts).map { point, text in
            let before = state.original(of: point)?.evaluation.energy(ofLayer: name)
            return self.mark(before.map { $0.text(decimals: 2) != text } ?? false)
        }
        let changes = energies.dropFirst().enumerated().map { number, energy -> (difference: String, ratio: String) in
            let isComparable = comparisons[number].lines.contains { $0.column == .energy && $0.isComparable }
            guard isComparable, let energy, let first = energies[0] else { return (Column.unknown, Column.unknown) }
            let ratio = first == 0 ? Column.unknown : "×\((energy / first).text(significant: 3))"
            return (Column.energy.differenceText(of: energy, from: first), ratio)
        }
        return row(.init(title: name, unit: "µJ/image"), texts, marks, energies, changes)
    }

    private func difference(_ line: PointComparison.Line) -> String {
        guard line.difference != nil, let value = line.value, let reference = line.reference else { return Column.unknown }
        return line.column.differenceText(of: value, from: reference)
    }

    private func mark(_ isChanged: Bool) -> String { isChanged ? ExplorerState.changedMark : "" }

    private func color(of point: EvaluatedPoint) -> String {
        PointMark.color(ofSeries: state.plot.series.position(of: point.point.network), isBaseline: point.isBaseline)
    }

    // MARK: What stands below

    private var notes: String {
        let points = compared.points
        var notes: [String] = ["Bars: the share of the largest in their row"]
        if points.contains(where: { $0.accuracy?.halfWidth != nil }) {
            notes.append("interval: half the 95 % interval that the test images leave, inside which accuracies tie")
        }
        let accountings = points.map(\.evaluation.accounting.rawValue)
        let names = accountings.enumerated().filter { accountings.firstIndex(of: $0.element) == $0.offset }.map(\.element)
        notes.append("energy: \(names.joined(separator: ", ")), at \(state.clockText)")
        if points.contains(where: { $0.accuracy?.converged == false }) { notes.append("! training did not converge") }
        if points.contains(where: \.isExtrapolated) { notes.append(PointLabel.extrapolatedTitle) }
        if state.whatIf.isChanged { notes.append("\(ExplorerState.changedMark) changed by the what-if") }
        return notes.joined(separator: "; ") + "."
    }
}
