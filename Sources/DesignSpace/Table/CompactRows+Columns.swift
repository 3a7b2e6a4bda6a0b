extension CompactRows {
    /// What the rows have to have in common to hold the same in a column.
    public enum Sharing: Hashable, Sendable {
        /// The design.
        case design
        /// The evidence.
        case evidence
        /// Nothing: each row holds its own.
        case none
    }

    /// The numbers of some column, one for each row, design or piece of evidence; not a number where a row has none.
    func numbers(of column: Column) -> [Double] {
        switch column.sharing {
        case .design: return designs.map { column.number(in: $0) ?? .nan }
        case .evidence: return evidences.map { column.number(in: $0) ?? .nan }
        case .none: break
        }
        if column == .accuracy { return percents }
        let images = evidences.map { $0.accuracy?.testImages }
        let bases = evidences.map { $0.baselineAccuracy?.percent }
        return (0..<count).map { row in
            let evidence = Int(evidenceOfRow[row])
            switch column {
            case .interval: return Accuracy.halfWidth(of: percents[row], testImages: images[evidence]) ?? .nan
            case .drop: return bases[evidence].map { Accuracy.drop(to: percents[row], from: $0) } ?? .nan
            default: return .nan
            }
        }
    }

    /// The positions of the rows with the least and the most in a column of numbers; nil if none has a number.
    public func extremes(of column: Column) -> (least: Int, most: Int)? {
        var (least, most) = (Double.infinity, -Double.infinity)
        var (low, high): (Int?, Int?) = (nil, nil)
        for (place, number) in numbers(of: column).enumerated() {
            if number < least { (least, low) = (number, place) }
            if number > most { (most, high) = (number, place) }
        }
        guard let first = low ?? high, let last = high ?? low else { return nil }
        return (position(ofPlace: first, in: column), position(ofPlace: last, in: column))
    }

    /// The position of the first row behind a number of `numbers(of:)`.
    private func position(ofPlace place: Int, in column: Column) -> Int {
        switch column.sharing {
        case .design: designOfRow.firstIndex(of: Int32(truncatingIfNeeded: place)) ?? 0
        case .evidence: evidenceOfRow.firstIndex(of: Int32(truncatingIfNeeded: place)) ?? 0
        case .none: place
        }
    }

    /// All positions in the order of a column: equal rows in the study's order, rows without a number last either way.
    public func order(by column: Column, isDescending: Bool) -> [Int32] {
        let keys = keys(of: column)
        let places: [Int32]? =
            switch column.sharing {
            case .design: designOfRow
            case .evidence: evidenceOfRow
            case .none: nil
            }
        var entries: [Entry] = []
        entries.reserveCapacity(count)
        for position in 0..<count {
            let key = keys[places.map { Int($0[position]) } ?? position]
            entries.append(
                Entry(
                    key: isDescending && key != Self.unknown ? ~key : key, position: Int32(truncatingIfNeeded: position)))
        }
        entries.sort { $0.key == $1.key ? $0.position < $1.position : $0.key < $1.key }
        return entries.map(\.position)
    }

    /// What the rows, designs or pieces of evidence are ordered by.
    private func keys(of column: Column) -> [UInt64] {
        if column.isNumeric { return numbers(of: column).map(Self.key) }
        return column == .precision ? designs.map(\.point.precisionRank) : ranks(of: column)
    }

    private struct Entry {
        let key: UInt64
        let position: Int32
    }

    /// The key of what has no number, which is behind all others.
    private static let unknown = UInt64.max

    /// A whole number in the order of numbers, never that of what has none, nor that one turned round.
    private static func key(_ number: Double) -> UInt64 {
        guard !number.isNaN else { return unknown }
        // Zero is one number, whatever its sign.
        let bits = (number + 0).bitPattern
        return number < 0 ? ~bits : bits | 1 << 63
    }

    /// The places of texts in their order, equal ones the same, one for each row, design or piece of evidence.
    private func ranks(of column: Column) -> [UInt64] {
        let texts: [String] =
            switch column.sharing {
            case .design: designs.map(column.text)
            case .evidence: evidences.map(column.text)
            case .none: (0..<count).map { column == .frontier && onFrontier.contains($0) ? "yes" : "" }
            }
        let ordered = Set(texts).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: zip(ordered, UInt64(1)...))
        return texts.map { ranks[$0] ?? 0 }
    }
}

extension Column {
    /// What rows have to have in common to hold the same.
    public var sharing: CompactRows.Sharing {
        switch self {
        case .network, .dataset, .precision, .energy, .paperEnergy, .energyError, .saving, .power, .area, .latency, .throughput,
            .cycles, .utilisation, .macs, .energyPerMAC, .efficiency, .energyDelay, .weights, .featureMaps, .fitsBuffer,
            .accounting:
            .design
        case .source, .state, .seeds, .origin: .evidence
        case .accuracy, .interval, .drop, .frontier: .none
        }
    }
}
