import ArgumentParser

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

    /// Why the first word is no command; nil if it is one, or an option.
    var unknownCommand: CommandFailure? {
        guard let first = words.first, !first.hasPrefix("-"), first != "help", !Self.commands.contains(first) else { return nil }
        let near = Self.commands.filter { Self.distance(first, $0) <= 2 }
        let advice =
            near.isEmpty ? "there are \(Self.commands.joined(separator: ", "))" : "did you mean \(near.joined(separator: " or "))?"
        return CommandFailure(.usage, "there is no command '\(first)': \(advice)")
    }

    /// What to say where options stand in front of a command; nil where none does.
    var misplacedCommand: String? {
        guard let first = words.first, first.hasPrefix("--"), let command = words.first(where: Self.commands.contains) else {
            return nil
        }
        return "options stand behind the command, as in 'bitfront \(command) \(first) ...'"
    }

    /// How many letters have to be added, taken away or changed to make one word of another.
    private static func distance(_ left: String, _ right: String) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let changed = corner + (a == b ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, corner + 1)
            }
        }
        return row[right.count]
    }
}
