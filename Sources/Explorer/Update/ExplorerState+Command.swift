import DesignSpace
import HardwareModel

extension ExplorerState {
    /// Carries a typed command out.
    ///
    /// - Throws: `LineMistake` if it is none, or its argument does not fit.
    mutating func carryOut(_ line: String) throws(LineMistake) -> [Effect] {
        guard let first = Word.all(in: line).first else { return [] }
        let command = try Command.named(first)
        let offered = runs.offered
        let offeredName = offeredName
        (runs.offered, self.offeredName) = (nil, nil)
        let behind = line.dropFirst(first.offset + first.text.count)
        let rest = behind.drop(while: \.isWhitespace)
        let argument = Word(text: Self.trimmed(String(rest)), offset: line.count - rest.count)
        guard let action = command.action else {
            switch command.name {
            case "run": return try askForRun(argument, offered: offered)
            case "save": return try save(argument, isSecond: offeredName == argument.text)
            default: return try carryOut(command, argument)
            }
        }
        guard argument.text.isEmpty else {
            throw LineMistake(offset: argument.offset, message: "'\(command.name)' stands alone")
        }
        return update(action)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    private mutating func carryOut(_ command: Command, _ argument: Word) throws(LineMistake) -> [Effect] {
        switch command.name {
        case "filter":
            setFilter(try filter(argument))
            message = filterMessage
        case "budget":
            setBudget(try filter(argument))
            message = budgetMessage
        case "sort": try sort(by: argument)
        case "cost": setAxes(cost: try chosen(argument, among: CostAxis.allCases, \.rawValue), quality: frontier.quality)
        case "columns": try chooseColumns(argument)
        case "dataset": try openDataset(try chosen(argument, among: datasets + openableDatasets, \.self), argument)
        case "present":
            guard !argument.text.isEmpty else { return update(.presentationAsked) }
            if let tour = tours.first(where: { $0.name == argument.text }) { present(tour) }
            return [.readTours(.named(argument.text))]
        case "study":
            // There may be more by now than there were at the start.
            if argument.text.isEmpty { _ = try chosen(argument, among: studies, \.self) }
            return [.openStudy(argument.text)]
        case "theme": theme = try chosen(argument, among: ThemeName.allCases, \.rawValue)
        case "whatif": try changeAccelerator(argument)
        case "scenario": choose(try chosen(argument, among: scenarios, \.name))
        case "overlay": setOverlay(try chosen(argument, among: scenarios + [nil]) { $0?.name ?? "none" })
        case "select": try select(named: argument)
        case "mark": try mark(named: argument)
        case "zoom": try zoom(to: argument)
        case "pan": pan(try chosen(argument, among: Direction.allCases, \.rawValue))
        case "scroll": try scroll(to: argument)
        case "bar": try goToBar(named: argument)
        case "pane": bars.pane = try chosen(argument, among: BarsSettings.Pane.allCases, \.rawValue)
        case "layer": try goToLayer(numbered: argument)
        case "experiment": try goToExperiment(named: argument)
        case "export": return [.export(try export(argument))]
        default: break
        }
        return []
    }

    /// Asks for a run of the selected point, or of one by its name and, if another is meant than the shown one, its data set.
    ///
    /// - Parameter offered: the measured point that the command before this one has named.
    private mutating func askForRun(_ argument: Word, offered: DesignPoint?) throws(LineMistake) -> [Effect] {
        let words = Word.all(in: argument.text)
        guard let name = words.first else {
            return pointToRun.map { askForRun(of: $0, isSecond: offered == $0, key: ":run") } ?? []
        }
        if let extra = words.dropFirst().first(where: { $0.text.hasPrefix("-") }) ?? words.dropFirst(2).first {
            throw LineMistake(
                offset: argument.offset + extra.offset,
                message:
                    "'\(extra.text)' is too much: ':run POINT DATASET' trains by the recipe 'paper', 'bitfront run' takes another")
        }
        do {
            let reference = try PointReference(parsing: name.text)
            let dataset = words.dropFirst().first?.text ?? usualDataset(of: reference.network)
            let point = DesignPoint(
                network: reference.network, dataset: dataset, precision: reference.precision, radix: reference.radix)
            return askForRun(of: point, isSecond: offered == point, key: "the same command")
        } catch {
            throw LineMistake(offset: argument.offset, message: "\(error)")
        }
    }

    /// The shown data set if a network is trained on it, else the one that the study trains it on.
    private func usualDataset(of network: String) -> String {
        if benchmark?.networks.contains(network) ?? false { return dataset }
        return study.study.benchmark(of: network)?.dataset ?? dataset
    }

    /// Every accelerator that has a name: the study's, and the presets'.
    var scenarios: [Accelerator] { [whatIf.basis] + accelerators.filter { $0.name != whatIf.basis.name } }

    /// Whether there is an accelerator of a name, which can be priced on and laid behind.
    public func hasAccelerator(named name: String) -> Bool { scenarios.contains { $0.name == name } }

    private func filter(_ argument: Word) throws(LineMistake) -> Filter? {
        if argument.text.isEmpty { return nil }
        do {
            return try Filter(argument.text)
        } catch {
            throw LineMistake(offset: argument.offset + error.offset, message: error.message)
        }
    }

    private mutating func changeAccelerator(_ argument: Word) throws(LineMistake) {
        do {
            change(to: try WhatIfLine(argument.text, from: whatIf.origin).accelerator)
        } catch {
            throw LineMistake(offset: argument.offset + error.offset, message: error.message)
        }
    }

    private mutating func sort(by argument: Word) throws(LineMistake) {
        let isDescending = argument.text.hasPrefix("-")
        let text = argument.text.drop { $0 == "-" }
        let name = Word(text: String(text), offset: argument.offset + argument.text.count - text.count)
        sorting.column = name.text.isEmpty ? nil : try shownColumn(name)
        sorting.isDescending = isDescending
        arrange()
    }

    /// - Throws: `LineMistake` if it is no column, one that is not shown, or more than one.
    private func shownColumn(_ name: Word) throws(LineMistake) -> Column {
        if let column = table.columns.first(where: { $0.rawValue == name.text }) { return column }
        let first = name.text.prefix { $0 != "," && !$0.isWhitespace }
        let message =
            if first.count < name.text.count {
                "the table is sorted by one column, as :sort \(Column(rawValue: String(first)) ?? .energy)"
            } else if let hidden = Column(rawValue: name.text) {
                "the column '\(hidden.rawValue)' is not shown: :columns +\(hidden.rawValue) adds it"
            } else {
                Column.unknownMessage(name.text)
            }
        throw LineMistake(offset: name.offset + (first.count < name.text.count ? first.count : 0), message: message)
    }

    /// Asks for a preset of the changed accelerator; for one in the place of the user's own, if it is asked for twice.
    private mutating func save(_ argument: Word, isSecond: Bool) throws(LineMistake) -> [Effect] {
        guard !whatIf.text.isEmpty else {
            let since = whatIf.isChanged ? " since ':scenario \(whatIf.origin.name)'" : ""
            throw LineMistake(offset: 0, message: "nothing was changed\(since): e does that")
        }
        let name = try presetName(argument)
        let isThere = scenarios.contains { $0.name == name }
        guard !isThere || ownAccelerators.contains(name) else {
            throw LineMistake(offset: argument.offset, message: "there is an accelerator '\(name)' already")
        }
        guard !isThere || isSecond else {
            (message, offeredName) = ("you have an accelerator '\(name)' already: the same command again replaces it", name)
            return []
        }
        return [
            .save(
                Scenario(
                    name: name, accelerator: whatIf.current, basis: whatIf.origin, changes: whatIf.text, replaces: isThere))
        ]
    }

    private func presetName(_ argument: Word) throws(LineMistake) -> String {
        let isName = argument.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_.".contains($0)) }
        guard isName, (1...64).contains(argument.text.count), let first = argument.text.first, !"-.".contains(first) else {
            throw LineMistake(
                offset: argument.offset,
                message: "a name is letters, digits, or + - _ . and begins with neither - nor . as in fast-clock")
        }
        return argument.text
    }

    /// The first word is the form, without one a vector image; all that stands behind it is the file's name, spaces included.
    private func export(_ argument: Word) throws(LineMistake) -> Export {
        guard !argument.text.isEmpty else { return try Export(self, as: .svg, file: nil) }
        let form = argument.text.prefix { !$0.isWhitespace }
        let name = argument.text.dropFirst(form.count).drop(while: \.isWhitespace)
        let format = try chosen(
            Word(text: String(form), offset: argument.offset), among: Export.Format.allCases, \.rawValue)
        let offsetOfName = argument.offset + argument.text.count - name.count
        // Whoever types another form behind the first does not mean a file that is called like it.
        if let meant = Export.Format(rawValue: name.lowercased()) {
            throw LineMistake(
                offset: offsetOfName, message: "'\(name)' is a format: ':export \(meant.rawValue)' writes one")
        }
        // A file that is called as if it held another form would be opened by what cannot read it.
        if let other = Export.Format(ending: String(name)), other != format {
            throw LineMistake(
                offset: offsetOfName,
                message:
                    "'.\(other.fileExtension)' is the ending of \(other.rawValue): end the name with .\(format.fileExtension), "
                    + "or ':export \(other.rawValue)'")
        }
        return try Export(self, as: format, file: name.isEmpty ? nil : String(name))
    }

    func chosen<Value>(
        _ argument: Word, among values: [Value], _ name: (Value) -> String
    ) throws(LineMistake) -> Value {
        guard let value = values.first(where: { name($0) == argument.text }) else {
            let names = values.map(name).joined(separator: ", ")
            throw LineMistake(offset: argument.offset, message: argument.text.isEmpty ? "which: \(names)?" : "use \(names)")
        }
        return value
    }
}
