import ArgumentParser

/// `bitfront results`: what was trained and what came out.
struct ResultsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "results", abstract: "List the results of experiments, show one, move them between stores, or check them.",
        subcommands: [List.self, Show.self, Export.self, Import.self, Verify.self, Remove.self], defaultSubcommand: List.self)
}
