import DesignSpace

/// A row as one types it: a design point, and as much more as tells the row from others of that point: `alex/fixed8@layer measured strong`,
/// `alex/fixed8 imported our lab`.
struct RowName: Hashable, Sendable {
    /// The design point.
    let reference: PointReference

    /// Where the accuracy comes from.
    private(set) var kind: Kind?

    /// The recipe of a measured one, or the source of an imported one, its words with a space between them.
    private(set) var detail: String?

    /// The place among rows that are equal in all of this, from 1.
    private(set) var ordinal = 1

    /// Where a row's accuracy comes from, if it has one.
    enum Kind: Hashable, Sendable {
        case source(Accuracy.Source)
        case unknown

        init?(_ word: String) {
            if word == Self.unknown.word {
                self = .unknown
            } else {
                guard let source = Accuracy.Source(rawValue: word) else { return nil }
                self = .source(source)
            }
        }

        init(_ source: Accuracy.Source?) { self = source.map(Self.source) ?? .unknown }

        var word: String {
            switch self {
            case .source(let source): source.rawValue
            case .unknown: "unknown"
            }
        }
    }

    /// Reads a name.
    ///
    /// - Throws: `DesignSpaceError` if the first word names no design point.
    init(_ text: String) throws(DesignSpaceError) {
        let words = Word.all(in: text).map(\.text)
        reference = try PointReference(parsing: words.first ?? "")
        var rest = words.dropFirst()
        // A source may be called anything, also as a number behind it is written.
        if let last = rest.last, last.hasPrefix("#"), let number = Int(last.dropFirst()), number > 0 {
            ordinal = number
            rest.removeLast()
        }
        if let first = rest.first, let kind = Kind(first) {
            self.kind = kind
            rest.removeFirst()
        }
        if !rest.isEmpty { detail = rest.joined(separator: " ") }
    }

    /// The name of the row at a position, no longer than it need be.
    init(of position: Int, in points: PointList) {
        let row = points.rows[position]
        reference = row.point.reference
        kind = Kind(row.accuracy?.source)
        var same = positions(in: points)
        if same.count > 1, let detail = Self.detail(of: row) {
            self.detail = detail
            same = positions(in: points)
        }
        ordinal = (same.firstIndex(of: position) ?? 0) + 1
    }

    /// The name as `init(_:)` reads it.
    var text: String {
        let needsOrdinal = ordinal > 1 || detail?.split(separator: " ").last?.hasPrefix("#") == true
        return [reference.name, kind?.word, detail, needsOrdinal ? "#\(ordinal)" : nil].compactMap(\.self).joined(separator: " ")
    }

    /// The position of the row; of another row of the design point if there is none that is so.
    func position(in points: PointList) -> Int? {
        let same = positions(in: points)
        if same.indices.contains(ordinal - 1) { return same[ordinal - 1] }
        // A run has ended since, or was removed.
        let others = Self.rows(of: reference, in: points)
        return same.last ?? others.last { points.rows[$0].accuracy?.source != .published } ?? others.first
    }

    /// Whether there is a row that is all that the name says.
    func isExact(in points: PointList) -> Bool { positions(in: points).indices.contains(ordinal - 1) }

    private func positions(in points: PointList) -> [Int] {
        Self.rows(of: reference, in: points).filter { position in
            let row = points.rows[position]
            return kind.map { $0 == Kind(row.accuracy?.source) } ?? true && detail.map { $0 == Self.detail(of: row) } ?? true
        }
    }

    /// What tells a row from others of its point and kind, for whoever knows where it is from.
    private static func detail(of row: EvaluatedPoint) -> String? {
        row.accuracy?.importedFrom.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? row.recipe
    }

    /// The words that may stand next, behind the design point and other words of a name: sources of accuracies, recipes, and what imported
    /// ones are called.
    static func candidates(behind words: [String], in points: PointList) -> [String] {
        guard let first = words.first, let reference = try? PointReference(parsing: first) else { return [] }
        var said = words.dropFirst()[...]
        let kind = said.first.flatMap { Kind($0) }
        if kind != nil { said.removeFirst() }
        var next: [String] = []
        for position in rows(of: reference, in: points) {
            let row = points.rows[position]
            guard kind.map({ $0 == Kind(row.accuracy?.source) }) ?? true, let detail = detail(of: row) else { continue }
            let parts = detail.split(separator: " ").map(String.init)
            guard parts.count > said.count, parts.starts(with: said), !next.contains(parts[said.count]) else { continue }
            next.append(parts[said.count])
        }
        return next
    }

    private static func rows(of reference: PointReference, in points: PointList) -> [Int] {
        guard let dataset = points.rows.first?.point.dataset else { return [] }
        let point = DesignPoint(
            network: reference.network, dataset: dataset, precision: reference.precision, radix: reference.radix)
        return Array(points.identities.positions(of: point))
    }
}
