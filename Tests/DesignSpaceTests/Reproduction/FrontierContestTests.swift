import DesignSpace
import Testing

@Suite("The paper's frontier against ours")
struct FrontierContestTests {
    private func contest(_ percents: [(String, Double)]) throws -> FrontierContest {
        let records = try percents.map { try Runs.record($0.0, "cifar10", percent: $0.1) }
        return try #require(try Runs.reproduction(records).contests.first { $0.dataset == "cifar10" })
    }

    private func verdict(_ name: String, _ contest: FrontierContest) throws -> FrontierContest.Verdict {
        try #require(contest.rounds.first { $0.published.point.reference.name == name }).verdict
    }

    @Test("A point is dominated by the same design with clearly more accuracy, tied within the interval, else unbeaten")
    func sameDesign() throws {
        let contest = try contest([("alex/binary", 77), ("alex++/binary", 79.9), ("alex++/pow2", 79)])
        #expect(try verdict("alex/binary", contest) == .dominated)
        #expect(try verdict("alex++/binary", contest) == .tied)
        #expect(try verdict("alex++/pow2", contest) == .unbeaten)
        #expect(contest.count(.dominated) + contest.count(.tied) + contest.count(.unbeaten) == 7)
    }

    @Test("A more accurate design that takes more energy dominates nothing cheaper")
    func dearer() throws {
        let contest = try contest([("alex++/float32", 86)])
        #expect(contest.rounds.allSatisfy { $0.verdict == .unbeaten && $0.measured == nil })
    }

    @Test("The better frontier has the larger hypervolume, and the measured points alone make ours")
    func hypervolume() throws {
        let contest = try contest([("alex/fixed4@layer", 83), ("alex++/fixed4@layer", 86)])
        let ours = try #require(contest.measuredShare)
        let theirs = try #require(contest.publishedShare)
        #expect(ours > theirs)
        #expect((0...1).contains(ours) && (0...1).contains(theirs))
        #expect(contest.measured.map(\.point.reference.name) == ["alex/fixed4@layer", "alex++/fixed4@layer"])
    }

    @Test("A run that is on no frontier changes no hypervolume, however bad it is")
    func weakerRun() throws {
        let good = [("alex/fixed4@layer", 83.0), ("alex++/fixed4@layer", 86.0), ("alex++/fixed16", 86.5)]
        let (alone, beside) = (try contest(good), try contest(good + [("alex/fixed16", 40)]))
        #expect(alone.measuredShare == beside.measuredShare && alone.publishedShare == beside.publishedShare)
    }
}
