import DesignSpace
import HardwareModel
import Networks
import Precision
import Quantities
import Terminal

/// The lines of a panel.
struct PanelText: Hashable, Sendable {
    /// What stands above the lines.
    let title: String

    let lines: [TextLine]

    /// The columns that are left free on both sides.
    let margin: Int

    init(_ kind: Panel.Kind, of state: ExplorerState) {
        let body = FrameLayout(state).body
        var margin = state.size.columns > 40 ? 1 : 0
        let columns = body.inset(columns: margin).columns
        let unbroken: [TextLine]
        switch kind {
        case .help:
            title = "Help · \(state.screen.title)"
            unbroken = Self.help(of: state, columns: columns)
        case .components:
            let design = state.designs.indices.contains(state.bars.cursor) ? state.designs[state.bars.cursor] : nil
            title = design.map { "Components · \($0.precision.title) · \(state.acceleratorTitle)" } ?? "Components"
            unbroken = design.map { Self.caveats($0.accelerator.caveats(for: $0.precision)) + Self.components(of: $0) } ?? []
        case .arithmetic:
            let measured = state.selectedPoint.flatMap(MeasuredLayers.init)
            title = "Layers · \(state.selectedPoint?.name ?? "nothing selected")"
            unbroken =
                measured.map { measured in
                    [TextLine(measured.title, .heading), .empty] + measured.lines.map { TextLine($0) }
                        + [.empty, TextLine(MeasuredLayers.legend, .quiet)]
                } ?? [Self.noRun]
        case .command:
            title = "The command that prints this view"
            let whole = state.panel?.command?.lines(columns: columns)
            // What is copied off the screen has the margin in it, and that must not come into a word.
            if whole == nil { margin = 0 }
            let command = whole ?? state.panel?.command?.piecewise(columns: body.columns) ?? []
            unbroken =
                command.map { TextLine($0, .strong) } + [
                    .empty,
                    TextLine(
                        "It is copied to the clipboard where the terminal allows that. --format svg makes a picture of it.", .quiet),
                ]
        case .why:
            title = "Why · \(Self.whyTitle(state))"
            unbroken =
                Self.whatIf(state) + Self.objection(state) + Self.why(state)
                + (state.screen == .bars ? [] : Self.whyDominated(state) + Self.why(state.plot.rivalry, of: state.plot))
        }
        self.margin = margin
        lines = unbroken.flatMap { $0.wrapped(toColumns: body.columns - 2 * margin) }
    }

    private static let noRun = TextLine(
        "No run of this point with low-precision layers is known: r trains it, and then radix points and clipping stand here.")
}
