import ExperimentStore
import Explorer
import Foundation
import Terminal

/// The view of a study that its user left last, in a file: colours, and the commands and keys that lead there.
struct RememberedView {
    private let path: String?

    /// More bytes than this are nobody's view.
    private static let mostBytes = 65_536

    /// A view that takes more than this, as one of very many marks, is not worth waiting for.
    private static let mostInputs = 2_000

    /// Finds the file of a study.
    init(of study: String) { path = UserFolder.state.map { "\($0)/views/\(study)" } }

    /// What the file says, and of it only what does not depend on what everything was priced on, where that was asked for this time.
    ///
    /// - Returns: nil if there is no file, or one that is no view.
    func view(onGivenAccelerator: Bool) -> (inputs: [KeyScript.Input], theme: ThemeName)? {
        guard let view, onGivenAccelerator else { return view }
        return (Self.inputs(view.inputs, without: ["scenario", "whatif"]), view.theme)
    }

    /// Inputs without commands of some names.
    static func inputs(_ inputs: [KeyScript.Input], without names: [String]) -> [KeyScript.Input] {
        inputs.filter { argument(of: $0, of: names) == nil }
    }

    /// The accelerator that a command among some inputs names and of which there is no preset among those of a state; nil if there is
    /// none.
    static func missingAccelerator(of inputs: [KeyScript.Input], _ command: String, in state: ExplorerState) -> String? {
        inputs.lazy.compactMap { argument(of: $0, of: [command]) }
            .first { $0 != "none" && !state.hasAccelerator(named: $0) }
    }

    /// What stands behind the name of a command, if it is one of some.
    private static func argument(of input: KeyScript.Input, of names: [String]) -> String? {
        guard case .command(let line) = input, case let words = line.split(separator: " ", maxSplits: 1), let name = words.first,
            names.contains(String(name))
        else { return nil }
        return words.count > 1 ? String(words[1]) : ""
    }

    private var view: (inputs: [KeyScript.Input], theme: ThemeName)? {
        guard let path else { return nil }
        let lines = lines(of: path)
        guard
            lines.count >= 2, let theme = ThemeName(rawValue: lines[0]), let script = try? KeyScript(lines[1]),
            script.inputs.count <= Self.mostInputs
        else { return nil }
        return (script.inputs, theme)
    }

    private func lines(of path: String) -> [String] {
        guard let data = try? OrdinaryFile.contents(of: path, atMost: Self.mostBytes) else { return [] }
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// Writes what is shown, and the colours to show it in next time; a view that cannot be kept is no reason to trouble anybody.
    func write(_ state: ExplorerState, theme: ThemeName) {
        guard let path, !state.isPresenting else { return }
        write(theme, script: ViewCommand(state, onStudysAccelerator: true).script(\.steps, \.scrolling), to: path)
    }

    /// Writes the colours to show it in next time; the view stays.
    func write(theme: ThemeName) {
        guard let path else { return }
        let script = view == nil ? "" : lines(of: path)[1]
        write(theme, script: script, to: path)
    }

    private func write(_ theme: ThemeName, script: String, to path: String) {
        let file = URL(filePath: path)
        guard UserFolder.makePrivate(file.deletingLastPathComponent().path) else { return }
        try? Data("\(theme.rawValue)\n\(script)\n".utf8).write(to: file, options: .atomic)
    }
}
