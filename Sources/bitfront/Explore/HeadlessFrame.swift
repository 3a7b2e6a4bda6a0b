import ArgumentParser
import DesignSpace
import Explorer
import Terminal

/// One frame of the explorer without a terminal: what `--screen`, `--size` and `--keys` ask for, the same every time.
struct HeadlessFrame {
    /// The forms of a frame.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// The characters.
        case text
        /// A vector image with real text.
        case svg
    }

    let workspace: Workspace
    let study: Study
    let screen: Screen
    let size: Size
    let keys: KeyScript
    let theme: ThemeName
    let ascii: Bool

    /// The frame after the keys, with what the store holds.
    func rendered(as format: Format) throws -> String {
        var state = try workspace.unattendedExplorer(on: study, size: size, theme: theme)
        _ = state.update(.screenChosen(screen))
        let (effects, mistakes) = state.perform(keys.inputs)
        if let mistake = mistakes.first { throw CommandFailure(.usage, "--keys: \(mistake.message)") }
        if effects.contains(where: \.leavesATrace) {
            throw CommandFailure(.usage, "--keys: a frame writes, saves and trains nothing: leave out what exports, saves or runs")
        }
        for case .openStudy(let name) in effects {
            throw CommandFailure(.usage, "--keys: a frame is of one study: use --study \(name)")
        }
        for case .readTours(.named(let name)) in effects where !state.tours.contains(where: { $0.name == name }) {
            throw CommandFailure(.usage, "--keys: \(state.absence(ofTour: name))")
        }
        let surface = state.frame(for: ascii ? .plain : .full).surface
        return format == .svg ? surface.svg(isOnDark: theme == .dark) : surface.text() + "\n"
    }
}
