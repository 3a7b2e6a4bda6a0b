/// Pieces of a line that may be left out where there is little room; the smaller the rank, the longer a piece stays.
struct Fitting: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        let line: TextLine
        let rank: Int
    }

    private(set) var pieces: [Piece] = []

    mutating func add(_ line: TextLine, rank: Int) {
        if !line.text.isEmpty { pieces.append(Piece(line: line, rank: rank)) }
    }

    mutating func add(_ text: String, _ role: Role = .plain, rank: Int) { add(TextLine(text, role), rank: rank) }

    /// The pieces in their order over at most so many lines, none broken, those of the highest rank left out until all fit.
    func lines(width: Int, atMost limit: Int, separator: String, measure: (String) -> Int) -> [TextLine] {
        guard limit > 0 else { return [] }
        var kept = Array(pieces.indices)
        while true {
            let lines = flow(kept, width: width, separator: separator, measure: measure)
            if lines.count <= limit || kept.count <= 1 { return Array(lines.prefix(limit)) }
            guard let last = kept.indices.max(by: { pieces[kept[$0]].rank < pieces[kept[$1]].rank }) else { return lines }
            kept.remove(at: last)
        }
    }

    private func flow(_ kept: [Int], width: Int, separator: String, measure: (String) -> Int) -> [TextLine] {
        var lines: [TextLine] = []
        var used = 0
        let gap = measure(separator)
        for index in kept {
            let piece = pieces[index].line
            let length = measure(piece.text)
            if let last = lines.indices.last, used + gap + length <= width {
                // A terminal need not be told to change its style for what stands between.
                let isQuiet = lines[last].phrases.last?.role == .quiet
                lines[last].phrases += [Phrase(separator, isQuiet ? .quiet : .plain)] + piece.phrases
                used += gap + length
            } else {
                lines.append(piece)
                used = length
            }
        }
        return lines
    }
}
