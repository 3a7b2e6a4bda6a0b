import ArgumentParser
import DesignSpace

/// The words of a command line, put right where the parser's own message would not help.
struct CommandLineWords {
    let words: [String]

    private static let commands = Bitfront.configuration.subcommands.compactMap { $0.configuration.commandName }

    /// Takes what stands behind the program's name.
    init(_ given: [String]) { words = Self.joiningNegativeNumbers(given) }

    /// A number below zero behind an option is its value, so that what is wrong with it can be said.
    private static func joiningNegativeNumbers(_ given: [String]) -> [String] {
        given.reduce(into: []) { words, word in
            let isNegative = word.hasPrefix("-") && Double(word) != nil
            if isNegative, let option = words.last, option.hasPrefix("--"), !option.contains("=") {
                words[words.count - 1] = "\(option)=\(word)"
            } else {
                words.append(word)
            }
        }
    }

    /// Whether help is asked for on nothing in particular.
    var asksForOverview: Bool { words.count == 1 && ["help", "--help", "-h"].contains(words[0]) }

    /// Why the first word is no command, or the second none of a command that has others below it; nil if they are, or are options. Of
    /// `help` the same holds for the words behind it.
    var unknownCommand: CommandFailure? { Self.unknownCommand(words.first == "help" ? words.dropFirst() : words[...]) }

    private static func unknownCommand(_ words: ArraySlice<String>) -> CommandFailure? {
        guard let first = words.first, !first.hasPrefix("-") else { return nil }
        guard commands.contains(first) else { return unknown(first, beginning: "", among: commands) }
        let below = subcommands(of: first)
        guard !below.isEmpty, let second = words.dropFirst().first, !second.hasPrefix("-"), second != "help" else { return nil }
        return below.contains(second) ? nil : unknown(second, beginning: first + " ", among: below)
    }

    private static func unknown(_ word: String, beginning: String, among known: [String]) -> CommandFailure {
        let advice = NearMiss.suggestion(for: word, among: known).map { "did you mean \($0)?" }
        return CommandFailure(
            .usage, "there is no command '\(beginning)\(word)': \(advice ?? "there are \(known.joined(separator: ", "))")")
    }

    private static func subcommands(of name: String) -> [String] {
        let command = Bitfront.configuration.subcommands.first { $0.configuration.commandName == name }
        return command?.configuration.subcommands.compactMap { $0.configuration.commandName } ?? []
    }

    /// What to say where options stand in front of a command; nil where none does.
    var misplacedCommand: String? {
        guard let first = words.first, first.hasPrefix("--"), let place = words.firstIndex(where: Self.commands.contains),
            place == 0 || words[place - 1] != "--screen"
        else {
            return nil
        }
        return "options stand behind the command, as in 'bitfront \(words[place]) \(first) ...'"
    }
}
