import ArgumentParser

/// `bitfront queue`: what is to be run, and who runs it.
struct QueueCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue", abstract: "Show and change what 'run' and 'sweep' have put into the queue, or work it.",
        discussion: """
            The queue is in the store: it survives whatever ends the programs that work it, and any process may look at it or change it. \
            An experiment is named by its key or the beginning of it.
            """,
        subcommands: [
            List.self, Pause.self, Resume.self, Cancel.self, Retry.self, Priority.self, Clear.self, Work.self,
        ], defaultSubcommand: List.self)
}
