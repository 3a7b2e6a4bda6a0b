import DesignSpace

extension ExplorerState {
    /// Chooses the table's columns: those that are named, or with signs what is added and taken away; nothing for the standard ones.
    ///
    /// The network, which the other columns scroll beside, is always the first.
    ///
    /// - Throws: `LineMistake` at a word that is no column.
    mutating func chooseColumns(_ argument: Word) throws(LineMistake) {
        do {
            let choice = try ColumnChoice(argument.text)
            show(choice.isEmpty ? Column.standard : try choice.columns(changing: table.columns, first: .network))
        } catch {
            throw LineMistake(offset: argument.offset + error.offset, message: error.message)
        }
    }

    private mutating func show(_ columns: [Column]) {
        table.columns = columns
        table.firstColumn = 0
        message =
            columns == Column.standard
            ? "the standard columns" : "\(columns.count.counted("column")); :columns alone: the standard ones"
        guard let sorted = sorting.column, !columns.contains(sorted) else { return }
        // An order that nothing on the screen explains would be a riddle.
        sorting = Sorting()
        arrange()
    }

    /// The command that chooses the columns that are shown; nil for the standard ones.
    var columnsCommand: String? {
        table.columns == Column.standard ? nil : "columns " + table.columns.map(\.rawValue).joined(separator: " ")
    }

    /// What the word of a list of columns before the cursor could become; what stands before its last comma stays.
    var columnCandidates: [String] {
        let word = prompt?.word ?? ""
        let head = word.lastIndex(of: ",").map { String(word[...$0]) } ?? ""
        let sign = word.dropFirst(head.count).first.flatMap { "+-".contains($0) ? String($0) : nil } ?? ""
        return Column.allCases.map { head + sign + $0.rawValue }
    }

    /// The words between commas and spaces.
    private static func columnWords(_ argument: Word) -> [Word] {
        Word.all(in: String(argument.text.map { $0 == "," ? " " : $0 }))
            .map { Word(text: $0.text, offset: argument.offset + $0.offset) }
    }
}
