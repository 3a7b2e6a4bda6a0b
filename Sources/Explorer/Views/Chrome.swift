import DesignSpace
import HardwareModel
import Quantities
import Terminal

/// The lines around the body: title, status, keys, and the prompt in place of the last two.
struct Chrome {
    let state: ExplorerState

    init(_ state: ExplorerState) { self.state = state }

    /// What is looked at on the left, the screens on the right.
    func drawTitle(with pen: inout Pen, in rect: Rect) {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        let tabs = tabs(width: rect.columns)
        let tabsWidth = pen.columns(of: tabs)
        let room = max(0, inner.columns - tabsWidth - 2)
        if let line = pen.lines(title(room: room), width: room, atMost: 1).first {
            pen.put(line, row: rect.top, in: inner.splitLeft(room).left)
        }
        pen.putTrailing(tabs, row: rect.top, in: inner)
    }

    /// - Parameter room: the columns there are.
    private func title(room: Int) -> Fitting {
        var fitting = Fitting()
        let dataset = state.benchmark?.title ?? "no data set"
        fitting.add("bitfront", .strong, rank: 9)
        fitting.add(dataset, .strong, rank: 0)
        // Cut rather than left out: that figures are hypothetical, and that points are not shown, has to be seen.
        let overlay = TitleTexts.overlay(state)
        let behind = overlay.map { $0.largestColumns + TitleTexts.gap } ?? 0
        let rest = room - dataset.largestColumns
        let texts = TitleTexts(state, room: rest - behind >= TitleTexts.comfortableColumns(state) / 2 ? rest - behind : rest)
        fitting.add(texts.filter ?? "", .measured, rank: 3)
        fitting.add(texts.budget ?? "", .measured, rank: 4)
        fitting.add(texts.whatIf ?? "", .measured, rank: 2)
        fitting.add(texts.caveats ?? "", .mistake, rank: 1)
        fitting.add(overlay ?? "", .quiet, rank: 4)
        let isNamed = !state.whatIf.isChanged && state.isHypothetical
        let accelerator = state.study.accelerator
        if !isNamed { fitting.add("\(accelerator.name) \(accelerator.clockText)", rank: 5) }
        fitting.add("\(accounting.rawValue) energy", rank: 6)
        fitting.add(state.study.study.name, .quiet, rank: 7)
        return fitting
    }

    private var accounting: Accounting {
        state.points.rows.first?.evaluation.accounting ?? state.benchmark?.accounting ?? .nominal
    }

    /// The screen whose name stands at a cell of the title line.
    func screen(at point: Point, in rect: Rect) -> Screen? {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        let tabs = tabs(width: rect.columns)
        var column = inner.right - tabs.text.displayColumns
        for phrase in tabs.phrases {
            let end = column + phrase.text.displayColumns
            if (column..<end).contains(point.column) {
                return Screen.allCases.first { phrase.text.hasPrefix(" \($0.rawValue) ") }
            }
            column = end
        }
        return nil
    }

    /// The screens by number and name; with little room, or much to say on the left, only the open one has its name.
    private func tabs(width: Int) -> TextLine {
        let whole = tabs(width: width, isShort: width < 100)
        guard width >= 100, state.isHypothetical else { return whole }
        let wanted = (state.benchmark?.title ?? "").largestColumns + TitleTexts.comfortableColumns(state)
        return wanted + whole.text.displayColumns + 4 > width ? tabs(width: width, isShort: true) : whole
    }

    private func tabs(width: Int, isShort: Bool) -> TextLine {
        let phrases = Screen.allCases.compactMap { screen -> Phrase? in
            let isOpen = screen == state.screen
            if width < 44 && !isOpen { return nil }
            return Phrase(
                isShort && !isOpen ? " \(screen.rawValue) " : " \(screen.rawValue) \(screen.title) ", .tab(isOpen: isOpen))
        }
        return TextLine(width < 24 ? [] : phrases)
    }

    /// How many points there are, on the right of the status line.
    func drawCounts(with pen: inout Pen, in rect: Rect) {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        pen.putTrailing(pen.lines(counts, width: inner.columns, atMost: 1).first ?? .empty, row: rect.top, in: inner)
    }

    /// What is running and the last message on the left, how many points there are on the right; a message that is longer than that
    /// leaves room for takes the whole line, and the line of keys as well if it has to.
    ///
    /// - Parameter keys: the line of keys; nil where there is none.
    func drawStatus(with pen: inout Pen, in rect: Rect, keys: Rect?) {
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        let counts = pen.lines(counts, width: inner.columns, atMost: 1).first ?? .empty
        let room = max(0, inner.columns - pen.columns(of: counts) - 2)
        guard pen.columns(of: state.message) <= room else {
            let rows = [rect, keys].compactMap(\.self)
            let lines = MessageLines(state.message, columns: inner.columns, rows: rows.count).lines
            for (line, row) in zip(lines, rows) {
                pen.surface.fill(row)
                pen.put(line, row: row.top, in: Rect(column: inner.left, row: row.top, columns: inner.columns, rows: 1))
            }
            return
        }
        var left = Fitting()
        left.add(state.progress, .strong, rank: 1)
        left.add(state.message, rank: 0)
        pen.putTrailing(counts, row: rect.top, in: inner)
        if let line = pen.lines(left, width: room, atMost: 1).first { pen.put(line, row: rect.top, in: inner.splitLeft(room).left) }
    }

    private var counts: Fitting {
        var fitting = Fitting()
        let (shown, all) = (state.points.order.count, state.points.rows.count)
        if state.screen == .table, let place = state.points.place(of: state.selectedPosition) {
            fitting.add("row \((place + 1).groupedText)", .quiet, rank: 1)
        }
        if state.screen == .compare, state.panel == nil, let extent = CompareView(state).extent(in: FrameLayout(state).body) {
            let (lines, count) = extent
            fitting.add("lines \(lines.lowerBound)-\(lines.upperBound) of \(count)", .quiet, rank: 1)
        }
        if state.screen == .table || state.screen == .compare, state.selectedPoint?.isExtrapolated == true {
            fitting.add(PointLabel.extrapolatedTitle, .mistake, rank: 1)
        }
        fitting.add(
            shown == all
                ? all.counted("point", grouped: true) : "\(shown.groupedText) of \(all.counted("point", grouped: true))",
            .quiet, rank: 0)
        if state.screen == .frontier {
            let shown = state.plot.frontier.count { state.plot.points[$0].isShown }
            fitting.add("\(shown.groupedText) on the frontier", .quiet, rank: 2)
        }
        if state.budget != nil { fitting.add("\(state.points.fittingCount.groupedText) fit the budget", rank: 1) }
        let marked = state.marks.count { $0.point.dataset == state.dataset }
        let isCut = state.screen == .compare && marked > ComparedPoints.most
        if marked > 0 { fitting.add(isCut ? "\(ComparedPoints.most) of \(marked) marked" : "\(marked) marked", rank: 1) }
        return fitting
    }

    /// As many keys as there is room for, the more important ones first.
    func drawKeys(with pen: inout Pen, in rect: Rect) {
        let fitting =
            state.isFollowing ? KeyBindings.lineOfFollower : KeyBindings.line(in: state.keyContext, canRun: state.canRun)
        let inner = rect.inset(columns: rect.columns > 40 ? 1 : 0)
        if let line = pen.lines(fitting, width: inner.columns, atMost: 1, separator: "  ").first {
            pen.put(line, row: rect.top, in: inner)
        }
    }

    /// The filter as it is typed, and under it what is wrong with it.
    ///
    /// - Returns: the cell of the text cursor.
    func drawPrompt(with pen: inout Pen, in bounds: Rect) -> Point? {
        guard let prompt = state.prompt, !bounds.isEmpty else { return nil }
        let rect = promptRect(prompt, with: pen, in: bounds)
        pen.surface.fill(rect)
        let before = pen.columns(of: String(prompt.characters[..<prompt.cursor]))
        let label = min(prompt.label.count, rect.columns / 2)
        let scrolled = rect.left + label - textStart(prompt, with: pen, in: rect)
        let text = Rect(column: rect.left + label, row: rect.top, columns: rect.columns - label, rows: 1)
        pen.surface.put(
            pen.capabilities.glyphs.adapted(prompt.text), at: Point(column: text.left - scrolled, row: rect.top), within: text)
        pen.put(prompt.label, .strong, at: rect.origin, within: rect.splitLeft(label).left)
        if rect.rows >= 2 { drawHint(prompt, with: &pen, in: rect.splitTop(1).rest, textStart: text.left - scrolled) }
        return Point(column: text.left + before - scrolled, row: rect.top)
    }

    /// The column of the text's first character, outside the line for a text wider than that, which is scrolled so that the cursor stays in it.
    private func textStart(_ prompt: LinePrompt, with pen: Pen, in rect: Rect) -> Int {
        let before = pen.columns(of: String(prompt.characters[..<prompt.cursor]))
        let label = min(prompt.label.count, rect.columns / 2)
        return rect.left + label - max(0, before + label + 1 - rect.columns)
    }

    /// What the word under the cursor could become, or the keys where it could be nothing else or anything.
    private func drawCandidates(with pen: inout Pen, in rect: Rect) {
        let candidates = state.candidates
        if let hint = state.parameterHint {
            pen.put(hint, .quiet, at: rect.origin, within: rect)
            return
        }
        let offersAll = [.command, .whatIf].contains(state.prompt?.purpose) || state.prompt?.offersAll == true
        guard !candidates.isEmpty, offersAll || state.prompt?.word.isEmpty == false else {
            return drawKeys(with: &pen, in: rect)
        }
        var fitting = Fitting()
        if let format = state.formatOfEnter {
            fitting.add(TextLine([Phrase("Enter", .key), Phrase(" writes \(format.rawValue)", .quiet)]), rank: 0)
        }
        fitting.add(TextLine([Phrase("Tab", .key)]), rank: 0)
        for (rank, candidate) in candidates.enumerated() { fitting.add(candidate, .quiet, rank: rank + 1) }
        if let only = candidates.first, candidates.count == 1, let command = Command.all.first(where: { $0.name == only }) {
            fitting.add(command.help, rank: 2)
        }
        let line = pen.lines(fitting, width: rect.columns, atMost: 1, separator: "  ").first
        if let line { pen.put(line, row: rect.top, in: rect) }
    }

    /// What is wrong with the line; nil where nothing is, or where a name is typed still, which is no mistake yet.
    private func mistake(in prompt: LinePrompt) -> (offset: Int, message: String)? {
        guard let error = prompt.error else { return nil }
        let start = prompt.cursor - prompt.word.count
        let isUnfinished =
            switch prompt.purpose {
            case .whatIf: !prompt.word.isEmpty && error.offset == start
            case .filter, .budget:
                !prompt.word.isEmpty && error.offset == start
                    || (start...prompt.cursor).contains(error.offset) && prompt.word.contains { "=!~".contains($0) }
            case .command: false
            }
        if isUnfinished, !prompt.isRefused, !state.candidates.isEmpty { return nil }
        // What is said of the word under the cursor belongs to no mistake in another.
        let between = prompt.characters[min(error.offset, prompt.cursor)..<max(error.offset, prompt.cursor)]
        let hint = between.contains(where: \.isWhitespace) ? nil : state.parameterHint
        return (error.offset, error.message + (hint.map { ": \($0)" } ?? ""))
    }

    /// Where the line and what is said of it stand: two rows, and as many more as a mistake takes that does not fit beside its caret.
    private func promptRect(_ prompt: LinePrompt, with pen: Pen, in bounds: Rect) -> Rect {
        var rows = min(2, bounds.rows)
        if let (offset, message) = mistake(in: prompt) {
            let typed = pen.columns(of: String(prompt.characters.prefix(offset)))
            let caret = max(bounds.left, textStart(prompt, with: pen, in: bounds) + typed)
            if !fits(message, caret: caret, with: pen, in: bounds) {
                rows = min(bounds.rows, 2 + TextLine(message).wrapped(toColumns: bounds.columns, hanging: 0).count)
            }
        }
        return bounds.splitBottom(rows).bottom
    }

    /// Whether a message has room behind its caret or before it.
    private func fits(_ message: String, caret: Int, with pen: Pen, in rect: Rect) -> Bool {
        let width = pen.columns(of: message)
        return caret + 2 + width <= rect.right || caret - 1 - width >= rect.left
    }

    private func drawHint(_ prompt: LinePrompt, with pen: inout Pen, in rect: Rect, textStart: Int) {
        guard let (offset, message) = mistake(in: prompt) else {
            return drawCandidates(with: &pen, in: rect.splitTop(1).top)
        }
        let caret = max(rect.left, textStart + pen.columns(of: String(prompt.characters.prefix(offset))))
        let width = pen.columns(of: message)
        pen.put("^", .mistake, at: Point(column: caret, row: rect.top), within: rect)
        if rect.rows > 1 {
            let below = rect.splitTop(1).rest
            let lines = MessageLines(message, columns: below.columns, rows: below.rows).lines
            for (row, line) in lines.enumerated() {
                pen.put(TextLine(line.text, .mistake), row: below.top + row, in: below)
            }
        } else if caret + 2 + width <= rect.right || caret - 1 - width < rect.left {
            pen.put(message, .mistake, at: Point(column: caret + 2, row: rect.top), within: rect)
        } else {
            pen.put(message, .mistake, at: Point(column: caret - 1 - width, row: rect.top), within: rect)
        }
    }
}
