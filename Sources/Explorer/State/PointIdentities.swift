import DesignSpace

/// The identities of the rows of a data set, none of which is kept: rows of one point are chained, so that one is found by its point.
struct PointIdentities: Sendable {
    private let rows: [EvaluatedPoint]
    private let chainOfPoint: [DesignPoint: Int]
    private let firstOfChain: [Int32]
    /// The next row of the same point; below zero for none.
    private let next: [Int32]
    /// The place of each row among those that are equal in point and source.
    private let ordinals: [Int32]

    /// Finds which rows are of one point.
    init(_ rows: [EvaluatedPoint], _ compact: CompactRows) {
        self.rows = rows
        let chains = Self.chains(of: compact)
        let kinds = Accuracy.Source.allCases.count + 1
        let sourceOfEvidence = compact.evidences.map { Self.number(of: $0.accuracy?.source) }
        var counts = [Int32](repeating: 0, count: chains.ofPoint.count * kinds)
        var last = [Int32](repeating: -1, count: chains.ofPoint.count)
        var first = last
        var next = [Int32](repeating: -1, count: compact.count)
        var ordinals = next
        for position in 0..<compact.count {
            let chain = chains.ofDesign[Int(compact.designOfRow[position])]
            let place = chain * kinds + sourceOfEvidence[Int(compact.evidenceOfRow[position])]
            ordinals[position] = counts[place]
            counts[place] += 1
            let row = Int32(truncatingIfNeeded: position)
            if last[chain] < 0 { first[chain] = row } else { next[Int(last[chain])] = row }
            last[chain] = row
        }
        self.next = next
        self.ordinals = ordinals
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

    private static func number(of source: Accuracy.Source?) -> Int {
        let all = Accuracy.Source.allCases
        return source.flatMap(all.firstIndex) ?? all.count
    }

    /// The identity of the row at a position.
    subscript(position: Int) -> PointIdentity {
        PointIdentity(point: rows[position].point, source: rows[position].accuracy?.source, ordinal: Int(ordinals[position]))
    }

    /// The positions of the rows of a point, in their order.
    func positions(of point: DesignPoint) -> some Sequence<Int> {
        sequence(first: chainOfPoint[point].map { Int(firstOfChain[$0]) } ?? -1) { Int(next[$0]) }.prefix { $0 >= 0 }
    }

    /// The position of the row of an identity; nil if there is none.
    func position(of identity: PointIdentity) -> Int? {
        positions(of: identity.point).first {
            Int(ordinals[$0]) == identity.ordinal && rows[$0].accuracy?.source == identity.source
        }
    }
}
