import ArgumentParser
import DesignSpace
import Explorer

/// `bitfront follow`: shows what an open explorer shows.
struct FollowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow", abstract: "Show in this terminal what an open explorer of yours shows.",
        discussion: """
            Keys of the explorer do nothing here, only q and Ctrl-C, which end the following. The socket between the two is one that \
            only its owner can open. Without a process number the newest explorer is followed. When that goes to another study, so does \
            this; when it is left, so is this, with status 0; if it is killed, \
            the status is 2. Presets, store, accounting and \
            accelerator are that explorer's, unless they are named here. With --notes this terminal shows, while a tour is presented, the \
            speaker's notes of the stop with its title, the clock and what comes next; without it, never notes.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Argument(help: "The process number of the explorer.")
    var process: Int32?

    @Flag(help: "Show the speaker's notes of the tour that is presented, for the speaker's own screen.")
    var notes = false

    func run() throws {
        let open = FollowSocket.open
        let wanted = process.map { number in open.filter { $0.hasSuffix("/follow-\(number)") } } ?? open
        var full: Leader?
        let leader = wanted.reduce(nil as Leader?) { found, path in
            if found != nil { return found }
            let next = Leader(at: path)
            guard next?.mostFollowers != nil else { return next }
            full = full ?? next
            return nil
        }
        guard let leader else {
            if let count = full?.mostFollowers {
                throw CommandFailure(
                    .failed, "this explorer has \(count) followers already: follow again when one of them has left")
            }
            throw CommandFailure(.failed, "no explorer of yours is open" + (process.map { " as process \($0)" } ?? ""))
        }
        let workspace = try Workspace(self.workspace.completed(with: leader.options))
        let study = try CommandFailure.catching { try workspace.catalogue.study(leader.study) }
        try ExplorerSession(
            workspace: workspace, study: study, leader: leader, notes: notes ? .alone : .never, ascii: self.workspace.ascii
        ).run()
    }
}
