import DesignSpace
import HardwareModel
import Quantities

extension ExplorerState {
    /// Opens a line to type in, with what is in force already.
    mutating func open(_ purpose: LinePrompt.Purpose, _ text: String) {
        let previous = LinePrompt.Previous(
            filter: purpose == .budget ? budget : filter, selection: selection, origin: whatIf.origin, accelerator: whatIf.current)
        prompt = LinePrompt(for: purpose, text: text, previous: previous)
    }

    /// Changes the open line; everything shows what it stands for while it is typed.
    mutating func readPrompt(_ change: (inout LinePrompt) -> LinePrompt.Reading) {
        guard var prompt else { return }
        let reading = change(&prompt)
        self.prompt = prompt
        switch reading {
        case .everything: set(nil, for: prompt.purpose)
        case .filter(let filter): set(filter, for: prompt.purpose)
        case .accelerator(let accelerator): show(accelerator)
        case .command, .mistake: break
        }
    }

    /// How many lines are kept for each kind of prompt.
    private static let mostLines = 100

    /// Brings an earlier line of the open prompt back, or what was typed before.
    mutating func recallLine(isEarlier: Bool) {
        guard var prompt, let reading = prompt.recall(isEarlier: isEarlier, of: typedLines[prompt.purpose] ?? []) else { return }
        readPrompt { line in
            line = prompt
            return reading
        }
    }

    /// Keeps a line that was accepted, once if it is the same as the last.
    private mutating func keepLine(_ text: String, for purpose: LinePrompt.Purpose) {
        let lines = typedLines[purpose] ?? []
        guard !text.allSatisfy(\.isWhitespace), lines.first != text else { return }
        typedLines[purpose] = Array(([text] + lines).prefix(Self.mostLines))
    }

    /// Keeps what was typed, or carries it out; a line with a mistake in it stays open, so that it can be mended.
    mutating func acceptPrompt() -> [Effect] {
        guard var prompt else { return [] }
        guard prompt.error == nil else {
            self.prompt?.refuse()
            return []
        }
        let openPanel = panel
        self.prompt = nil
        if prompt.purpose != .command { keepLine(prompt.text, for: prompt.purpose) }
        switch prompt.purpose {
        case .filter: message = filterMessage
        case .budget: message = budgetMessage
        case .whatIf:
            let accelerator = whatIf.current
            whatIf.commit(accelerator, over: prompt.previous.accelerator)
            message = whatIf.isChanged ? "U takes it back, :save NAME keeps it" : "as the study was opened"
        case .command:
            do {
                let effects = try carryOut(prompt.text)
                keepLine(prompt.text, for: .command)
                if panel == openPanel, !keepsPanel(prompt.text) { panel = nil }
                return effects
            } catch {
                prompt.reject(error)
                self.prompt = prompt
            }
        }
        return []
    }

    /// Whether a text over the screen stays open when a command is given: where the command is about the text, or changes nothing below it.
    private func keepsPanel(_ line: String) -> Bool {
        guard let first = Word.all(in: line).first, let command = try? Command.named(first) else { return true }
        return ["export", "scroll", "theme", "redraw", "save"].contains(command.name)
    }

    /// What a filter that was just set has done; where nothing passes it, which name it asks for that there is not.
    var filterMessage: String {
        guard let filter else { return "no filter" }
        let counts = "\(points.order.count.groupedText) of \(points.rows.count.counted("point", grouped: true)) shown"
        let unknown = filter.unknownDrops(among: points.compact).map { "\(counts); \($0)" } ?? counts
        return points.order.isEmpty ? absence(filter) ?? unknown : unknown
    }

    private func absence(_ filter: Filter) -> String? {
        if let absent = filter.absentValue(among: CompactRows(study.rows)) { return absent.text() }
        // Another data set is known, only not looked at.
        guard let absent = filter.absentValue(among: points.compact), absent.field != .data else { return nil }
        return absent.text(on: dataset)
    }

    /// What to do with a budget that was just set.
    var budgetMessage: String {
        guard budget != nil else { return "no budget" }
        return points.fittingCount == 0 ? "nothing fits" : "u: the best point that fits"
    }

    /// Closes the line and puts back what it has changed.
    mutating func leavePrompt() {
        guard let prompt else { return }
        self.prompt = nil
        switch prompt.purpose {
        case .filter, .budget: set(prompt.previous.filter, for: prompt.purpose)
        case .whatIf: show(prompt.previous.accelerator)
        case .command: break
        }
        select(points.position(of: prompt.previous.selection) ?? selectedPosition)
    }

    private mutating func show(_ accelerator: Accelerator) {
        guard accelerator != whatIf.current else { return }
        whatIf.preview(accelerator)
        reprice()
    }

    private mutating func set(_ filter: Filter?, for purpose: LinePrompt.Purpose) {
        if purpose == .budget { setBudget(filter) } else { setFilter(filter) }
    }

    mutating func setFilter(_ filter: Filter?) {
        guard filter != self.filter else { return }
        self.filter = filter
        arrange()
    }

    mutating func setBudget(_ budget: Filter?) {
        guard budget != self.budget else { return }
        self.budget = budget
        arrange()
    }
}
