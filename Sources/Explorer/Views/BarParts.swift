/// How many cells each part of a bar takes: those left over after rounding down go to the largest remainders, so that no part has more cells
/// than a larger one.
struct BarParts: Hashable, Sendable {
    /// The cells of each part, in order.
    let cells: [Int]

    /// - Parameters:
    ///   - amounts: what the parts stand for.
    ///   - length: the cells of all together, of which the nearest whole number is drawn.
    init(of amounts: [Double], cells length: Double) {
        let total = amounts.reduce(0, +)
        guard total > 0, total.isFinite, (0...1e6).contains(length) else {
            cells = amounts.map { _ in 0 }
            return
        }
        let whole = Int(length.rounded())
        let shares = amounts.map { max(0, $0) / total * Double(whole) }
        var cells = shares.map { Int($0) }
        let byRemainder = shares.indices.sorted { first, second in
            let (one, other) = (shares[first] - Double(cells[first]), shares[second] - Double(cells[second]))
            return one == other ? first < second : one > other
        }
        for index in byRemainder.prefix(max(0, whole - cells.reduce(0, +))) { cells[index] += 1 }
        self.cells = cells
    }
}
