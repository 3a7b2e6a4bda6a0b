import DesignSpace
import Precision

/// Experiments as a product: `lenet,alex x fixed8,fixed4@layer x mnist`.
///
/// Three lists, separated by `x` (or `×`) with blanks around it: networks, precisions, and data sets, which may be left out. A list has
/// commas; the comma of `fixed:6,12` belongs to the precision. A precision may name its radix policy, as in `fixed4@layer`.
public struct Grid: Hashable, Sendable {
    /// The points without their data sets, network by network.
    public let points: [PointReference]

    /// The data sets; none where each network has that of the study.
    public let datasets: [String]

    /// Reads a grid.
    ///
    /// - Throws: `ExperimentsError.grid` with the part that is wrong.
    public init(parsing text: String) throws(ExperimentsError) {
        let words = text.split(whereSeparator: \.isWhitespace)
        let parts = words.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }.map { $0.joined() }
        func mistake(_ part: String, _ problem: String) -> ExperimentsError {
            .grid(GridMistake(text: text, part: part, problem: problem))
        }
        guard (2...3).contains(parts.count) else {
            throw mistake("", parts.count < 2 ? "there are no precisions behind an ' x '" : "it has \(parts.count) parts")
        }
        let lists = parts.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        for (part, list) in zip(parts, lists) where list.contains(where: \.isEmpty) {
            throw mistake(part, part.isEmpty ? "a part of it is empty" : "something is missing beside a comma")
        }
        var points: [PointReference] = []
        for network in lists[0] {
            for precision in Self.joiningWidths(lists[1]) {
                do {
                    points.append(try PointReference(parsing: "\(network)/\(precision)"))
                } catch {
                    throw mistake(precision, error.description)
                }
            }
        }
        self.points = Self.unique(points)
        datasets = parts.count == 3 ? Self.unique(lists[2]) : []
    }

    /// Puts the precisions together again whose own comma was taken for the list's: `fixed:6` and `12`.
    private static func joiningWidths(_ words: [String]) -> [String] {
        words.reduce(into: []) { precisions, word in
            let isWidth = word.prefix { $0 != "@" }.allSatisfy(\.isNumber)
            if isWidth, let last = precisions.last, last.contains(":"), !last.contains(","), !last.contains("@") {
                precisions[precisions.count - 1] = "\(last),\(word)"
            } else {
                precisions.append(word)
            }
        }
    }

    private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }
}
