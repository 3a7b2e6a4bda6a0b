import DesignSpace
import Explorer
import Terminal

/// A tour without a terminal: every stop as an audience would see it, one below the other.
struct PrintedTour {
    let workspace: Workspace
    let study: Study
    let tour: Tour

    /// As wide as most pages and windows are, and as high as a stop needs that shows a plot.
    private static let size = Size(columns: 100, rows: 32)

    /// The stops in the characters of a tier, without blank lines before or behind.
    func text(for capabilities: Capabilities) throws -> String {
        var state = workspace.explorer(on: try workspace.evaluatedStudy(of: study), size: Self.size)
        var desk = ExperimentDesk(workspace: workspace, study: study, store: nil)
        if let queue = try desk.changedQueue() { _ = state.update(.queueChanged(queue)) }
        _ = state.update(.tourChosen(tour))
        let stops = tour.stops.indices.map { _ in
            defer { _ = state.update(.stopTurned(by: 1)) }
            let lines = state.frame(for: capabilities).surface.lines
            return lines.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
        }
        return stops.joined(separator: "\n\n\n") + "\n"
    }
}
