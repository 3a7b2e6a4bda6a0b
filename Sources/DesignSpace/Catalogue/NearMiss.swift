/// Finds the name that a misspelt one was meant to be.
public enum NearMiss {
    /// The known name nearest to a text; nil if all differ in more than two fifths of the text, at least one and at most three
    /// letters.
    public static func suggestion(for text: String, among known: [String]) -> String? {
        let letters = Array(text.lowercased().utf8.prefix(64))
        let limit = min(3, max(1, letters.count * 2 / 5))
        let distances = known.map { (name: $0, distance: distance(letters, Array($0.lowercased().utf8.prefix(64)))) }
        guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= limit else { return nil }
        return best.name
    }

    /// The optimal string alignment distance: letters inserted, left out, replaced, or swapped with the next.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var before: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var least = min(previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
