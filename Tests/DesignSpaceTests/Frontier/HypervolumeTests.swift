import DesignSpace
import Testing

@Suite("Hypervolume")
struct HypervolumeTests {
    typealias Candidate = ParetoFrontier.Candidate

    /// Costs of three decades and gains from 0 to 10.
    private static let corners = [Candidate(cost: 1, gain: 0), Candidate(cost: 1000, gain: 10)]

    @Test("The ideal corner dominates everything, the reference point nothing")
    func ends() throws {
        let box = try #require(Hypervolume(around: Self.corners))
        #expect(box.share(of: [Candidate(cost: 1, gain: 10)]) == 1)
        #expect(box.share(of: [Candidate(cost: 1000, gain: 0)]) == 0)
        #expect(box.share(of: []) == 0)
    }

    @Test("A decade of cost counts as much wherever it lies: the axis is logarithmic")
    func logarithm() throws {
        let box = try #require(Hypervolume(around: Self.corners))
        #expect(abs(box.share(of: [Candidate(cost: 10, gain: 10)]) - 2.0 / 3) < 1e-12)
        #expect(abs(box.share(of: [Candidate(cost: 100, gain: 10)]) - 1.0 / 3) < 1e-12)
    }

    @Test("Two points dominate the union of their rectangles, and a dominated one adds nothing")
    func union() throws {
        let box = try #require(Hypervolume(around: Self.corners))
        let two = [Candidate(cost: 10, gain: 5), Candidate(cost: 100, gain: 10)]
        #expect(abs(box.share(of: two) - (1.0 / 3 * 0.5 + 1.0 / 3)) < 1e-12)
        #expect(box.share(of: two + [Candidate(cost: 100, gain: 4)]) == box.share(of: two))
    }

    @Test("What lies beyond the rectangle counts as far as its edge")
    func beyond() throws {
        let box = try #require(Hypervolume(around: Self.corners))
        #expect(box.share(of: [Candidate(cost: 0.1, gain: 20)]) == 1)
        #expect(box.share(of: [Candidate(cost: 10_000, gain: 5)]) == 0)
    }

    @Test("Points without extent, or with a cost that has no logarithm, span no rectangle")
    func degenerate() {
        #expect(Hypervolume(around: []) == nil)
        #expect(Hypervolume(around: [Candidate(cost: 1, gain: 1)]) == nil)
        #expect(Hypervolume(around: [Candidate(cost: 1, gain: 1), Candidate(cost: 2, gain: 1)]) == nil)
        #expect(Hypervolume(around: [Candidate(cost: 0, gain: 1), Candidate(cost: 2, gain: 3)]) == nil)
        #expect(Hypervolume(around: [Candidate(cost: .nan, gain: 1), Candidate(cost: 2, gain: 3)]) == nil)
    }
}
