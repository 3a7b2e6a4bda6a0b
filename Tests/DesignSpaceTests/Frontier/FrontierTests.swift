import TestSupport
import Testing

@testable import DesignSpace

@Suite("Walking a frontier")
struct FrontierTests {
    private typealias Candidate = ParetoFrontier.Candidate

    /// A cloud with gains and costs from a coarse grid, so that equal ones occur.
    private func cloud(seed: UInt64, count: Int = 60) -> Frontier {
        var generator = SeededGenerator(seed: seed)
        return Frontier(
            of: (0..<count).map { _ in
                Candidate(
                    cost: Double(Int.random(in: 1...25, using: &generator)), gain: Double(Int.random(in: 0...25, using: &generator))
                )
            })
    }

    @Test(
        "A point with a little more than the missing gain, or a little less than the named share of its cost, is on the frontier",
        arguments: 1...20)
    func smallestChange(seed: UInt64) throws {
        let frontier = cloud(seed: seed)
        for index in frontier.candidates.indices {
            guard let domination = frontier.domination(of: index) else {
                #expect(frontier.indices.contains(index))
                continue
            }
            #expect(!frontier.indices.contains(index))
            let point = frontier.candidates[index]
            #expect(frontier.candidates[domination.dominator].dominates(point))
            #expect(domination.missingGain >= 0 && domination.costShare > 0 && domination.costShare <= 1)
            func isOnFrontier(cost: Double, gain: Double) -> Bool {
                var candidates = frontier.candidates
                candidates[index] = Candidate(cost: cost, gain: gain)
                return ParetoFrontier.indices(of: candidates).contains(index)
            }
            #expect(isOnFrontier(cost: point.cost, gain: point.gain + domination.missingGain + 0.01))
            #expect(isOnFrontier(cost: point.cost * domination.costShare - 0.01, gain: point.gain))
            // Half of either change is not enough, unless next to nothing is missing.
            if domination.missingGain > 0 {
                #expect(!isOnFrontier(cost: point.cost, gain: point.gain + domination.missingGain / 2))
            }
            if domination.costShare < 1 {
                #expect(!isOnFrontier(cost: point.cost * (1 + domination.costShare) / 2, gain: point.gain))
            }
        }
    }

    @Test("Neighbours lead from one end of the frontier to the other and back, each step dearer and better", arguments: 1...20)
    func neighbours(seed: UInt64) throws {
        let frontier = cloud(seed: seed)
        var index = try #require(frontier.indices.first)
        while let next = frontier.neighbour(of: index, towardsMoreCost: true) {
            let trade = frontier.trade(from: index, to: next)
            #expect(trade.gain > 0 && trade.costRatio > 1)
            let back = try #require(frontier.neighbour(of: next, towardsMoreCost: false))
            #expect(frontier.candidates[back] == frontier.candidates[index])
            index = next
        }
        let end = try #require(frontier.indices.last)
        #expect(frontier.candidates[index] == frontier.candidates[end])
    }

    @Test("The knee is where the frontier bends most")
    func knee() {
        let bent = Frontier(of: [(1, 10), (10, 80), (100, 85), (1000, 90), (20, 30)].map { Candidate(cost: $0.0, gain: $0.1) })
        #expect(bent.knee == 1)
        #expect(Frontier(of: [Candidate(cost: 1, gain: 1), Candidate(cost: 2, gain: 2)]).knee == nil)
        #expect(Frontier(of: [(1, 1), (10, 2), (100, 3)].map { Candidate(cost: $0.0, gain: $0.1) }).knee == nil)
        #expect(Frontier(of: []).knee == nil)
    }
}
