import DesignSpace

extension RowName {
    /// The name of the row at a position, no longer than it need be.
    init(of position: Int, in points: PointList) {
        let row = points.rows[position]
        var name = RowName(row.point.reference, kind: Kind(row.accuracy?.source))
        var same = name.positions(in: points)
        if same.count > 1, let detail = Self.detail(of: row) {
            name = RowName(name.reference, kind: name.kind, detail: detail)
            same = name.positions(in: points)
        }
        self.init(name.reference, kind: name.kind, detail: name.detail, ordinal: (same.firstIndex(of: position) ?? 0) + 1)
    }

    /// The position of the row; of another row of the design point if there is none that is so, if it can be with an accuracy from the same
    /// kind of source.
    func position(in points: PointList) -> Int? {
        let same = positions(in: points)
        if let choice = choice(among: same.map { points.rows[$0] }) { return same[choice.chosen] }
        let others = Self.rows(of: reference, in: points)
        // A run has ended since, or was removed.
        if kind == .unknown { return others.last { points.rows[$0].accuracy?.source != .published } ?? others.first }
        if let last = same.last { return last }
        let ofKind = others.filter { position in kind.map { $0 == Kind(points.rows[position].accuracy?.source) } ?? true }
        let near = ofKind.isEmpty ? others : ofKind
        return RowName(reference).choice(among: near.map { points.rows[$0] }).map { near[$0.chosen] }
    }

    /// The names of the rows that the design point has.
    func known(in points: PointList) -> [String] {
        Self.rows(of: reference, in: points).map { RowName(of: $0, in: points).text }
    }

    /// How many other rows could be meant as well.
    func rivals(in points: PointList) -> Int {
        choice(among: positions(in: points).map { points.rows[$0] })?.others.count ?? 0
    }

    /// Whether there is a row that is all that the name says.
    func isExact(in points: PointList) -> Bool { positions(in: points).indices.contains(ordinal - 1) }

    private func positions(in points: PointList) -> [Int] {
        Self.rows(of: reference, in: points).filter { fits(points.rows[$0]) }
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
