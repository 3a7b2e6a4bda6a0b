import DesignSpace
import HardwareModel

extension Export {
    /// Where the figures of the file come from.
    static func provenance(of state: ExplorerState, as format: Format) -> [Fact] {
        state.screen == .runs ? factsOfRuns(in: state, as: format) : facts(of: state)
    }

    /// A name that is a file's on any system, whatever study and data set are called.
    static func name(of state: ExplorerState, as format: Format) -> String {
        let dataset = state.screen == .runs ? run(in: state, as: format)?.spec.dataset ?? "" : state.dataset
        let parts = [state.study.study.name, dataset, state.screen.title.lowercased(), state.panel?.kind.name ?? ""]
            .filter { !$0.isEmpty }
        let text = parts.joined(separator: "-").map { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.".contains($0)) ? $0 : "-" }
        return text.first == "." ? "-" + String(text.prefix(200)) : String(text.prefix(200))
    }

    private static func facts(of state: ExplorerState) -> [Fact] {
        let isPriced = [.frontier, .table, .compare, .layers].contains(state.screen)
        return Provenance(
            of: state.study.study, datasets: [state.dataset], on: state.study.accelerator, basis: state.whatIf.basis,
            changes: state.whatIf.isChanged ? state.whatIf.scenario : nil,
            accountings: isPriced ? state.points.rows.prefix(1).map(\.evaluation.accounting) : [], details: details(of: state),
            rows: rows(in: state)
        ).facts
    }

    /// What a screen has besides study and accelerator.
    private static func details(of state: ExplorerState) -> [Fact] {
        var facts: [Fact] = []
        if let ghost = state.whatIf.ghost, [.frontier, .bars].contains(state.screen) {
            facts.append(Fact(name: "overlay", value: ghost.name))
        }
        if state.screen == .layers || isOfSelectedPoint(state), let point = state.selectedPoint {
            facts.append(Fact(name: "point", value: point.point.reference.name))
        }
        if state.screen == .compare, let left = ComparedPoints.extent(in: state) {
            facts.append(Fact(name: "compared", value: left))
        }
        if [.frontier, .table].contains(state.screen), !isOfSelectedPoint(state), let axes = axes(of: state) {
            facts.append(Fact(name: "axes", value: axes))
        }
        if let filter = state.filter { facts.append(Fact(name: "filter", value: filter.text)) }
        if let budget = state.budget { facts.append(Fact(name: "budget", value: budget.text)) }
        return facts
    }

    /// The run that a picture of the Runs screen is of; nil for a form that holds the whole queue.
    private static func run(in state: ExplorerState, as format: Format) -> QueuedExperiment? {
        format == .svg || state.panel?.kind == .why ? state.queuedExperiment : nil
    }

    /// Whether a text is shown that explains the figures of the selected point on a screen of many points.
    private static func isOfSelectedPoint(_ state: ExplorerState) -> Bool {
        state.panel?.kind == .why && [.frontier, .table].contains(state.screen)
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
            if state.panel?.kind == .why { facts += factsOfExplainedPoint(in: state) }
        } else {
            let seeds = Set(state.queue.experiments.map(\.spec.seed)).sorted()
            if !seeds.isEmpty { facts.append(Fact(name: "seeds", value: seeds.map(String.init).joined(separator: ", "))) }
        }
        return facts + [Fact(name: "version", value: BitfrontVersion.current)]
    }

    /// What the explained design point of a run is priced on; nothing where none is shown.
    private static func factsOfExplainedPoint(in state: ExplorerState) -> [Fact] {
        guard let point = state.explainedPoint else { return [] }
        let facts = Provenance(
            of: state.study.study, datasets: [], on: state.study.accelerator, basis: state.whatIf.basis,
            changes: state.whatIf.isChanged ? state.whatIf.scenario : nil, accountings: [point.evaluation.accounting]
        ).facts
        return [Fact(name: "point", value: point.point.reference.name)]
            + facts.filter { !["study", "version"].contains($0.name) }
    }

    /// The axes whose frontier the points are marked with; nil for energy and accuracy, which everything else is marked with too.
    private static func axes(of state: ExplorerState) -> String? {
        let (cost, quality) = (state.plot.cost, state.plot.quality)
        return cost == .energy && quality == .accuracy ? nil : "\(cost.title), \(quality.rawValue)"
    }

    /// The rows that are shown.
    private static func rows(in state: ExplorerState) -> [EvaluatedPoint] {
        if isOfSelectedPoint(state) { return state.selectedPoint.map { [$0] } ?? [] }
        return switch state.screen {
        case .frontier, .table: state.points.order.map { state.points.rows[$0] }
        case .bars, .runs: []
        case .compare: (state.compared ?? ComparedPoints(state)).points
        case .layers: state.selectedPoint.map { [$0] } ?? []
        }
    }
}
