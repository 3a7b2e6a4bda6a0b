/// A row as one types it: a design point, and as much more as tells the row from others of that point: `alex/fixed8@layer measured strong`,
/// `alex/fixed8 imported our lab`.
public struct RowName: Hashable, Sendable {
    /// The design point.
    public let reference: PointReference

    /// Where the accuracy comes from; nil for any.
    public let kind: Kind?

    /// The recipe of a measured one, or the source of an imported one, its words with a space between them; nil for any.
    public let detail: String?

    /// The place among rows that are equal in all of this, from 1.
    public let ordinal: Int

    /// Where a row's accuracy comes from, if it has one.
    public enum Kind: Hashable, Sendable {
        /// One that is known.
        case source(Accuracy.Source)
        /// It has none.
        case unknown

        /// Reads a word; nil for one that is none of `words`.
        public init?(_ word: String) {
            if word == Self.unknown.word {
                self = .unknown
            } else {
                guard let source = Accuracy.Source(rawValue: word) else { return nil }
                self = .source(source)
            }
        }

        /// That of a row whose accuracy has a source, or that has none.
        public init(_ source: Accuracy.Source?) { self = source.map(Self.source) ?? .unknown }

        /// The source; nil for a row without an accuracy.
        public var source: Accuracy.Source? {
            guard case .source(let source) = self else { return nil }
            return source
        }

        /// The word that stands for it.
        public var word: String { source?.rawValue ?? "unknown" }

        /// The words of all.
        public static let words = Accuracy.Source.allCases.map(\.rawValue) + [Self.unknown.word]
    }

    /// Makes a name.
    public init(_ reference: PointReference, kind: Kind? = nil, detail: String? = nil, ordinal: Int = 1) {
        self.reference = reference
        self.kind = kind
        self.detail = detail
        self.ordinal = ordinal
    }

    /// Reads a name.
    ///
    /// - Throws: `DesignSpaceError` if the first word names no design point.
    public init(_ text: String) throws(DesignSpaceError) {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        reference = try PointReference(parsing: words.first ?? "")
        var rest = words.dropFirst()
        // A source may be called anything, also as a number behind it is written.
        let number = rest.last.flatMap { $0.hasPrefix("#") ? Int($0.dropFirst()) : nil }.flatMap { $0 > 0 ? $0 : nil }
        if number != nil { rest.removeLast() }
        ordinal = number ?? 1
        kind = rest.first.flatMap { Kind($0) }
        if kind != nil { rest.removeFirst() }
        detail = rest.isEmpty ? nil : rest.joined(separator: " ")
    }

    /// The name as `init(_:)` reads it.
    public var text: String {
        let needsOrdinal = ordinal > 1 || detail?.split(separator: " ").last?.hasPrefix("#") == true
        return [reference.name, kind?.word, detail, needsOrdinal ? "#\(ordinal)" : nil].compactMap(\.self).joined(separator: " ")
    }

    /// Whether it says no more than the design point.
    public var isOpen: Bool { kind == nil && detail == nil && ordinal == 1 }

    /// Whether a row of the design point is all that the name says of its accuracy.
    public func fits(_ row: EvaluatedPoint) -> Bool { fits(row.accuracy?.source, row.detail) }

    /// Whether an accuracy from somewhere, and a recipe or a name of who has brought it, are all that the name says of them.
    public func fits(_ source: Accuracy.Source?, _ detail: String?) -> Bool {
        kind.map { $0 == Kind(source) } ?? true && self.detail.map { $0 == detail.map(Self.words) } ?? true
    }

    /// What tells a row from others of its point and kind, for whoever knows where it is from: its detail, with a space between words.
    public static func detail(of row: EvaluatedPoint) -> String? { row.detail.map(words) }

    private static func words(of text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension RowName {
    /// Which of the rows that it fits, in a study's order, a name means.
    ///
    /// Behind a bare point that is the first with an accuracy, as the paper has none of some; of runs by several recipes it is the one that
    /// was trained longest.
    ///
    /// - Returns: the position of the row, and those of others that could be meant as well; nil if there are too few rows.
    public func choice(among rows: [EvaluatedPoint]) -> (chosen: Int, others: [Int])? {
        guard rows.indices.contains(ordinal - 1) else { return nil }
        guard ordinal == 1 else { return (ordinal - 1, []) }
        guard detail == nil else { return (0, Array(rows.indices.dropFirst())) }
        let known = rows.firstIndex { $0.accuracyPercent != nil } ?? 0
        let equals = rows.indices.filter { rows[$0].accuracy?.source == rows[known].accuracy?.source }
        let chosen = equals.reduce(known) { rows[$1].epochs > rows[$0].epochs ? $1 : $0 }
        // A published accuracy comes before others, and that is no choice to speak of.
        return (chosen, (known == 0 ? equals : Array(rows.indices)).filter { $0 != chosen })
    }
}

extension EvaluatedPoint {
    /// The whole name of the row, without its place among others that are equal in all of it.
    public var rowName: RowName {
        RowName(point.reference, kind: RowName.Kind(accuracy?.source), detail: RowName.detail(of: self))
    }

    /// How many epochs the longest of its runs had; 0 for a row without any.
    fileprivate var epochs: Int { runs.map(\.epochs).max() ?? 0 }
}
