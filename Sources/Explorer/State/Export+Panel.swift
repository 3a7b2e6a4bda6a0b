import DesignSpace
import HardwareModel
import Terminal

extension Export {
    /// What a file of figures holds while a text stands over the screen: the figures of the text.
    ///
    /// - Throws: `LineMistake` for a text without figures.
    static func figures(of panel: Panel.Kind, in state: ExplorerState) throws(LineMistake) -> Content {
        switch panel {
        case .help: throw textAlone("the help")
        case .command: throw textAlone("the command")
        case .why:
            let explanations = state.explanations
            guard !explanations.isEmpty else { throw nothing("no figure is explained") }
            return .explanations(explanations)
        case .components:
            guard let design = state.designUnderCursor else { throw nothing("this study has no precisions") }
            return .breakdown([design])
        case .arithmetic:
            guard let run = state.selectedPoint?.runs.first, run.quantizedLayers != nil else {
                throw nothing("no run of this point with low-precision layers is known")
            }
            return .radixPoints(run)
        }
    }

    private static func textAlone(_ text: String) -> LineMistake {
        let formats = Format.pictures.map(\.rawValue).joined(separator: " or ")
        return LineMistake(offset: 0, message: "\(text) has no figures: use \(formats), or Esc first for those of the screen")
    }
}

extension Export.Format {
    /// The forms that show the screen, and so any text over it.
    static let pictures: [Export.Format] = [.svg, .text]
}

extension Panel.Kind {
    /// What the text is, in the name of a file.
    var name: String {
        switch self {
        case .help: "help"
        case .components: "components"
        case .arithmetic: "radix-points"
        case .why: "why"
        case .command: "command"
        }
    }
}

extension ExplorerState {
    /// The forms that what is shown can be exported in.
    var exportFormats: [Export.Format] {
        switch panel?.kind {
        case .help, .command: Export.Format.pictures
        case .why, .components, .arithmetic, nil: Export.Format.allCases
        }
    }

    /// The screen with every line of a text that stands over it, however few the terminal shows.
    var unfolded: ExplorerState {
        guard let panel else { return self }
        var whole = self
        whole.panel?.firstLine = 0
        whole.panelText = nil
        let missing = PanelText(panel.kind, of: self).lines.count - FrameLayout(self).panelRows
        whole.size = Size(columns: size.columns, rows: size.rows + max(0, missing))
        return whole
    }
}
