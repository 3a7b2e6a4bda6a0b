import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities

/// The design points that pass the filter as a typeset table.
struct TableImage {
    let state: ExplorerState
    let columns: [Column]
    let caption: ImageCaption

    /// Rows beyond so many are counted instead.
    static let mostRows = 500

    /// The whole SVG document.
    var document: String {
        let order = state.points.order.prefix(Self.mostRows)
        let points = order.map(state.points.row)
        let marked = Set(state.marks.compactMap(state.points.position(of:)))
        let table = ImageTable(
            columns.map(\.imageHeading),
            rows: zip(order, points).map { position, point in
                row(of: point, isMarked: marked.contains(position), isPale: state.points.overBudget.contains(position))
            })
        let width = max(table.width, Self.leastWidth) + 2 * ImageCaption.margin
        let notes = notes(on: points, isMarked: order.contains(where: marked.contains))
            .map { ImageParagraph($0, width: width - 2 * ImageCaption.margin) }
        var top = caption.head(width: width) + 6
        var elements = table.elements(left: ImageCaption.margin, top: top)
        top += table.height + 6
        for note in notes {
            elements += note.elements(left: ImageCaption.margin, top: top)
            top += note.height + 2
        }
        let height = top + caption.foot(width: width)
        return ImageElement.document(
            width: width, height: height, caption.elements(width: width, height: height) + elements)
    }

    private static let leastWidth = 420.0

    /// Whether accuracies carry the sign of their source, as no column says in a word whose they are.
    private var hasSigns: Bool { !columns.contains(where: \.namesSource) }

    private func row(of point: EvaluatedPoint, isMarked: Bool, isPale: Bool) -> ImageTable.Row {
        let original = state.original(of: point)
        let cells = columns.enumerated().map { number, column -> ImageTable.Cell in
            let text = column == .state ? state.stateText(of: point) : state.text(column, in: point)
            let changed = column.isChanged(in: point, from: original) ? ExplorerState.changedMark : ""
            if column == .precision, point.isExtrapolated { return .init(text: text, mark: PointLabel.extrapolatedMark) }
            if column == .accuracy {
                let sign = hasSigns ? point.accuracy?.source.sign ?? "" : ""
                let failed = text.last == "!"
                return .init(text: failed ? String(text.dropLast()) : text, mark: sign + (failed ? "!" : "") + changed)
            }
            return .init(text: text + (number == 0 && isMarked ? " ◆" : ""), mark: changed)
        }
        return ImageTable.Row(cells: cells, look: isPale ? .pale : .plain)
    }

    // MARK: What stands below

    private func notes(on points: [EvaluatedPoint], isMarked: Bool) -> [String] {
        [extent, signs(in: points, isMarked: isMarked), terms(points), sources(of: points)].filter { !$0.isEmpty }
    }

    /// Which rows there are, in which order.
    private var extent: String {
        let count = state.points.order.count
        let sorting = state.sorting.column.map {
            "in the order of \($0.imageHeading.title), \(state.sorting.isDescending ? "falling" : "rising")"
        }
        guard count > Self.mostRows else { return sorting.map { "Rows are \($0)." } ?? "" }
        return "The first \(Self.mostRows) of \(count.groupedText) design points, \(sorting ?? "in the order of the study"): "
            + "\((count - Self.mostRows).groupedText) more pass the filter."
    }

    private func signs(in points: [EvaluatedPoint], isMarked: Bool) -> String {
        var signs: [String] = []
        if columns.contains(.accuracy) {
            if hasSigns {
                let sources = Set(points.compactMap(\.accuracy?.source))
                signs += Accuracy.Source.allCases.filter(sources.contains).map(\.signText)
            }
            if points.contains(where: { $0.accuracy?.percent != nil && $0.accuracy?.converged == false }) {
                signs.append("! training did not converge")
            }
            if points.contains(where: { $0.accuracy != nil && $0.accuracy?.percent == nil }) {
                signs.append("NA: training failed, without a figure")
            }
        }
        if columns.contains(.precision), points.contains(where: \.isExtrapolated) { signs.append(PointLabel.extrapolatedTitle) }
        if points.contains(where: { point in columns.contains { $0.text(in: point) == Column.unknown } }) {
            signs.append("\(Column.unknown) not known")
        }
        if state.whatIf.isChanged { signs.append("\(ExplorerState.changedMark) changed by the what-if") }
        if isMarked { signs.append("◆ marked") }
        if let budget = state.budget, state.points.order.contains(where: state.points.overBudget.contains) {
            signs.append("grey italics: over budget \(budget.text)")
        }
        return signs.isEmpty ? "" : signs.joined(separator: "; ") + "."
    }

    /// What the figures mean that a heading is too short for.
    private func terms(_ points: [EvaluatedPoint]) -> String {
        guard let first = points.first else { return "" }
        var terms: [String] = []
        if columns.contains(.interval) { terms.append("interval: half the 95 % interval that the test images leave") }
        let against = [Column.drop, .saving].filter(columns.contains).map(\.imageHeading.title)
        if !against.isEmpty {
            let baseline = "\(first.baseline.network.title) \(first.baseline.precision.title)"
            terms.append("\(against.joined(separator: " and ")): against \(baseline)")
        }
        if !Set(columns).isDisjoint(with: Self.energies) {
            terms.append("energy: \(first.evaluation.accounting.rawValue), at \(state.clockText)")
        }
        if columns.contains(.energyError) { terms.append("energy error: the model's against the paper's") }
        return terms.isEmpty ? "" : terms.joined(separator: "; ") + "."
    }

    private static let energies: Set<Column> = [.energy, .saving, .energyPerMAC, .efficiency, .energyDelay]

    /// Whose accuracies there are, as far as that can be said in a line.
    private func sources(of points: [EvaluatedPoint]) -> String {
        guard !Set(columns).isDisjoint(with: [.accuracy, .interval, .drop, .source]) else { return "" }
        let texts = Accuracy.Source.allCases.compactMap { source -> String? in
            let own = points.filter { $0.accuracy?.source == source }
            guard !own.isEmpty else { return nil }
            let names = source == .measured ? own.compactMap(\.recipe).map { "recipe \($0)" } : own.compactMap(\.accuracy?.origin)
            return "accuracies \(source.rawValue): \(Self.listed(names))"
        }
        return texts.isEmpty ? "" : texts.joined(separator: "; ") + "."
    }

    /// Different names in the order in which they come, at most so many that they can be read.
    private static func listed(_ names: [String]) -> String {
        var known: Set<String> = []
        let different = names.filter { known.insert($0).inserted }
        return different.prefix(4).joined(separator: ", ") + (different.count > 4 ? " and \(different.count - 4) more" : "")
    }
}

extension ExplorerState {
    /// The clock that everything is priced at.
    var clockText: String { "\(study.accelerator.tile.clock.megahertz.trimmed(significant: 6)) MHz" }
}
