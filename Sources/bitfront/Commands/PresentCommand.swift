import ArgumentParser
import DesignSpace

/// `bitfront present`: the explorer at the first stop of a tour.
struct PresentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "present", abstract: "Show a tour through prepared views to an audience.",
        discussion: """
            n and p go to the next stop and back, hjkl point at something, v shows the speaker's notes, q ends the tour and leaves the \
            explorer open; without a terminal the stops are printed. A tour is of one study, which opens with it. 'bitfront follow --notes' in another terminal shows the notes to the speaker alone. Tours are presets; \
            'bitfront presets list' names them.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The tour.", completion: NameCompletion.tours)
    var tour = "hashemi2017"

    func run() throws {
        let workspace = try Workspace(self.workspace)
        let (tour, study) = try CommandFailure.catching {
            let tour = try workspace.catalogue.tour(self.tour)
            // A tour is told on its own study; one that is asked for besides is a slip, and P of the explorer says so too.
            if let study = self.workspace.chosenStudy, study != tour.study {
                _ = try workspace.catalogue.study(study)
                throw CommandFailure(.usage, "\(tour.whereabouts): bitfront present \(tour.name)")
            }
            return (tour, try workspace.catalogue.study(tour.study))
        }
        try ExplorerSession(workspace: workspace, study: study, tour: tour, ascii: self.workspace.ascii).run()
    }
}
