/// What the signs of an image stand for, in as many lines as that takes above its data.
struct ImageLegend {
    /// A sign and its name.
    struct Entry {
        let name: String
        /// The sign around a place; it takes 22 units across and 10 down.
        let sign: (_ x: Double, _ y: Double) -> [String]
    }

    static let pitch = 17.0

    private static let signWidth = 22.0
    private static let gap = 18.0
    private static let fontSize = 12.0
    private static let mostEntries = 60

    private let rows: [[(entry: Entry, x: Double, name: String)]]

    /// Lays entries out; those that find no room in so many lines are left out, and the last says how many they are.
    init(_ entries: [Entry], from left: Double, to right: Double, atMost limit: Int) {
        var kept = entries.prefix(Self.mostEntries)
        var rows = Self.rows(of: Array(entries.prefix(Self.mostEntries)), from: left, to: right)
        while rows.count > max(0, limit) || kept.count < entries.count && kept.count == Self.mostEntries, !kept.isEmpty {
            kept.removeLast()
            let more = Entry(name: "and \(entries.count - kept.count) more") { _, _ in [] }
            rows = Self.rows(of: kept + [more], from: left, to: right)
        }
        self.rows = limit > 0 ? rows : []
    }

    /// The room that it takes.
    var height: Double { Double(rows.count) * Self.pitch }

    private static func rows(
        of entries: [Entry], from left: Double, to right: Double
    ) -> [[(entry: Entry, x: Double, name: String)]] {
        var rows: [[(entry: Entry, x: Double, name: String)]] = []
        var x = left
        for entry in entries {
            let name = ImageText.truncated(entry.name, to: right - left - signWidth, size: fontSize)
            let width = signWidth + ImageText.width(of: name, size: fontSize)
            if rows.isEmpty || x + width > right {
                rows.append([])
                x = left
            }
            rows[rows.count - 1].append((entry, x, name))
            x += width + gap
        }
        return rows
    }

    /// Its elements.
    ///
    /// - Parameter top: where it begins.
    func elements(top: Double) -> [String] {
        rows.enumerated().flatMap { row, entries in
            let y = top + (Double(row) + 0.5) * Self.pitch
            return entries.flatMap { placed in
                placed.entry.sign(placed.x + 9, y) + [ImageElement.text(placed.name, x: placed.x + Self.signWidth, y: y + 4)]
            }
        }
    }
}
