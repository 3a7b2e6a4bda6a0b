import Explorer
import Terminal

/// What an explorer shows, told so that another one shows the same, in a terminal of any size.
struct FollowedView: Equatable {
    let theme: ThemeName
    /// What leads to it from the start, as `KeyScript` reads it.
    private let script: String

    /// What a state shows.
    init(of state: ExplorerState) {
        let command = ViewCommand(state, isForRunningExplorer: true)
        theme = command.theme
        script = command.script(\.steps, \.panel, \.typing)
    }

    /// Reads what `line` has written, without its first word; nil if it is nothing of the kind.
    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let theme = ThemeName(rawValue: parts[0]), (try? KeyScript(parts[1])) != nil else { return nil }
        self.theme = theme
        script = parts[1]
    }

    /// The view as a line.
    var line: String { "view \(theme.rawValue) \(script)" }

    /// Whether a tour is shown.
    var presents: Bool {
        inputs.contains { input in
            if case .command(let line) = input { line.hasPrefix("present ") } else { false }
        }
    }

    /// What leads to it from the start.
    var inputs: [KeyScript.Input] { (try? KeyScript(script))?.inputs ?? [] }
}
