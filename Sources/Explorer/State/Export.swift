import DesignSpace
import HardwareModel
import Terminal

/// What is on the screen, for a file: the points in their order, or a picture, and where they come from.
public struct Export: Hashable, Sendable {
    /// The forms of a file.
    public enum Format: String, Hashable, Sendable, CaseIterable {
        /// A vector image with real text: the plot fit for a paper, or the screen.
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
    }

    /// The form.
    public let format: Format

    /// The file as it was asked for; nil for one named after what is shown.
    public let file: String?

    /// A name for the file: study, data set and screen.
    public let suggestedName: String

    /// The points that are shown, in their order; the compared ones on the Compare screen.
    public let rows: [EvaluatedPoint]

    /// The columns of the table.
    public let columns: [Column]

    /// The picture, or the screen's characters; nil for a format that is made of rows.
    public let picture: String?

    /// Study, data set, accelerator and what was changed of it, filter and budget: names and values.
    public let provenance: [Fact]

    /// A fact about where the figures come from.
    public struct Fact: Hashable, Sendable {
        /// What it is, as `study`.
        public let name: String
        /// The fact.
        public let value: String
    }
}

extension Export {
    init(_ state: ExplorerState, as format: Format, file: String?) {
        self.format = format
        self.file = file
        suggestedName = "\(state.study.study.name)-\(state.dataset)-\(state.screen.title.lowercased()).\(format.fileExtension)"
        let marked = state.marks.compactMap(state.points.position(of:))
        let positions = state.screen == .compare && marked.count >= 2 ? marked : state.points.order
        rows = positions.map { state.points.rows[$0] }
        columns = state.table.columns
        provenance = Self.facts(of: state)
        let notes = provenance.map { "\($0.name) \($0.value)" }
        switch format {
        case .svg where state.screen == .frontier:
            let title = (state.benchmark?.title ?? state.dataset) + (state.whatIf.isChanged ? ", what if \(state.whatIf.text)" : "")
            picture = state.plot.svg(title: title, notes: notes)
        case .svg: picture = state.frame(for: .full).surface.svg(description: notes.joined(separator: " · "))
        case .text: picture = state.frame(for: .full).surface.text() + "\n" + notes.joined(separator: "\n") + "\n"
        default: picture = nil
        }
    }

    private static func facts(of state: ExplorerState) -> [Fact] {
        var facts = [
            Fact(name: "study", value: state.study.study.name), Fact(name: "dataset", value: state.dataset),
            Fact(name: "accelerator", value: state.whatIf.basis.name),
            Fact(name: "scenario", value: state.whatIf.isChanged ? state.whatIf.text : "as published"),
        ]
        if let filter = state.filter { facts.append(Fact(name: "filter", value: filter.text)) }
        if let budget = state.budget { facts.append(Fact(name: "budget", value: budget.text)) }
        let seeds = Set(state.points.order.flatMap { state.points.rows[$0].runs.map(\.spec.seed) })
        if !seeds.isEmpty { facts.append(Fact(name: "seeds", value: seeds.sorted().map(String.init).joined(separator: ", "))) }
        return facts + [Fact(name: "version", value: BitfrontVersion.current)]
    }
}
