import ArgumentParser
import DesignSpace
import Foundation

/// The program: the explorer, or one of the commands that print what the explorer shows.
@main
struct Bitfront: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bitfront",
        abstract: "Decide which numeric precision a neural network should run at.",
        discussion: """
            Without a command the explorer opens on the default study. Every command prints what the explorer shows, for people or, \
            with --format, for programs.

            Exit status: 0 done; 1 what was checked does not hold; 2 something failed in running; 64 the command line is wrong; \
            65 an input file is wrong.
            """,
        version: "bitfront \(BitfrontVersion.current)",
        subcommands: [
            ExploreCommand.self, TableCommand.self, FrontierCommand.self, BreakdownCommand.self, CompareCommand.self,
            LayersCommand.self, ExplainCommand.self, ValidateCommand.self, CalibrateCommand.self, RunCommand.self,
            SweepCommand.self, QueueCommand.self, ResultsCommand.self, DatasetsCommand.self, PresetsCommand.self,
            PresentCommand.self, FollowCommand.self,
        ],
        defaultSubcommand: ExploreCommand.self)

    /// The help on the program as a whole: its commands, and the options of the explorer, which opens without one.
    private static var overview: String {
        let own = helpMessage()
        let lines = ExploreCommand.helpMessage().split(separator: "\n", omittingEmptySubsequences: false)
        let options = lines.drop { $0 != "OPTIONS:" }.dropFirst().prefix { !$0.hasPrefix("  --version") && !$0.isEmpty }
        guard let place = own.range(of: "SUBCOMMANDS:\n"), !options.isEmpty else { return own + "\n" }
        let section = "OPTIONS OF THE EXPLORER:\n" + options.joined(separator: "\n") + "\n\n"
        return own[..<place.lowerBound] + section + own[place.lowerBound...] + "\n"
    }

    static func main() async {
        let line = CommandLineWords(Array(CommandLine.arguments.dropFirst()))
        do {
            if let failure = line.unknownCommand { throw failure }
            if line.asksForOverview { return Output.write(overview) }
            // The explorer as most people open it need not wait for what every command looks like.
            if let options = WorkspaceOptions.plain(line.words) { return try ExploreCommand.open(options) }
            var command = try parseAsRoot(line.words)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            failure.report()
            exit(withError: ExitCode(failure.status.rawValue))
        } catch  where exitCode(for: error) == .failure && !(error is ExitCode) {
            // Neither the command line's nor worded by a command: still a failure of status 2, not of 1, which says that a check failed.
            CommandFailure(error).report()
            exit(withError: ExitCode(CommandFailure.Status.failed.rawValue))
        } catch {
            if exitCode(for: error) == .validationFailure, let advice = line.misplacedCommand {
                CommandFailure(.usage, advice).report()
            }
            exit(withError: error)
        }
    }
}
