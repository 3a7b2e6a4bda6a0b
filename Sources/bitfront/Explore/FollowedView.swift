import Explorer
import Terminal

/// What an explorer shows, told so that another one shows the same, in a terminal of any size.
struct FollowedView: Equatable {
    let theme: ThemeName
    /// What leads to it from the start, as `KeyScript` reads it.
    private let script: String
    let inputs: [KeyScript.Input]

    /// What a state shows.
    init(of state: ExplorerState) {
        let command = ViewCommand(state)
        theme = command.theme
        script = Self.script(of: command)
        inputs = []
    }

    /// Reads what `line` has written, without its first word; nil if it is nothing of the kind.
    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let theme = ThemeName(rawValue: parts[0]), let script = try? KeyScript(parts[1]) else { return nil }
        self.theme = theme
        self.script = parts[1]
        inputs = script.inputs
    }

    /// The view as a line.
    var line: String { "view \(theme.rawValue) \(script)" }

    /// Whether a state shows it already.
    func isShown(by state: ExplorerState) -> Bool {
        let command = ViewCommand(state)
        return command.theme == theme && Self.script(of: command) == script
    }

    private static func script(of command: ViewCommand) -> String {
        [command.steps, command.panel, command.typing].filter { !$0.isEmpty }.joined(separator: ",")
    }
}
