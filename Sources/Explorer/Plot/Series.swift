import DesignSpace
import HardwareModel
import Networks
import Precision

/// The networks of a plot, each with a letter of its own, so that colour is never needed to tell them apart.
struct Series: Hashable, Sendable {
    /// One network.
    struct Entry: Hashable, Sendable {
        let network: String
        let title: String
        let letter: Character
    }

    /// The networks, in the order in which they first appear.
    let entries: [Entry]

    private let positions: [String: Int]

    /// Gives every network of some rows a letter: `+` and `#` for the expanded ones, as ALEX+ and ALEX++, else one of its title.
    init(of rows: [EvaluatedPoint]) {
        var entries: [Entry] = []
        var positions: [String: Int] = [:]
        var taken: Set<Character> = []
        for row in rows where positions[row.point.network] == nil {
            let title = row.evaluation.network.title
            let letter = Self.letter(for: title, taken: taken)
            taken.insert(letter)
            positions[row.point.network] = entries.count
            entries.append(Entry(network: row.point.network, title: title, letter: letter))
        }
        self.entries = entries
        self.positions = positions
    }

    /// The position of a network in `entries`.
    func position(of network: String) -> Int { positions[network] ?? 0 }

    /// The letter of a network.
    func letter(of network: String) -> Character { positions[network].map { entries[$0].letter } ?? "?" }

    private static func letter(for title: String, taken: Set<Character>) -> Character {
        if title.hasSuffix("++"), !taken.contains("#") { return "#" }
        if title.hasSuffix("+"), !title.hasSuffix("++"), !taken.contains("+") { return "+" }
        let own = title.uppercased().filter { ("A"..."Z").contains($0) }
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return (own + alphabet).first { !taken.contains($0) } ?? "?"
    }
}
