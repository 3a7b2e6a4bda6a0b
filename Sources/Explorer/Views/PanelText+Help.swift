import DesignSpace

extension PanelText {
    /// One line for each binding that works on the screen, under a heading for each group.
    ///
    /// - Parameter columns: the width to which they are broken, what a key does staying in a column of its own.
    static func help(of state: ExplorerState, columns: Int) -> [TextLine] {
        let context: KeyBinding.Context = state.isPresenting ? .presentation : .screen(state.screen)
        let bindings = KeyBindings.all.filter { $0.works(in: context, canRun: state.canRun) }
        let typing = KeyBindings.all.filter { $0.works(in: .prompt, canRun: state.canRun) && $0.group == .typing }
        // The few that have more keys than most reach into the column of what they do.
        let width = min(16, columns / 3)
        func lines(of bindings: [KeyBinding]) -> [TextLine] {
            bindings.flatMap {
                TextLine([Phrase("  \($0.keysText.padded(to: width))", .key), Phrase("  \($0.help)")])
                    .wrapped(toColumns: columns, hanging: width + 2)
            }
        }
        var text = state.faultyPresetsMessage.map { [TextLine($0, .mistake)] } ?? []
        for group in KeyBinding.Group.allCases {
            let ours = bindings.filter { $0.group == group }
            if ours.isEmpty { continue }
            if !text.isEmpty { text.append(.empty) }
            text.append(TextLine(group.rawValue, .heading))
            text += lines(of: ours)
        }
        text += [.empty, TextLine("While typing a filter", .heading)]
        return text + lines(of: typing) + filterNotes(columns: columns, width: width) + [.empty] + legend
    }

    /// What equal means for numbers, and what can be compared, laid out as what a key does.
    private static func filterNotes(columns: Int, width: Int) -> [TextLine] {
        [
            ("= !=", "numbers are equal to the last digit that is typed: acc=83.08 finds what is shown as 83.08"),
            ("fields", FilterField.allCases.map(\.rawValue).joined(separator: ", ") + "; within a point of the baseline: drop<=1"),
        ].flatMap { name, text in
            TextLine([Phrase("  \(name.padded(to: width))", .key), Phrase("  \(text)")])
                .wrapped(toColumns: columns, hanging: width + 2)
        }
    }

    private static let legend = [
        TextLine("Marks behind a point's name", .heading),
        TextLine("  (none)  published by the paper"),
        TextLine("  *       measured by a run of this program"),
        TextLine("  ^       imported, ~ predicted"),
        TextLine("  !       training did not converge"),
        TextLine("  ?       no figure is published for this precision: power, area and energy are extrapolated"),
        TextLine("  @       one radix point per layer; ◆ marked"),
        TextLine(
            "  \(ExplorerState.overBudgetMark)       before a row of the table, and behind the name where there is no room for more: over budget"
        ),
        TextLine("  /       before a bar: the filter hides all points of its precision"),
        TextLine("  (3), 3  so many points at one place; moving goes through them"),
        TextLine("  (A8)    not on the line that runs through its place"),
        TextLine(
            "  \(ExplorerState.changedMark)       behind a figure: what if, it is not that of the accelerator the study was opened on"
        ),
        TextLine("  ○       on the plot, and ┊ on the bars: where it is on the accelerator that is laid behind (:overlay NAME),"),
        TextLine("          or was before a what if"),
        TextLine("  ·       on the plot: a point that the filter leaves out"),
        TextLine("  f32 32 16 8 4: bits of fixed point · p2: power of two · 1: binary weights"),
    ]
}
