import DesignSpace
import HardwareModel
import Terminal

/// What is on the screen, for a file: its figures or a picture, and where they come from.
public struct Export: Hashable, Sendable {
    /// The forms of a file.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// A vector image with real text, fit for a paper: a plot, a typeset table, a diagram.
        case svg
        /// Comma-separated values.
        case csv
        /// JSON.
        case json
        /// A Markdown table.
        case markdown
        /// A LaTeX table.
        case latex
        /// The screen as characters.
        case text

        /// The ending of a file's name.
        public var fileExtension: String {
            switch self {
            case .markdown: "md"
            case .latex: "tex"
            case .text: "txt"
            default: rawValue
            }
        }

        /// The form that the ending of a file's name stands for; nil for one that stands for none.
        init?(ending name: String) {
            let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last?.lowercased()
            guard let format = Self.allCases.first(where: { [$0.fileExtension, $0.rawValue].contains(ending) }) else { return nil }
            self = format
        }
    }

    /// What is in the file.
    public enum Content: Hashable, Sendable {
        /// The points that are shown, in their order, and the columns of their table.
        case points([EvaluatedPoint], columns: [Column])
        /// Power and area by component of the accelerator at each precision.
        case breakdown([Design])
        /// Points side by side; the others are compared with the first.
        case comparison(EvaluatedPoint, with: [EvaluatedPoint])
        /// The layers of a point's network.
        case layers(EvaluatedPoint)
        /// The queue of experiments.
        case queue(QueueSnapshot)
        /// Where figures come from.
        case explanations([Explanation])
        /// What a run found in the layers of its network.
        case radixPoints(ExperimentRecord)
        /// A finished file: a vector image, or the screen's characters.
        case picture(String)
    }

    /// The form.
    public let format: Format

    /// The file as it was asked for; nil for one named after what is shown.
    public let file: String?

    /// A name for the file: study, data set and screen.
    public let suggestedName: String

    /// What is in the file.
    public let content: Content

    /// Whether its figures are of an accelerator that the paper does not have.
    public let isHypothetical: Bool

    /// Whether CSV holds every figure of a point; false for the columns alone, which a person has chosen for the table.
    public let isComplete: Bool

    /// Study, data set, accelerator and what was changed of it, filter and budget: names and values.
    public let provenance: [Fact]

    /// A fact about where the figures come from.
    public typealias Fact = Provenance.Fact
}

extension Export {
    /// - Throws: `LineMistake` if there is nothing on the screen that could stand in such a file.
    init(_ state: ExplorerState, as format: Format, file: String?) throws(LineMistake) {
        self.format = format
        self.file = file
        suggestedName = Self.name(of: state, as: format) + ".\(format.fileExtension)"
        provenance = Self.provenance(of: state, as: format)
        isHypothetical = state.isHypothetical
        isComplete = state.screen != .table || state.table.columns == Column.standard
        switch format {
        case .svg:
            if state.panel == nil, [.frontier, .table].contains(state.screen) { _ = try Self.figures(of: state) }
            content = .picture(try Self.image(of: state, provenance))
        case .text:
            let notes = provenance.map { "\($0.name) \($0.value.visible)\n" }
            content = .picture(state.unfolded.frame(for: .full).surface.text() + "\n" + notes.joined())
        case .csv, .json, .markdown, .latex:
            content =
                if let panel = state.panel { try Self.figures(of: panel.kind, in: state) } else { try Self.figures(of: state) }
        }
    }

    /// What a file of figures holds: that of the screen.
    static func figures(of state: ExplorerState) throws(LineMistake) -> Content {
        switch state.screen {
        case .frontier, .table:
            guard !state.points.order.isEmpty else { throw nothing("no point is shown: / changes the filter") }
            // What an accelerator would cost that the paper does not have is not held against the paper's figures.
            let columns = state.table.columns.filter { !state.isHypothetical || !Column.ofThePaper.contains($0) }
            return .points(state.points.order.map(state.points.row), columns: columns)
        case .bars:
            guard !state.designs.isEmpty else { throw nothing("this study has no precisions") }
            return .breakdown(state.designs)
        case .compare:
            let points = (state.compared ?? ComparedPoints(state)).points
            guard let first = points.first, points.count >= 2 else {
                throw nothing("mark two to four points to compare first: m on any screen")
            }
            return .comparison(first, with: Array(points.dropFirst()))
        case .layers:
            guard let point = state.selectedPoint else { throw nothing("no point is selected") }
            return .layers(point)
        case .runs:
            guard !state.queue.experiments.isEmpty else { throw nothing("the queue is empty: r on a point begins a run") }
            return .queue(state.queue)
        }
    }

    static func nothing(_ reason: String) -> LineMistake {
        LineMistake(offset: 0, message: "there is nothing to export: \(reason)")
    }
}
