import DesignSpace
import HardwareModel
import Precision
import Quantities

extension ExplorerState {
    /// What the word before the cursor of the open line could become.
    var candidates: [String] {
        guard let word = prompt?.word else { return [] }
        return completions.filter { $0 != word }
    }

    /// The same with the word itself where it is whole already.
    private var completions: [String] {
        guard let prompt else { return [] }
        let names: [String]
        switch prompt.purpose {
        case .filter, .budget: names = comparisonCandidates(prompt)
        case .whatIf: names = prompt.word.isEmpty ? Self.changes.filter { !prompt.text.contains($0) } : Self.changes
        case .command: names = commandCandidates(prompt)
        }
        let word = prompt.word.lowercased()
        // A value in quotes is found by what is in them.
        return names.filter { name in
            let name = name.lowercased()
            return name.hasPrefix(word) || name.filter { $0 != "\"" }.hasPrefix(word)
        }
    }

    /// The names of fields; behind a field's name and a sign, with spaces between or without, the words that a row can have there.
    private func comparisonCandidates(_ prompt: LinePrompt) -> [String] {
        let signs = Set("=!<>~")
        let typed = prompt.characters[..<prompt.cursor]
        let value = typed.reversed().prefix { !$0.isWhitespace && !signs.contains($0) }.count
        let before = typed.dropLast(value)
        let sign = before.reversed().drop(while: \.isWhitespace)
        guard sign.first.map(signs.contains) == true else {
            let start = prompt.word.lastIndex(of: "(").map { prompt.word[...$0] } ?? ""
            return FilterField.allCases.map { start + $0.rawValue }
        }
        let name = sign.drop(while: signs.contains).drop(while: \.isWhitespace).prefix { !$0.isWhitespace && $0 != "(" }
        guard let field = FilterField(named: String(name.reversed())) else { return [] }
        let kept = prompt.word.dropLast(value)
        return field.words(in: points.compact, parts: sign.first == "~").map { kept + $0 }
    }

    private static let changes = Accelerator.Parameter.all.map { "\($0.name)=" }

    private func commandCandidates(_ prompt: LinePrompt) -> [String] {
        let words = Word.all(in: String(prompt.characters[..<prompt.cursor]))
        // The place of the word that is typed, which may have no character yet.
        let place = words.count - (prompt.word.isEmpty ? 0 : 1)
        guard place > 0 else { return Command.all.map(\.name) }
        let said = words.dropFirst().prefix(place - 1).map(\.text)
        return words.first.flatMap { try? Command.named($0) }.map { arguments(of: $0, behind: said) } ?? []
    }

    private func arguments(of command: Command, behind words: [String]) -> [String] {
        let place = words.count + 1
        return switch command.argument {
        case .none, .newName, .place: []
        case .point where place > 1 && command.name != "run":
            (place == 2 ? RowName.Kind.words : [])
                + RowName.candidates(behind: words, in: points)
        case .point where place > 1: datasets + openableDatasets
        case .point: Set(study.rows.map(\.point.reference.name)).sorted()
        case .precision: designs.map(\.precision.name)
        case .pane: BarsSettings.Pane.allCases.map(\.rawValue)
        case .filter: prompt.map(comparisonCandidates) ?? []
        case .changes: Self.changes
        case .column: table.columns.map(\.rawValue)
        case .columns: columnCandidates
        case .direction: Direction.allCases.map(\.rawValue)
        case .tour: tours.map(\.name)
        case .cost: CostAxis.allCases.map(\.rawValue)
        case .dataset: datasets + openableDatasets
        case .study: studies
        case .theme: ThemeName.allCases.map(\.rawValue)
        case .accelerator: scenarios.map(\.name) + (command.name == "overlay" ? ["none"] : [])
        case .export: exportFormats.map(\.rawValue)
        }
    }

    /// Completes the word before the cursor as far as all candidates agree; of the two costs of a component first the one, then the
    /// other.
    mutating func complete() {
        guard let prompt else { return }
        let isChange = isTypingChanges
        if isChange, let other = sibling(of: prompt.word) { return readPrompt { $0.replaceWord(with: other) } }
        if let next = nextOfFew {
            readPrompt { $0.replaceWord(with: next) }
            self.prompt?.isOneOfFew = true
            return
        }
        let candidates = candidates
        // A whole field, as acc, is not made another that begins so.
        if [.filter, .budget].contains(prompt.purpose), completions.contains(prompt.word) { return }
        guard let first = candidates.first else { return }
        if prompt.word.isEmpty { self.prompt?.offersAll = true }
        let shared = candidates.dropFirst().reduce(first) { String(zip($0, $1).prefix { $0 == $1 }.map(\.0)) }
        let isOnly = candidates.count == 1
        if isChange, !isOnly, shared == prompt.word, shared.isEmpty || shared.hasSuffix(".") {
            return readPrompt { $0.replaceWord(with: first) }
        }
        guard isOnly || shared.count > prompt.word.count else { return }
        readPrompt { $0.replaceWord(with: shared + (isOnly && $0.purpose == .command && !isChange ? " " : "")) }
    }

    /// What Tab makes of an argument of which there are few, so that it goes through them: the first where nothing is typed, the next where
    /// it has put one; nil where it completes.
    private var nextOfFew: String? {
        guard let prompt, let few = few(in: prompt), !few.isEmpty else { return nil }
        if prompt.word.isEmpty { return few[0] }
        guard prompt.isOneOfFew else { return nil }
        return few.firstIndex(of: prompt.word).map { few[($0 + 1) % few.count] }
    }

    /// The forms of a file, or the tours, where one of them is typed; nil elsewhere.
    private func few(in prompt: LinePrompt) -> [String]? {
        let words = Word.all(in: String(prompt.characters[..<prompt.cursor]))
        let isFirst = words.count == (prompt.word.isEmpty ? 1 : 2)
        guard prompt.purpose == .command, isFirst, let command = words.first.flatMap({ try? Command.named($0) }) else { return nil }
        return [.export, .tour].contains(command.argument) ? arguments(of: command, behind: []) : nil
    }

    /// The form that Enter writes where none is typed yet; nil where it means something else.
    var formatOfEnter: Export.Format? {
        guard let prompt, prompt.word.isEmpty, few(in: prompt)?.first == Export.Format.svg.rawValue else { return nil }
        return .svg
    }

    /// The word for the other cost of the component that a word without a number names; nil for any other word.
    private func sibling(of word: String) -> String? {
        guard word.hasSuffix("="), let parameter = WhatIfLine.parameter(of: word), parameter.name.count + 1 == word.count else {
            return nil
        }
        return parameter.sibling.map { "\($0.name)=" }
    }

    /// Whether the open line is one of changes of the accelerator.
    private var isTypingChanges: Bool {
        guard let prompt else { return false }
        switch prompt.purpose {
        case .whatIf: return true
        case .filter, .budget: return false
        case .command:
            let words = Word.all(in: String(prompt.characters[..<prompt.cursor]))
            guard words.count > 1, let first = words.first else { return false }
            return (try? Command.named(first))?.argument == .changes
        }
    }

    /// The unit and the present value of the parameter that is typed, as `clock MHz, now 250`; nil where none is.
    var parameterHint: String? {
        guard isTypingChanges, let prompt, let parameter = WhatIfLine.parameter(of: prompt.word) else { return nil }
        let origin = prompt.previous.origin
        let (now, before) = (prompt.previous.accelerator[parameter], origin[parameter])
        let has = origin.name == whatIf.basis.name ? "opened with" : "\(origin.name) has"
        let isFactor = prompt.word.contains("*")
        let basis = now == before ? "" : ", \(has) \(before.trimmed(significant: 6))\(isFactor ? ", which * is of" : "")"
        let isNumberMissing = !prompt.word.contains { "=*".contains($0) }
        let form = isNumberMissing ? ": \(parameter.name)=NUMBER or \(parameter.name)*FACTOR" : ""
        return "\(parameter.nameAndUnit), now \(now.trimmed(significant: 6))\(basis)\(form)"
    }
}
