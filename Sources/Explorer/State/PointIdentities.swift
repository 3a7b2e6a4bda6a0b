import DesignSpace

/// The identities of the rows of a data set, none of which is kept: rows of one point are chained, so that one is found by its point.
struct PointIdentities: Sendable {
    private let rows: [EvaluatedPoint]
    private let chainOfPoint: [DesignPoint: Int]
    private let firstOfChain: [Int32]
    /// The next row of the same point; below zero for none.
    private let next: [Int32]

    /// Finds which rows are of one point.
    init(_ rows: [EvaluatedPoint], _ compact: CompactRows) {
        self.rows = rows
        let chains = Self.chains(of: compact)
        var last = [Int32](repeating: -1, count: chains.ofPoint.count)
        var first = last
        var next = [Int32](repeating: -1, count: compact.count)
        for position in 0..<compact.count {
            let chain = chains.ofDesign[Int(compact.designOfRow[position])]
            let row = Int32(truncatingIfNeeded: position)
            if last[chain] < 0 { first[chain] = row } else { next[Int(last[chain])] = row }
            last[chain] = row
        }
        self.next = next
        firstOfChain = first
        chainOfPoint = chains.ofPoint
    }

    /// A number for the rows of each point.
    private static func chains(of compact: CompactRows) -> (ofPoint: [DesignPoint: Int], ofDesign: [Int]) {
        var ofPoint: [DesignPoint: Int] = [:]
        ofPoint.reserveCapacity(compact.designs.count)
        let ofDesign = compact.designs.map { row in
            let next = ofPoint.count
            return { (chain: inout Int) in
                if chain < 0 { chain = next }
                return chain
            }(&ofPoint[row.point, default: -1])
        }
        return (ofPoint, ofDesign)
    }

    /// The identity of the row at a position.
    subscript(position: Int) -> PointIdentity {
        let row = rows[position]
        let earlier = likes(of: row.point, row.accuracy?.source, row.detail).prefix { $0 != position }
        return PointIdentity(point: row.point, source: row.accuracy?.source, detail: row.detail, ordinal: Array(earlier).count)
    }

    /// The positions of the rows of a point, in their order.
    func positions(of point: DesignPoint) -> some Sequence<Int> {
        sequence(first: chainOfPoint[point].map { Int(firstOfChain[$0]) } ?? -1) { Int(next[$0]) }.prefix { $0 >= 0 }
    }

    /// The position of the row of an identity; nil if there is none.
    func position(of identity: PointIdentity) -> Int? {
        likes(of: identity.point, identity.source, identity.detail).dropFirst(identity.ordinal).first { _ in true }
    }

    /// The positions of the rows of a point that have their accuracy from the same place.
    private func likes(of point: DesignPoint, _ source: Accuracy.Source?, _ detail: String?) -> some Sequence<Int> {
        positions(of: point).lazy.filter { rows[$0].accuracy?.source == source && rows[$0].detail == detail }
    }
}
