extension ScreenWriter {
    /// A way to another row or column.
    private enum Way {
        case none
        /// One control character, so many times.
        case characters(UInt8, Int)
        /// One control sequence with a number.
        case sequence(Int, UInt8)
        /// To the first column, and right from there.
        case fromStart(Int)

        var cost: Int {
            switch self {
            case .none: 0
            case .characters(_, let count): count
            case .sequence(let number, _): number == 1 ? 3 : 3 + number.digits
            case .fromStart(let column): 1 + (column == 0 ? 0 : Way.sequence(column, 0).cost)
            }
        }
    }

    /// Brings the cursor to a place: by its address, in steps, or over cells of its row that are written again.
    mutating func move(to target: Point, over cells: CellRow?) {
        if place == target { return }
        defer { place = target }
        let address = 4 + (target.row + 1).digits + (target.column + 1).digits
        guard let place else { return control(target.row + 1, target.column + 1, UInt8(ascii: "H")) }
        if place.row == target.row, let cells, rewrite(place.column, target.column, of: cells) { return }
        let (vertical, horizontal) = (way(fromRow: place.row, to: target.row), way(fromColumn: place.column, to: target.column))
        guard let vertical, let horizontal, vertical.cost + horizontal.cost < address else {
            return control(target.row + 1, target.column + 1, UInt8(ascii: "H"))
        }
        go(vertical)
        go(horizontal)
    }

    /// Writes the few cells between two columns again, if that takes no more bytes than any sequence.
    private mutating func rewrite(_ first: Int, _ last: Int, of cells: CellRow) -> Bool {
        guard first < last, last - first <= 4 else { return false }
        for cell in cells[first..<last] where !cell.isPrintableASCII || !(looks(like: cell) || cell.looksEmpty && leavesBlanks) {
            return false
        }
        for cell in cells[first..<last] { write(cell, columns: 1) }
        return true
    }

    /// The shortest way to a row; nil if there is none but addressing.
    private func way(fromRow start: Int, to end: Int) -> Way? {
        if start == end { return Way.none }
        var best = shorter(nil, .sequence(end + 1, UInt8(ascii: "d")), if: .rowAddress)
        if end < start {
            best = shorter(best, .sequence(start - end, UInt8(ascii: "A")), if: .upward)
        } else {
            best = shorter(best, .characters(UInt8(ascii: "\n"), end - start), if: .lineFeed)
        }
        return best
    }

    /// The shortest way to a column; nil if there is none but addressing.
    private func way(fromColumn start: Int, to end: Int) -> Way? {
        if start == end { return Way.none }
        var best = shorter(nil, .sequence(end + 1, UInt8(ascii: "G")), if: .columnAddress)
        best = shorter(best, .fromStart(end), if: end == 0 ? .carriageReturn : [.carriageReturn, .forward])
        if end < start {
            best = shorter(best, .characters(0x08, start - end), if: .backspace)
            best = shorter(best, .sequence(start - end, UInt8(ascii: "D")), if: .backward)
        } else {
            best = shorter(best, .sequence(end - start, UInt8(ascii: "C")), if: .forward)
        }
        return best
    }

    private func shorter(_ best: Way?, _ way: Way, if ability: TerminalDialect.Abilities) -> Way? {
        guard dialect.abilities.isSuperset(of: ability) else { return best }
        return best.map { $0.cost <= way.cost } ?? false ? best : way
    }

    private mutating func go(_ way: Way) {
        switch way {
        case .none: break
        case .characters(let character, let count): for _ in 0..<count { bytes.append(character) }
        case .sequence(let number, let final): number == 1 ? control(final) : control(number, final)
        case .fromStart(let column):
            bytes.append(UInt8(ascii: "\r"))
            if column > 0 { go(.sequence(column, UInt8(ascii: "C"))) }
        }
    }

    /// Writes a control sequence without a number.
    mutating func control(_ final: UInt8) { bytes += [0x1B, UInt8(ascii: "["), final] }

    /// Writes a control sequence with a number.
    mutating func control(_ number: Int, _ final: UInt8) {
        bytes += [0x1B, UInt8(ascii: "[")]
        append(number)
        bytes.append(final)
    }

    /// Writes a control sequence with two numbers.
    mutating func control(_ first: Int, _ second: Int, _ final: UInt8) {
        bytes += [0x1B, UInt8(ascii: "[")]
        append(first)
        bytes.append(UInt8(ascii: ";"))
        append(second)
        bytes.append(final)
    }

    private mutating func append(_ number: Int) {
        if number >= 10 { append(number / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    }
}

extension Int {
    /// How many digits a number that is not negative has.
    fileprivate var digits: Int { self < 10 ? 1 : self < 100 ? 2 : self < 1_000 ? 3 : 4 }
}
