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

    /// All of that in parts that mean something by themselves.
    private let parts: [String]

    /// Finds out what leads to what is shown.
    ///
    /// - Parameters:
    ///   - onStudysAccelerator: whether it leads there from the study as it is, instead of as the options opened it.
    ///   - isForRunningExplorer: whether it is for an explorer that runs already, which does not know what was saved since.
    public init(_ state: ExplorerState, onStudysAccelerator: Bool = false, isForRunningExplorer: Bool = false) {
        let opening = onStudysAccelerator ? state.study.study.accelerator : state.whatIf.basis.name
        study = state.study.study.name
        (screen, size, theme, options) = (state.screen, state.size, state.theme, state.options)
        var script = ViewScript(on: opening, knowsSaved: !isForRunningExplorer)
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
        var parts = script.parts
        script = ViewScript(on: opening, knowsSaved: !isForRunningExplorer)
        script.scroll(as: state)
        scrolling = script.text
        parts += script.parts
        script = ViewScript(on: opening, knowsSaved: !isForRunningExplorer)
        script.open(state.panel)
        panel = script.text
        parts += script.parts
        script = ViewScript(on: opening, knowsSaved: !isForRunningExplorer)
        script.type(into: state.prompt)
        typing = script.text
        self.parts = parts + script.parts
    }

    /// Everything that leads to the view, as `KeyScript` reads it.
    public var keys: String { script(\.steps, \.scrolling, \.panel, \.typing) }

    /// Parts of what leads to the view, as `KeyScript` reads it.
    public func script(_ parts: KeyPath<ViewCommand, String>...) -> String {
        parts.map { self[keyPath: $0] }.filter { !$0.isEmpty }.joined(separator: ",")
    }

    /// The words of the command, as they are before a shell takes them.
    public var words: [String] { wordsOfView + (keys.isEmpty ? [] : ["--keys", keys]) }

    /// The command as one types it into a shell.
    public var line: String { words.map(ShellWord.init).map(\.text).joined(separator: " ") }

    private var wordsOfView: [String] {
        var words = ["bitfront", "--study", study] + options + ["--screen", screen.title.lowercased()]
        words += ["--size", "\(size.columns)x\(size.rows)"]
        if theme != .standard { words += ["--theme", theme.rawValue] }
        return words
    }

    private static let option = "--keys "

    /// The command broken for a screen: every line but the last ends in a backslash, so that it can be copied as it stands. It is broken
    /// between words, the keys being given in several, so that spaces at the beginning of lines do no harm.
    ///
    /// - Returns: nil if a word is wider than a line.
    func lines(columns: Int) -> [String]? {
        // Two columns for the space and the backslash behind it.
        let width = columns - 2
        let scripts = scripts(columns: width - Self.option.count).map { Self.option + ShellWord($0).text }
        var lines: [String] = []
        for word in wordsOfView.map({ ShellWord($0).text }) + scripts {
            guard word.displayColumns <= width else { return nil }
            if let last = lines.last, last.displayColumns + 1 + word.displayColumns <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(word)
            }
        }
        return lines.dropLast().map { "\($0) \\" } + lines.suffix(1)
    }

    /// The command broken for a screen within words too, so that nothing may stand before a line.
    func piecewise(columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words.map(ShellWord.init) {
            if !line.isEmpty, line.displayColumns + 1 + word.text.displayColumns + 2 <= columns {
                line += " \(word.text)"
                continue
            }
            if !line.isEmpty { lines.append("\(line) \\") }
            let pieces = word.pieces(columns: max(8, columns - 2))
            lines += pieces.dropLast().map { "\($0)\\" }
            line = pieces.last ?? ""
        }
        return lines + [line]
    }

    /// The keys in as few scripts as have room, as words of a shell, in so many columns; all in one if they have.
    private func scripts(columns: Int) -> [String] {
        parts.reduce(into: []) { scripts, part in
            if let last = scripts.last, ShellWord("\(last),\(part)").text.displayColumns <= columns {
                scripts[scripts.count - 1] = "\(last),\(part)"
            } else {
                scripts.append(part)
            }
        }
    }
}
