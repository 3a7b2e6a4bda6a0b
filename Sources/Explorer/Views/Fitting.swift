/// Pieces of a line that may be left out where there is little room; the smaller the rank, the longer a piece stays.
struct Fitting: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        let line: TextLine
        let rank: Int
    }

    private(set) var pieces: [Piece] = []

    mutating func add(_ line: TextLine, rank: Int) {
        if !line.isEmpty { pieces.append(Piece(line: line, rank: rank)) }
    }

    mutating func add(_ text: String, _ role: Role = .plain, rank: Int) { add(TextLine(text, role), rank: rank) }

    /// These pieces, then others.
    func followed(by others: Fitting) -> Fitting {
        var all = self
        all.pieces += others.pieces
        return all
    }

    /// The pieces in their order over at most so many lines, none broken, those of the highest rank left out until all fit.
    func lines(width: Int, atMost limit: Int, separator: String, measure: (String) -> Int) -> [TextLine] {
        guard limit > 0 else { return [] }
        var kept = Array(pieces.indices)
        let gap = measure(separator)
        let lengths = pieces.map { $0.line.phrases.reduce(0) { $0 + measure($1.text) } }
        while true {
            let starts = Self.starts(of: kept, lengths: lengths, width: width, gap: gap)
            if starts.count <= limit || kept.count <= 1 {
                return Array(lines(kept, beginningAt: starts, separator: separator).prefix(limit))
            }
            guard let last = kept.indices.max(by: { pieces[kept[$0]].rank < pieces[kept[$1]].rank }) else { return [] }
            kept.remove(at: last)
        }
    }

    /// The places among the kept pieces at which a new line has to begin.
    private static func starts(of kept: [Int], lengths: [Int], width: Int, gap: Int) -> [Int] {
        var starts: [Int] = []
        var used = 0
        for (place, index) in kept.enumerated() {
            if starts.isEmpty || used + gap + lengths[index] > width {
                starts.append(place)
                used = lengths[index]
            } else {
                used += gap + lengths[index]
            }
        }
        return starts
    }

    private func lines(_ kept: [Int], beginningAt starts: [Int], separator: String) -> [TextLine] {
        zip(starts, starts.dropFirst() + [kept.count]).map { first, end in
            var phrases = pieces[kept[first]].line.phrases
            for index in kept[(first + 1)..<end] {
                // A terminal need not be told to change its style for what stands between.
                let isQuiet = phrases.last?.role == .quiet
                phrases.append(Phrase(separator, isQuiet ? .quiet : .plain))
                phrases += pieces[index].line.phrases
            }
            return TextLine(phrases)
        }
    }
}
