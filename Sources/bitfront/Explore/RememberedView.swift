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
        let inputs = view.inputs.filter { input in
            guard case .command(let line) = input else { return true }
            return !["scenario", "whatif"].contains(line.prefix { $0 != " " })
        }
        return (inputs, view.theme)
    }

    private var view: (inputs: [KeyScript.Input], theme: ThemeName)? {
        guard let path, let data = try? OrdinaryFile.contents(of: path, atMost: Self.mostBytes) else { return nil }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard
            lines.count >= 2, let theme = ThemeName(rawValue: String(lines[0])), let script = try? KeyScript(String(lines[1])),
            script.inputs.count <= Self.mostInputs
        else { return nil }
        return (script.inputs, theme)
    }

    /// Writes what is shown, and the colours to show it in next time; a view that cannot be kept is no reason to trouble anybody.
    func write(_ state: ExplorerState, theme: ThemeName) {
        guard let path, !state.isPresenting else { return }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard UserFolder.makePrivate(folder) else { return }
        let command = ViewCommand(state, onStudysAccelerator: true)
        try? Data("\(theme.rawValue)\n\(command.script(\.steps, \.scrolling))\n".utf8).write(
            to: URL(filePath: path), options: .atomic)
    }
}
