import ArgumentParser

/// `bitfront` alone: the explorer.
struct ExploreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explore", abstract: "Open the explorer (the default).",
        discussion: "Without a terminal, or with one that cannot move its cursor, the plain table is printed instead.")

    @OptionGroup var workspace: WorkspaceOptions

    func run() throws {
        let workspace = try Workspace(self.workspace)
        try ExplorerSession(workspace: workspace, study: try workspace.study(), ascii: self.workspace.ascii).run()
    }
}
