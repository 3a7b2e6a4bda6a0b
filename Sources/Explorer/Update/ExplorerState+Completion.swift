import DesignSpace
import HardwareModel
import Precision

extension ExplorerState {
    /// What the word before the cursor of the open line could become.
    var candidates: [String] {
        guard let prompt else { return [] }
        let names: [String]
        switch prompt.purpose {
        case .filter, .budget: names = FilterField.allCases.map(\.rawValue)
        case .whatIf: names = Accelerator.Parameter.all.map { "\($0.name)=" }
        case .command:
            let words = Word.all(in: String(prompt.characters[..<prompt.cursor]))
            let isFirst = words.isEmpty || words.count == 1 && !prompt.word.isEmpty
            names = isFirst ? Command.all.map(\.name) : words.first.flatMap { try? Command.named($0) }.map(arguments) ?? []
        }
        return names.filter { $0.hasPrefix(prompt.word) && $0 != prompt.word }
    }

    private func arguments(of command: Command) -> [String] {
        switch command.argument {
        case .none, .newName, .place: []
        case .point: Set(study.rows.map(\.point.reference.name)).sorted()
        case .precision: designs.map(\.precision.name)
        case .pane: BarsSettings.Pane.allCases.map(\.rawValue)
        case .filter: FilterField.allCases.map(\.rawValue)
        case .changes: Accelerator.Parameter.all.map { "\($0.name)=" }
        case .column: table.columns.map(\.rawValue)
        case .cost: CostAxis.allCases.map(\.rawValue)
        case .dataset: datasets
        case .theme: ThemeName.allCases.map(\.rawValue)
        case .accelerator: scenarios.map(\.name) + (command.name == "overlay" ? ["none"] : [])
        case .export: Export.Format.allCases.map(\.rawValue)
        }
    }

    /// Completes the word before the cursor as far as all candidates agree.
    mutating func complete() {
        guard let prompt, let first = candidates.first else { return }
        let shared = candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
        let isOnly = candidates.count == 1
        guard isOnly || shared.count > prompt.word.count else { return }
        readPrompt { $0.replaceWord(with: shared + (isOnly && $0.purpose == .command ? " " : "")) }
    }
}
