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
    public struct Fact: Hashable, Sendable {
        /// What it is, as `study`.
        public let name: String
        /// The fact.
        public let value: String
    }
}

extension Export {
    /// - Throws: `LineMistake` if there is nothing on the screen that could stand in such a file.
    init(_ state: ExplorerState, as format: Format, file: String?) throws(LineMistake) {
        self.format = format
        self.file = file
        suggestedName = Self.name(of: state, as: format) + ".\(format.fileExtension)"
        provenance = state.screen == .runs ? Self.factsOfRuns(in: state, as: format) : Self.facts(of: state)
        isHypothetical = state.isHypothetical
        isComplete = state.screen != .table || state.table.columns == Column.standard
        switch format {
        case .svg:
            if [.frontier, .table].contains(state.screen) { _ = try Self.figures(of: state) }
            content = .picture(try Self.image(of: state, provenance))
        case .text:
            let notes = provenance.map { "\($0.name) \($0.value.visible)\n" }
            content = .picture(state.frame(for: .full).surface.text() + "\n" + notes.joined())
        case .csv, .json, .markdown, .latex: content = try Self.figures(of: state)
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

    /// A name that is a file's on any system, whatever study and data set are called.
    private static func name(of state: ExplorerState, as format: Format) -> String {
        let dataset = state.screen == .runs ? run(in: state, as: format)?.spec.dataset ?? "" : state.dataset
        let parts = [state.study.study.name, dataset, state.screen.title.lowercased()].filter { !$0.isEmpty }
        let text = parts.joined(separator: "-").map { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.".contains($0)) ? $0 : "-" }
        return text.first == "." ? "-" + String(text.prefix(200)) : String(text.prefix(200))
    }

    private static func facts(of state: ExplorerState) -> [Fact] {
        var facts = [
            Fact(name: "study", value: state.study.study.name), Fact(name: "dataset", value: state.dataset),
            Fact(name: "accelerator", value: state.whatIf.basis.name),
            Fact(name: "scenario", value: state.whatIf.isChanged ? state.whatIf.scenario : "as published"),
        ]
        if [.frontier, .table, .compare, .layers].contains(state.screen), let row = state.points.rows.first {
            facts.insert(Fact(name: "accounting", value: row.evaluation.accounting.rawValue), at: 3)
        }
        if !state.warnings.isEmpty { facts.append(Fact(name: "caveats", value: state.warnings.joined(separator: ", "))) }
        if let ghost = state.whatIf.ghost { facts.append(Fact(name: "overlay", value: ghost.name)) }
        if state.screen == .layers, let point = state.selectedPoint {
            facts.append(Fact(name: "point", value: point.point.reference.name))
        }
        if state.screen == .compare, let left = ComparedPoints.extent(in: state) {
            facts.append(Fact(name: "compared", value: left))
        }
        if [.frontier, .table].contains(state.screen), let axes = axes(of: state) { facts.append(Fact(name: "axes", value: axes)) }
        if let filter = state.filter { facts.append(Fact(name: "filter", value: filter.text)) }
        if let budget = state.budget { facts.append(Fact(name: "budget", value: budget.text)) }
        let seeds = seeds(in: state)
        if !seeds.isEmpty { facts.append(Fact(name: "seeds", value: seeds.sorted().map(String.init).joined(separator: ", "))) }
        return facts + [Fact(name: "version", value: BitfrontVersion.current)]
    }

    /// The run that a picture of the Runs screen is of; nil for a form that holds the whole queue.
    private static func run(in state: ExplorerState, as format: Format) -> QueuedExperiment? {
        format == .svg ? state.queuedExperiment : nil
    }

    /// What runs are of: no accelerator, and of the data sets only their own, whatever is looked at on other screens.
    private static func factsOfRuns(in state: ExplorerState, as format: Format) -> [Fact] {
        var facts = [Fact(name: "study", value: state.study.study.name)]
        if let run = run(in: state, as: format) {
            let engine = state.study.rows.lazy.flatMap(\.runs).first { $0.key == run.key }?.engineVersion
            facts += [
                Fact(name: "dataset", value: run.spec.dataset), Fact(name: "recipe", value: run.recipeName),
                Fact(name: "seed", value: "\(run.spec.seed)"),
            ]
            if let engine { facts.append(Fact(name: "engine_version", value: engine)) }
        } else {
            let seeds = Set(state.queue.experiments.map(\.spec.seed)).sorted()
            if !seeds.isEmpty { facts.append(Fact(name: "seeds", value: seeds.map(String.init).joined(separator: ", "))) }
        }
        return facts + [Fact(name: "version", value: BitfrontVersion.current)]
    }

    /// The axes whose frontier the points are marked with; nil for energy and accuracy, which everything else is marked with too.
    private static func axes(of state: ExplorerState) -> String? {
        let (cost, quality) = (state.plot.cost, state.plot.quality)
        return cost == .energy && quality == .accuracy ? nil : "\(cost.title), \(quality.rawValue)"
    }

    /// The seeds of the runs that something on the screen was measured by.
    private static func seeds(in state: ExplorerState) -> Set<UInt64> {
        switch state.screen {
        case .frontier, .table: Set(state.points.order.flatMap { state.points.rows[$0].runs.map(\.spec.seed) })
        case .bars, .runs: []
        case .compare: Set((state.compared ?? ComparedPoints(state)).points.flatMap { $0.runs.map(\.spec.seed) })
        case .layers: Set(state.selectedPoint?.runs.map(\.spec.seed) ?? [])
        }
    }
}
