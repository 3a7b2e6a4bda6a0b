extension PanelText {
    /// One line for each binding that works on the screen, under a heading for each group.
    static func help(of state: ExplorerState) -> [TextLine] {
        let context: KeyBinding.Context = state.isPresenting ? .presentation : .screen(state.screen)
        let bindings = KeyBindings.all.filter { $0.works(in: context, canRun: state.canRun) }
        let typing = KeyBindings.all.filter { $0.works(in: .prompt, canRun: state.canRun) && $0.group == .typing }
        let width = (bindings + typing).reduce(0) { max($0, $1.keysText.count) }
        var lines = state.faultyPresetsMessage.map { [TextLine($0, .mistake)] } ?? []
        for group in KeyBinding.Group.allCases {
            let ours = bindings.filter { $0.group == group }
            if ours.isEmpty { continue }
            if !lines.isEmpty { lines.append(.empty) }
            lines.append(TextLine(group.rawValue, .heading))
            lines += ours.map { TextLine([Phrase("  \($0.keysText.padded(to: width))", .key), Phrase("  \($0.help)")]) }
        }
        lines += [.empty, TextLine("While typing a filter", .heading)]
        lines += typing.map { TextLine([Phrase("  \($0.keysText.padded(to: width))", .key), Phrase("  \($0.help)")]) }
        return lines + [.empty] + legend
    }

    private static let legend = [
        TextLine("Marks behind a point's name", .heading),
        TextLine("  (none)  published by the paper"),
        TextLine("  *       measured by a run of this program"),
        TextLine("  ^       imported, ~ predicted"),
        TextLine("  !       training did not converge"),
        TextLine("  @       one radix point per layer; ◆ marked"),
        TextLine("  (3)     so many points at one place; moving goes through them"),
        TextLine(
            "  \(ExplorerState.changedMark)       behind a figure: what if, it is not that of the accelerator the study was opened on"
        ),
        TextLine("  f32 32 16 8 4: bits of fixed point · p2: power of two · 1: binary weights"),
    ]
}
