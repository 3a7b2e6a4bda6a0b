import DesignSpace
import HardwareModel
import Terminal

/// The command line that prints what is shown: a screen, its size, and the commands and keys that lead there from the start.
///
/// Points are named and not counted, so that they lead to the same view when results have been added, and in a terminal of another size.
public struct ViewCommand: Hashable, Sendable {
    /// The study.
    public let study: String
    /// Options that the study was opened with, each a word.
    public let options: [String]
    /// The screen.
    public let screen: Screen
    /// The terminal's columns and rows.
    public let size: Size
    /// The colours.
    public let theme: ThemeName

    /// What leads to the view in a terminal of any size, as `KeyScript` reads it.
    public let steps: String
    /// What scrolls it as it is, which means something for a terminal of this size.
    public let scrolling: String
    /// What opens the text over the view, if one is open.
    public let panel: String
    /// What types the line that is open, if one is.
    public let typing: String

    /// Finds out what leads to what is shown.
    ///
    /// - Parameter onStudysAccelerator: whether it leads there from the study as it is, instead of as the options opened it.
    public init(_ state: ExplorerState, onStudysAccelerator: Bool = false) {
        let opening = onStudysAccelerator ? state.study.study.accelerator : state.whatIf.basis.name
        study = state.study.study.name
        (screen, size, theme, options) = (state.screen, state.size, state.theme, state.options)
        var script = ViewScript(on: opening)
        // A tour is begun from what was shown before it, which its end brings back.
        if state.isPresenting {
            var start = state
            start.leavePresentation()
            script.lead(to: start)
            script.present(as: state)
        } else {
            script.lead(to: state)
        }
        steps = script.text
        script = ViewScript(on: opening)
        script.scroll(as: state)
        scrolling = script.text
        script = ViewScript(on: opening)
        script.open(state.panel)
        panel = script.text
        script = ViewScript(on: opening)
        script.type(into: state.prompt)
        typing = script.text
    }

    /// Everything that leads to the view, as `KeyScript` reads it.
    public var keys: String { script(\.steps, \.scrolling, \.panel, \.typing) }

    /// Parts of what leads to the view, as `KeyScript` reads it.
    public func script(_ parts: KeyPath<ViewCommand, String>...) -> String {
        parts.map { self[keyPath: $0] }.filter { !$0.isEmpty }.joined(separator: ",")
    }

    /// The words of the command, as they are before a shell takes them.
    public var words: [String] {
        var words = ["bitfront", "--study", study] + options + ["--screen", screen.title.lowercased()]
        words += ["--size", "\(size.columns)x\(size.rows)"]
        if theme != .standard { words += ["--theme", theme.rawValue] }
        return keys.isEmpty ? words : words + ["--keys", keys]
    }

    /// The command as one types it into a shell.
    public var line: String { words.map(ShellWord.init).map(\.text).joined(separator: " ") }

    /// The command broken for a screen: every line but the last ends in a backslash, so that it can be copied as it stands.
    func lines(columns: Int) -> [String] {
        var lines = [""]
        for word in words.map(ShellWord.init) {
            let space = lines[lines.count - 1].isEmpty ? "" : " "
            // Two columns for the space and the backslash behind it.
            if lines[lines.count - 1].displayColumns + space.count + word.text.displayColumns + 2 <= columns {
                lines[lines.count - 1] += space + word.text
                continue
            }
            if !space.isEmpty { lines[lines.count - 1] += " \\" }
            let pieces = word.pieces(columns: max(8, columns - 1))
            lines += pieces.dropLast().map { "\($0)\\" } + pieces.suffix(1)
        }
        return lines.filter { !$0.isEmpty }
    }
}
