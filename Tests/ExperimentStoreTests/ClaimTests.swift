import DesignSpace
import Foundation
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Claiming an experiment")
struct ClaimTests {
    @Test("The first to ask gets it, and it shows as running")
    func first() throws {
        try withStore { store in
            _ = try store.newClaim(Fixtures.record())
            #expect(try store.records().map(\.status) == [.running])
        }
    }

    @Test("Of many that ask at once, through connections of their own, exactly one gets it")
    func onlyOne() async throws {
        try await withTemporaryDirectory { folder in
            let path = folder.appending(path: "store.sqlite").path
            _ = try ExperimentStore.open(at: path, for: .writing)
            let claims = try await withThrowingTaskGroup(of: ClaimOutcome.self) { group in
                for index in 0..<8 {
                    group.addTask {
                        let store = try ExperimentStore.open(at: path, for: .writing)
                        return try store.claim(Fixtures.record(), replacing: false, by: .ofAnotherContainer(index), at: 1000)
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let winners = claims.filter { if case .claimed = $0 { true } else { false } }
            let losers = claims.filter { if case .taken = $0 { true } else { false } }
            #expect(winners.count == 1)
            #expect(losers.count == 7)
        }
    }

    @Test("While its process runs, an experiment is not given to another, who is told its number")
    func taken() throws {
        try withStore { store in
            guard case .claimed = try store.claim(Fixtures.record(), replacing: false, by: Fixtures.runningProcess, at: 0) else {
                Issue.record("not claimed")
                return
            }
            #expect(try store.claim(Fixtures.record()) == .taken(processIdentifier: 1))
        }
    }

    @Test("A process that was killed is noticed: its experiment shows as interrupted and is given to the next who asks")
    func dead() throws {
        try withStore { store in
            let outcome = try store.claim(Fixtures.record(), replacing: false, by: Fixtures.deadProcess, at: 0)
            guard case .claimed(let lost) = outcome else { throw ExperimentStore.NotClaimed() }
            try store.append(Fixtures.epoch(1), under: lost)
            #expect(try store.records().map(\.status) == [.interrupted])
            let claim = try store.newClaim(Fixtures.record())
            #expect(try store.record(claim.key)?.history == [Fixtures.epoch(1)])
            #expect(throws: ExperimentStoreError.claimLost(key: claim.key)) { try store.append(Fixtures.epoch(2), under: lost) }
            #expect(throws: ExperimentStoreError.claimLost(key: claim.key)) { try store.saveCheckpoint([1], under: lost) }
            #expect(throws: ExperimentStoreError.claimLost(key: claim.key)) {
                try store.finish(Fixtures.result(), weights: [], under: lost)
            }
        }
    }

    @Test(
        "A process that cannot be seen keeps its claim for as long as it gives signs of life",
        arguments: [
            (0, true), (ExperimentStore.longestSilence - 1, true), (ExperimentStore.longestSilence, false), (Int.max, false),
        ])
    func hidden(silence: Int, isTaken: Bool) throws {
        try withStore { store in
            _ = try store.claim(Fixtures.record(), replacing: false, by: Fixtures.hiddenProcess, at: 0)
            let outcome = try store.claim(Fixtures.record(), replacing: false, by: .current, at: silence)
            #expect((outcome == .taken(processIdentifier: Fixtures.hiddenProcess.processIdentifier)) == isTaken)
        }
    }

    @Test("A process of before the machine was started again is dead")
    func rebooted() {
        let namespace = ProcessIdentity.current.place.split(separator: " ").last ?? ""
        let identity = ProcessIdentity(place: "another-boot \(namespace)", processIdentifier: 1, startedTicks: 0)
        #expect(identity.isRunning == false)
        #expect(ProcessIdentity.current.isRunning == true)
        #expect(Fixtures.runningProcess.isRunning == true)
        #expect(Fixtures.hiddenProcess.isRunning == nil)
    }

    @Test(
        "Given up, an experiment can be claimed again, and its reason is gone then",
        arguments: [
            ExperimentStatus.interrupted, .failed,
        ])
    func givenUp(status: ExperimentStatus) throws {
        try withStore { store in
            let claim = try store.newClaim(Fixtures.record())
            try store.saveCheckpoint([7, 8], under: claim)
            if status == .failed { try store.fail(claim, reason: "out of memory") } else { try store.interrupt(claim) }
            let record = try #require(try store.record(claim.key))
            #expect(record.status == status)
            #expect(record.reason == (status == .failed ? "out of memory" : nil))
            #expect(throws: ExperimentStoreError.claimLost(key: claim.key)) { try store.renew(claim) }
            _ = try store.newClaim(Fixtures.record())
            #expect(try store.record(claim.key)?.reason == nil)
            #expect(try store.checkpoint(of: claim.key) == [7, 8])
        }
    }
}

extension ProcessIdentity {
    /// A process of this machine by its number, which has to run.
    init(runningAs processIdentifier: Int) {
        let stat = (try? String(contentsOfFile: "/proc/\(processIdentifier)/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        self.init(
            place: ProcessIdentity.current.place, processIdentifier: processIdentifier,
            startedTicks: fields.count > 19 ? Int(fields[19]) ?? -1 : -1)
    }

    /// A process that cannot be seen.
    static func ofAnotherContainer(_ number: Int) -> ProcessIdentity {
        let boot = ProcessIdentity.current.place.split(separator: " ").first ?? ""
        return ProcessIdentity(place: "\(boot) container-\(number)", processIdentifier: 1, startedTicks: 0)
    }
}
