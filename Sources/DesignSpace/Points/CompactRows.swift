import HardwareModel

/// Rows as arrays of numbers, by which many thousand of them are filtered, ordered and plotted without a look at each.
///
/// Neighbours that are the same design, as most are where there are many, count as one design; rows with the same evidence, as those
/// of one import have, as one piece of evidence.
public struct CompactRows: Sendable {
    /// The first row of each design, in order.
    public private(set) var designs: [EvaluatedPoint] = []

    /// The first row of each piece of evidence, in order.
    public private(set) var evidences: [EvaluatedPoint] = []

    /// The position in `designs` of each row's.
    public private(set) var designOfRow: [Int32] = []

    /// The position in `evidences` of each row's.
    public private(set) var evidenceOfRow: [Int32] = []

    /// The accuracy of each row in percent; not a number where it is not known.
    public private(set) var percents: [Double] = []

    /// The positions of the rows that are on the frontier.
    public private(set) var onFrontier: PositionSet

    /// How many rows there are.
    public var count: Int { percents.count }

    /// Looks at every row once.
    public init(_ rows: [EvaluatedPoint]) {
        onFrontier = PositionSet(upTo: rows.count)
        designOfRow.reserveCapacity(rows.count)
        evidenceOfRow.reserveCapacity(rows.count)
        percents.reserveCapacity(rows.count)
        var design: Shared<EvaluatedPoint.PricedDesign>?
        var numbers = IdentityNumbers()
        for (position, row) in rows.enumerated() {
            if design !== row.design {
                design = row.design
                designs.append(row)
            }
            designOfRow.append(Int32(truncatingIfNeeded: designs.count - 1))
            let number = numbers.number(of: ObjectIdentifier(row.evidence))
            if number == evidences.count { evidences.append(row) }
            evidenceOfRow.append(Int32(truncatingIfNeeded: number))
            percents.append(row.accuracyPercent ?? .nan)
            if row.isOnFrontier { onFrontier.insert(position) }
        }
    }

    /// Takes other rows for those that are on the frontier, as that of another cost than energy.
    public mutating func markFrontier(_ positions: [Int]) {
        onFrontier = PositionSet(upTo: count)
        for position in positions { onFrontier.insert(position) }
    }

    /// The positions of the rows of a data set that no other row of it dominates in energy and accuracy; those whose training did not
    /// converge take no part.
    func frontier(of dataset: String) -> [Int] {
        frontier {
            $0.point.dataset == dataset
        } having: { _ in
            true
        }
    }

    /// The positions of the rows with a baseline of their own source that no other such row dominates in energy and accuracy.
    public var frontierOfCompared: [Int] {
        frontier { _ in
            true
        } having: {
            $0.baselineAccuracy?.percent != nil
        }
    }

    private func frontier(of isMember: (EvaluatedPoint) -> Bool, having isComplete: (EvaluatedPoint) -> Bool) -> [Int] {
        let isContender = evidences.map { $0.accuracy?.converged == true && isComplete($0) }
        let isMember = designs.map(isMember)
        let energies = designs.map { CostAxis.energy.value(of: $0) }
        var positions: [Int32] = []
        var candidates: [ParetoFrontier.Candidate] = []
        for position in 0..<count where !percents[position].isNaN {
            let design = Int(designOfRow[position])
            guard isMember[design], isContender[Int(evidenceOfRow[position])] else { continue }
            positions.append(Int32(truncatingIfNeeded: position))
            candidates.append(ParetoFrontier.Candidate(cost: energies[design], gain: percents[position]))
        }
        return ParetoFrontier.indices(of: candidates).map { Int(positions[$0]) }
    }
}
