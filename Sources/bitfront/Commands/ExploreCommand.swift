import ArgumentParser
import DesignSpace
import NcursesTerminal
import Reports
import Terminal

/// `bitfront` alone: the explorer.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Open the explorer (the default).",
        discussion: "Without a terminal, or with one that cannot move its cursor, the plain table is printed instead.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try Workspace(self.workspace)
        let study = try workspace.study()
        guard let capabilities = capabilities() else {
            let rows = try workspace.evaluatedStudy().rows
            return Output.write(PointReport(rows: rows).rendered(as: .text), ascii: self.workspace.ascii)
        }
        let display = try CommandFailure.catching { try NcursesDisplay(capabilities: capabilities) }
        let ending: ExplorerLoop.Ending
        do {
            ending = try ExplorerLoop(workspace: workspace, study: study, display: display).run()
        } catch {
            display.close()
            throw error
        }
        switch ending {
        case .quit: display.close()
        case .signal(let signal): display.end(by: signal)
        }
    }

    /// What the terminal can show; nil if there is none that the screens could be drawn on.
    private func capabilities() -> Capabilities? {
        guard var capabilities = try? TerminalFacts.current().capabilities() else { return nil }
        if workspace.ascii { capabilities.glyphs = .ascii }
        return capabilities
    }
}
