import DesignSpace
import Explorer
import Terminal

/// A tour without a terminal: every stop as an audience would see it, one below the other.
struct PrintedTour {
    let workspace: Workspace
    let study: Study
    let tour: Tour

    /// As wide as the columns of a table that a stop is about, and as high as a plot needs.
    private static let size = Size(columns: 120, rows: 36)

    /// The stops in the characters of a tier.
    func text(for capabilities: Capabilities) throws -> String {
        let state = try workspace.unattendedExplorer(on: study, size: Self.size)
        let stops = state.printed(tour, for: capabilities).map { stop in
            // One blank line says as much as twenty.
            let lines = stop.lines.split(separator: "", omittingEmptySubsequences: true).map { $0.joined(separator: "\n") }
            return lines.joined(separator: "\n\n")
        }
        return stops.joined(separator: "\n\n\n") + "\n"
    }
}
