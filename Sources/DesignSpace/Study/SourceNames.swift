/// The names of sources in as few characters as a column has for them, so that each is told from the others.
struct SourceNames {
    /// Longer names are cut.
    static let longest = 16

    private var shortened: [String: String] = [:]

    /// Cuts what is too long out of the middle of each name, and where names then look alike, all but what they differ in.
    init(_ names: some Sequence<String>) {
        var alike: [String: Set<String>] = [:]
        for name in names where name.count > Self.longest && shortened[name] == nil {
            let short = name.prefix(Self.longest / 2 - 1) + "…" + name.suffix(Self.longest / 2)
            shortened[name] = String(short)
            alike[String(short), default: []].insert(name)
        }
        for group in alike.values where group.count > 1 {
            let common = Self.commonStart(of: group)
            for name in group {
                let rest = name.dropFirst(common)
                shortened[name] = "…" + (rest.count < Self.longest ? String(rest) : rest.prefix(Self.longest - 2) + "…")
            }
        }
    }

    /// The name as a column shows it.
    func short(_ name: String) -> String { shortened[name] ?? name }

    /// How many characters all begin with, to the end of a word.
    private static func commonStart(of names: Set<String>) -> Int {
        guard let first = names.first else { return 0 }
        let common = names.reduce(first[...]) { common, name in
            common.prefix(zip(common, name).prefix { $0 == $1 }.count)
        }
        return common.lastIndex(of: " ").map { common.distance(from: common.startIndex, to: $0) + 1 } ?? common.count
    }
}
