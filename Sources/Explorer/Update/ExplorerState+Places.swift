import DesignSpace
import HardwareModel
import Precision
import Terminal

/// Commands that name a place, where keys go to it.
extension ExplorerState {
    /// Does what a script says: presses keys and carries commands out; one that cannot be carried out changes nothing.
    ///
    /// - Returns: what is to be done outside, in order, and what was wrong with commands.
    @discardableResult
    public mutating func perform(_ inputs: [KeyScript.Input]) -> (effects: [Effect], mistakes: [LineMistake]) {
        var effects: [Effect] = []
        var mistakes: [LineMistake] = []
        for input in inputs {
            switch input {
            case .key(let key): effects += update(.keyPressed(key))
            case .command(let line):
                do {
                    effects += try give(line)
                } catch {
                    mistakes.append(LineMistake(offset: error.offset, message: "':\(line)': \(error.message)"))
                }
            }
        }
        place()
        return (effects, mistakes)
    }

    private mutating func give(_ line: String) throws(LineMistake) -> [Effect] {
        (panelText, compared) = (nil, nil)
        message = ""
        let before = selection
        let effects = try carryOut(line)
        keepInView(since: before)
        return effects
    }

    /// Goes to a row, on whichever data set it is.
    mutating func select(named argument: Word) throws(LineMistake) {
        let name = try rowName(argument)
        if let other = otherDataset(of: name) { choose(dataset: other) }
        guard let found = name.position(in: points) else { throw unknown(name, argument) }
        select(found)
        if !name.isExact(in: points) { message = "there is no '\(name.text)': this is '\(points.rows[found].rowName.text)'" }
        let rivals = name.rivals(in: points)
        if rivals > 0 { message = "'\(points.rows[found].rowName.text)', one of \(rivals + 1) rows of that name" }
        if let position = selectedPosition, points.shown?.contains(position) == false { message = "the filter hides it" }
    }

    /// Marks rows, on whichever data set they are, several with commas between their names; without a name sets or takes away the mark of
    /// the selected one.
    mutating func mark(named argument: Word) throws(LineMistake) {
        guard !argument.text.isEmpty else { return toggleMark() }
        let before = marks
        do {
            for name in Self.names(in: argument) { try markOne(named: name) }
        } catch {
            marks = before
            throw error
        }
    }

    /// The names of a list: a comma that nothing like a design point follows is part of a name, as in `alex/fixed:4,8`.
    private static func names(in list: Word) -> [Word] {
        var names: [Word] = []
        var offset = list.offset
        for piece in list.text.split(separator: ",", omittingEmptySubsequences: false) {
            let blanks = piece.prefix(while: \.isWhitespace).count
            // A word behind a comma and a space is meant as a name, right or wrong; without the space it may be bits.
            let isPoint =
                (piece.split(separator: " ").first?.contains("/") ?? false) || blanks > 0 && names.last?.isWholeName ?? false
            if piece.count == blanks {
                // Nothing between two commas is nothing.
            } else if let last = names.last, !isPoint {
                names[names.count - 1] = Word(text: "\(last.text),\(piece)", offset: last.offset)
            } else {
                names.append(Word(text: String(piece.dropFirst(blanks)), offset: offset + blanks))
            }
            offset += piece.count + 1
        }
        return names
    }

    private mutating func markOne(named argument: Word) throws(LineMistake) {
        let name = try rowName(argument)
        var list = points
        if let other = otherDataset(of: name) {
            list = PointList(study.rows(on: other))
            message = "marked on \(other)"
        }
        guard let position = name.position(in: list) else { throw unknown(name, argument) }
        // What is compared is what was meant: a mark on another row would go unseen.
        guard name.isExact(in: list) || name.kind == .unknown else {
            let known = name.known(in: list).map { "'\($0)'" }.joined(separator: ", ")
            throw LineMistake(offset: argument.offset, message: "there is no '\(name.text)': there is \(known)")
        }
        let rivals = name.rivals(in: list)
        if rivals > 0, message.isEmpty {
            message = "marked: '\(list.rows[position].rowName.text)', one of \(rivals + 1) rows of that name"
        }
        let identity = list.identities[position]
        guard !marks.contains(identity) else { return }
        marks.append(identity)
        if message.isEmpty { sayWhatIsCompared() }
    }

    /// The data set that a row is to be looked for on: the shown one, nil, if it has the very row; else the first that has it, or else one
    /// that has another row of the point.
    private func otherDataset(of name: RowName) -> String? {
        guard !name.isExact(in: points) else { return nil }
        let others = study.rows.filter { $0.point.reference == name.reference && $0.point.dataset != dataset }.map(\.point.dataset)
        var seen: Set<String> = []
        let lists = others.filter { seen.insert($0).inserted }.map { (dataset: $0, points: PointList(study.rows(on: $0))) }
        if let exact = lists.first(where: { name.isExact(in: $0.points) }) { return exact.dataset }
        return name.position(in: points) == nil ? lists.first?.dataset : nil
    }

    private func rowName(_ argument: Word) throws(LineMistake) -> RowName {
        do {
            return try RowName(argument.text)
        } catch {
            throw LineMistake(offset: argument.offset, message: "\(error)")
        }
    }

    private func unknown(_ name: RowName, _ argument: Word) -> LineMistake {
        LineMistake(offset: argument.offset, message: "there is no \(name.reference.name) here: Tab names points")
    }

    /// Goes to the bar of a precision.
    mutating func goToBar(named argument: Word) throws(LineMistake) {
        guard let bar = designs.firstIndex(where: { $0.precision.name == argument.text }) else {
            let names = designs.map(\.precision.name).joined(separator: ", ")
            throw LineMistake(offset: argument.offset, message: "use \(names)")
        }
        bars.cursor = bar
    }

    /// Goes to a layer by its number, from 1.
    mutating func goToLayer(numbered argument: Word) throws(LineMistake) {
        let count = selectedPoint?.evaluation.mapping.layers.count ?? 0
        guard let number = Int(argument.text), number >= 1, number <= count else {
            throw LineMistake(offset: argument.offset, message: "the network has layers 1 to \(count)")
        }
        layers.cursor = number - 1
    }

    /// Goes to an experiment of the queue by its key, or the beginning of one.
    mutating func goToExperiment(named argument: Word) throws(LineMistake) {
        guard !argument.text.isEmpty, let one = queue.experiments.first(where: { $0.key.hasPrefix(argument.text) }) else {
            throw LineMistake(offset: argument.offset, message: "the queue has no experiment '\(argument.text)'")
        }
        runs.key = one.key
    }

    /// Scrolls the screen, or the text over it, so that so many rows are above it and so many columns to its left.
    mutating func scroll(to argument: Word) throws(LineMistake) {
        let numbers = Word.all(in: argument.text).map { Int($0.text) }
        guard (1...2).contains(numbers.count), let rows = numbers[0], (0...1_000_000_000).contains(rows),
            let columns = numbers.count > 1 ? numbers[1] : table.firstColumn, (0...1_000).contains(columns)
        else { throw LineMistake(offset: argument.offset, message: "how many rows, and columns, as in: scroll 12 3") }
        guard panel == nil else {
            panel?.firstLine = rows
            return
        }
        switch screen {
        case .bars: bars.firstBar = rows
        case .compare: compare.firstRow = rows
        default: (table.firstRow, table.firstColumn) = (rows, columns)
        }
    }

    /// Shows a part of the plot.
    mutating func zoom(to argument: Word) throws(LineMistake) {
        let ends = Word.all(in: argument.text).compactMap { DecimalNumber($0.text)?.value }
        guard ends.count == 4, ends[0] > 0, ends[0] < ends[1], ends[2] < ends[3] else {
            throw LineMistake(
                offset: argument.offset, message: "the ends of both axes, as in: zoom 10 500 75 85")
        }
        let view = Viewport(x: Scale(.logarithmic, from: ends[0], to: ends[1]), y: Scale(.linear, from: ends[2], to: ends[3]))
        frontier.viewport = nil
        replot()
        frontier.zoomLevel = view.steps(from: Viewport(x: plot.xScale, y: plot.yScale))
        frontier.viewport = view
        replot()
        if !plot.points.contains(where: {
            (0...1).contains(view.x.fraction(of: $0.x)) && (0...1).contains(view.y.fraction(of: $0.y))
        }) {
            message = "no point lies there: 0 shows the whole plot"
        }
    }
}

extension Word {
    /// Whether it is a design point with nothing behind it, to which what follows cannot belong.
    fileprivate var isWholeName: Bool { (try? RowName(text))?.isOpen ?? false }
}
