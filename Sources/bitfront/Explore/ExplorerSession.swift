import DesignSpace
import Explorer
import NcursesTerminal
import Reports
import Terminal

/// The explorer on this process's terminal, or what stands for it where there is none.
struct ExplorerSession {
    let workspace: Workspace
    let study: Study
    /// The tour to begin with; nil for none.
    var tour: Tour?
    /// The colours that were asked for, for this session alone; nil for those of last time.
    var theme: ThemeName?
    /// Results that are being read; nil to begin when they are needed.
    var ahead: ResultsAhead?
    /// The explorer that is followed; nil for one that goes its own way.
    var leader: Leader?
    /// Where the speaker's notes of a tour are shown.
    var notes = SpeakerNotes.onDemand
    /// Whether nothing but ASCII is to be shown.
    let ascii: Bool

    /// Shows the explorer until its user leaves it; without a terminal, or with one that cannot move its cursor, prints the plain table, or
    /// the stops of the tour, and follows no other explorer.
    ///
    /// A signal ends the process, by that signal, once the terminal is as it was found.
    func run() throws {
        guard let capabilities else {
            guard leader == nil else {
                throw CommandFailure(
                    .usage,
                    "following an explorer needs a terminal to draw on: give the command in one, with neither its input nor its output "
                        + "from or to a file or a pipe")
            }
            if let tour {
                let isASCII = ascii || Output.isASCIIAskedFor
                return Output.write(
                    try PrintedTour(workspace: workspace, study: study, tour: tour).text(for: isASCII ? .plain : .full),
                    ascii: ascii)
            }
            let rows = try workspace.evaluatedStudy(of: study).rows
            return Output.write(
                PointReport(rows: rows, comparesWithPaper: try workspace.comparesWithPaper(study)).rendered(as: .text), ascii: ascii
            )
        }
        let display = try CommandFailure.catching { try NcursesDisplay(capabilities: capabilities) }
        let ending: ExplorerLoop.Ending
        do {
            ending = try explore(on: display)
        } catch {
            display.close()
            throw error
        }
        switch ending {
        case .quit, .opened: display.close()
        case .leaderEnded(let isOrderly):
            display.close()
            guard isOrderly else {
                throw CommandFailure(
                    .failed, "the explorer that was followed has ended without being left: it was killed, or has crashed")
            }
            Diagnostics.write("bitfront: the explorer that was followed has ended")
        case .signal(let signal): display.end(by: signal)
        }
    }

    /// Shows one study after the other, until the user leaves the last.
    private func explore(on display: NcursesDisplay) throws -> ExplorerLoop.Ending {
        var loop = ExplorerLoop(
            workspace: workspace, study: study, display: display, tour: tour, theme: theme, ahead: ahead, leader: leader,
            notes: notes)
        while true {
            let ending = try loop.run()
            guard case .opened(let opened) = ending else { return ending }
            loop = ExplorerLoop(
                workspace: opened.workspace, study: opened.study, display: display, theme: theme, leader: leader, notes: notes,
                isAnotherStudy: true, server: opened.server, events: opened.events)
        }
    }

    /// What the terminal can show; nil if there is none that the screens could be drawn on.
    private var capabilities: Capabilities? {
        guard var capabilities = try? TerminalFacts.current().capabilities() else { return nil }
        if ascii { capabilities.glyphs = .ascii }
        return capabilities
    }
}
