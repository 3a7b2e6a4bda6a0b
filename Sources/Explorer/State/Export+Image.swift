import DesignSpace
import HardwareModel
import Precision
import Terminal

extension Export {
    /// What the screen shows as a vector image of its own, drawn and typeset anew rather than copied from the cells.
    ///
    /// - Throws: `LineMistake` if there is nothing on the screen that could stand in an image.
    static func image(of state: ExplorerState, _ facts: [Fact]) throws(LineMistake) -> String {
        // A text that stands over the screen, or in the place of a plot of nothing, is what is on it.
        if state.panel != nil || state.screen == .frontier && state.plot.points.isEmpty {
            let notes = facts.map { "\($0.name) \($0.value)".visible }
            return state.unfolded.frame(for: .full).surface.svg(description: notes.joined(separator: " · "))
        }
        let benchmark = state.benchmark?.title ?? state.dataset
        guard state.screen != .frontier else {
            return FrontierImage(
                plot: state.plot, caption: caption(benchmark, of: state, facts), ghosts: state.whatIf.ghostDescription,
                budget: state.budget?.text,
                emphasis: FrontierView(state).emphasis
            ).document
        }
        return try image(of: figures(of: state), state, benchmark: benchmark, facts)
    }

    /// The figures of a screen other than the frontier as an image.
    private static func image(
        of content: Content, _ state: ExplorerState, benchmark: String, _ facts: [Fact]
    ) throws(LineMistake) -> String {
        func caption(_ title: String) -> ImageCaption { self.caption(title, of: state, facts) }
        switch content {
        case .points(_, let columns):
            return TableImage(state: state, columns: columns, caption: caption("\(benchmark): design points")).document
        case .breakdown(let designs):
            let title = caption("Power and area by component of \(state.study.accelerator.name)")
            let standings = designs.map { state.points.standing(of: $0.precision) }
            let remarks = [Standing.overBudget, .hidden].filter(standings.contains).compactMap(\.remark)
            return BarsImage(
                designs: designs,
                pale: Set(zip(designs, standings).filter { $1 != .fits }.map(\.0.precision.code)),
                paleTitle: remarks.isEmpty ? nil : remarks.joined(separator: " or "), ghost: state.whatIf.ghost,
                ghostName: state.whatIf.ghostDescription,
                showsPercent: state.bars.showsPercent, caption: title
            ).document
        case .comparison:
            let compared = state.compared ?? ComparedPoints(state)
            return CompareImage(state, compared, caption: caption("\(benchmark): design points side by side")).document
        case .layers(let point):
            let title = caption("\(point.name) on \(state.study.accelerator.name)")
            return LayersImage(state: state, point: point, caption: title).document
        case .queue:
            guard let run = state.queuedExperiment else { throw nothing("no run is selected") }
            let notes = facts.map { "\($0.name) \($0.value)" }
            let title = "\(run.name) on \(run.spec.dataset), recipe \(run.recipeName)"
            return RunImage(run: run, caption: ImageCaption(title: title, notes: notes)).document
        // Texts over the screen are pictures of it.
        case .explanations, .radixPoints: throw nothing("a text is shown as it stands")
        case .picture(let picture): return picture
        }
    }

    private static func caption(_ title: String, of state: ExplorerState, _ facts: [Fact]) -> ImageCaption {
        let suffix = state.whatIf.isChanged ? ", what if \(state.whatIf.scenario)" : ""
        return ImageCaption(title: title + suffix, notes: facts.map { "\($0.name) \($0.value)" })
    }
}
