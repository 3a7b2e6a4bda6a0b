import DesignSpace
import TestSupport
import Testing

@Suite("The Pareto frontier")
struct ParetoFrontierTests {
    typealias Candidate = ParetoFrontier.Candidate

    /// The definition, word for word: a point is on the frontier if no point dominates it.
    private func bruteForce(_ candidates: [Candidate]) -> Set<Int> {
        Set(candidates.indices.filter { index in !candidates.contains { $0.dominates(candidates[index]) } })
    }

    @Test("No points have no frontier")
    func none() {
        #expect(ParetoFrontier.indices(of: []).isEmpty)
    }

    @Test("One point is its own frontier")
    func one() {
        #expect(ParetoFrontier.indices(of: [Candidate(cost: 3, gain: 4)]) == [0])
    }

    @Test("Equal points are all on the frontier, or none of them is")
    func ties() {
        let twice = [
            Candidate(cost: 1, gain: 5), Candidate(cost: 1, gain: 5), Candidate(cost: 2, gain: 5), Candidate(cost: 2, gain: 4),
        ]
        #expect(ParetoFrontier.indices(of: twice) == [0, 1])
        let beaten = [Candidate(cost: 2, gain: 4), Candidate(cost: 2, gain: 4), Candidate(cost: 1, gain: 5)]
        #expect(ParetoFrontier.indices(of: beaten) == [2])
    }

    @Test("Of equal cost only the best gain stays, of equal gain only the least cost")
    func partialTies() {
        let column = [Candidate(cost: 1, gain: 1), Candidate(cost: 1, gain: 3), Candidate(cost: 1, gain: 2)]
        #expect(ParetoFrontier.indices(of: column) == [1])
        let row = [Candidate(cost: 3, gain: 1), Candidate(cost: 1, gain: 1), Candidate(cost: 2, gain: 1)]
        #expect(ParetoFrontier.indices(of: row) == [1])
    }

    @Test("What is not a number takes no part; infinities do")
    func notNumbers() {
        let odd = [
            Candidate(cost: .nan, gain: 9), Candidate(cost: 1, gain: .nan), Candidate(cost: 2, gain: 3),
            Candidate(cost: .infinity, gain: 8), Candidate(cost: 1, gain: -.infinity),
        ]
        #expect(ParetoFrontier.indices(of: odd) == [4, 2, 3])
    }

    @Test("Random points, many of them equal in one or both, have the frontier of the definition", arguments: 0..<200)
    func random(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let (count, grid) = (Int.random(in: 0...60, using: &generator), Int.random(in: 1...12, using: &generator))
        let candidates = (0..<count).map { _ in
            Candidate(
                cost: Double(Int.random(in: 0...grid, using: &generator)), gain: Double(Int.random(in: 0...grid, using: &generator))
            )
        }
        let frontier = ParetoFrontier.indices(of: candidates)
        #expect(Set(frontier) == bruteForce(candidates))
        #expect(Set(frontier).count == frontier.count)
        #expect(zip(frontier, frontier.dropFirst()).allSatisfy { candidates[$0].cost <= candidates[$1].cost })
    }

    @Test("A large cloud has the frontier of the definition")
    func cloud() {
        var generator = SeededGenerator(seed: 7)
        let candidates = (0..<20_000).map { _ in
            Candidate(cost: .random(in: 1...1000, using: &generator), gain: .random(in: 0...100, using: &generator))
        }
        let frontier = ParetoFrontier.indices(of: candidates)
        let members = frontier.map { candidates[$0] }
        #expect(zip(members, members.dropFirst()).allSatisfy { $0.cost < $1.cost && $0.gain < $1.gain })
        let on = Set(frontier)
        for (index, candidate) in candidates.enumerated() where !on.contains(index) {
            #expect(members.contains { $0.dominates(candidate) })
        }
    }

    @Test("A curve on which every point is on the frontier keeps them all")
    func curve() {
        let candidates = (0..<5000).map { Candidate(cost: Double($0), gain: Double($0)) }
        #expect(ParetoFrontier.indices(of: candidates.reversed()) == Array((0..<5000).reversed()))
    }
}
