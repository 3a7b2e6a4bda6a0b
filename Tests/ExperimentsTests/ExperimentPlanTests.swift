import DesignSpace
import ExperimentStore
import Foundation
import Precision
import TestSupport
import Testing

@testable import Experiments

@Suite("What has to be run for an experiment")
struct ExperimentPlanTests {
    /// Runs something with an empty store.
    private func withStore(_ body: (ExperimentStore) throws -> Void) throws {
        try withTemporaryDirectory { folder in
            try body(try ExperimentStore.open(at: folder.appending(path: "store.sqlite").path, for: .writing))
        }
    }

    /// Brings an experiment into a state in the store.
    private func put(
        _ spec: ExperimentSpec, _ status: ExperimentStatus, epochs: Int, images: String? = nil, in store: ExperimentStore
    ) throws {
        var record = ExperimentRecord(
            spec: spec, status: status, engineVersion: "0", cpu: "none", threads: 1, createdAt: "2026-01-01T00:00:00Z")
        guard case .claimed(let claim) = try store.claim(record) else { return }
        let history = (0..<epochs).map {
            EpochRecord(epoch: $0 + 1, trainingLoss: 1, validationAccuracyPercent: 50, learningRate: 0.1, seconds: 1)
        }
        for epoch in history { try store.append(epoch, under: claim) }
        record.history = history
        record.datasetSHA256 = images
        switch status {
        case .done, .notConverged: try store.finish(record, weights: [1], under: claim)
        case .interrupted: try store.interrupt(claim)
        case .failed: try store.fail(claim, reason: "no")
        case .running: break
        }
    }

    @Test(
        "Without a store, a float32 experiment is run alone and every other behind its float32 parent",
        arguments: Precision.ofThePaper)
    func nothingThere(precision: Precision) throws {
        let spec = Fixtures.spec(precision)
        let plan = try ExperimentPlan(for: spec, in: nil)
        #expect(plan.specsToRun == (precision == .float32 ? [spec] : [Fixtures.spec(.float32), spec]))
        #expect(plan.steps.allSatisfy { $0.state == .toRun })
        #expect(plan.result == nil)
    }

    @Test("A result that is in the store needs no worker, nor its parent", arguments: [ExperimentStatus.done, .notConverged])
    func complete(status: ExperimentStatus) throws {
        try withStore { store in
            try put(Fixtures.spec(), status, epochs: 2, in: store)
            let plan = try ExperimentPlan(for: Fixtures.spec(), in: store)
            #expect(plan.specsToRun == [])
            #expect(plan.result?.status == status)
            #expect(plan.result?.history.count == 2)
        }
    }

    @Test("A parent is queued for the weights alone, the experiment itself because it is asked for")
    func isForOthers() throws {
        try withStore { store in
            let plans = try [Fixtures.spec(), Fixtures.spec(.float32)].map { try ExperimentPlan(for: $0, in: store) }
            #expect(plans.map { $0.entries(priority: 0).map(\.isForOthers) } == [[true, false], [false]])
        }
    }

    @Test("A parent whose result is in the store is shown and not run")
    func parentThere() throws {
        try withStore { store in
            try put(Fixtures.spec(.float32), .done, epochs: 1, in: store)
            let plan = try ExperimentPlan(for: Fixtures.spec(), in: store)
            #expect(plan.steps.map(\.state) == [.inStore, .toRun])
            #expect(plan.specsToRun == [Fixtures.spec()])
        }
    }

    @Test("To replace a result, the experiment is run again, and its parent is not")
    func replacing() throws {
        try withStore { store in
            for precision in [Precision.float32, .fixed8] { try put(Fixtures.spec(precision), .done, epochs: 1, in: store) }
            let plan = try ExperimentPlan(for: Fixtures.spec(), in: store, replacing: true)
            #expect(plan.steps.map(\.state) == [.inStore, .toReplace])
            #expect(plan.result == nil)
        }
    }

    @Test("A result, or a parent's weights, of other images than today's is not taken", arguments: [Precision.float32, .fixed8])
    func otherImages(stored: Precision) throws {
        let (then, today) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
        try withStore { store in
            try put(Fixtures.spec(stored), .done, epochs: 1, images: then, in: store)
            let plan = try ExperimentPlan(for: Fixtures.spec(.fixed8), in: store)
            try plan.checkImages(then)
            try plan.checkImages(nil)
            let error = #expect(throws: ExperimentsError.self) { try plan.checkImages(today) }
            let point = Fixtures.spec(stored).point.reference.name
            #expect(error == .otherImages(point: point, dataset: Fixtures.spec().dataset, trainedOn: then, found: today))
            #expect(error?.description.contains("bitfront run \(point)") == true)
            #expect(error?.cause == .file)
            // What is trained anew is not held to the images of then.
            try ExperimentPlan(for: Fixtures.spec(stored), in: store, replacing: true).checkImages(today)
        }
    }

    @Test(
        "What was begun goes on",
        arguments: [
            (ExperimentStatus.interrupted, 3, ExperimentPlan.Step.State.toResume(finishedEpochs: 3)), (.interrupted, 0, .toRun),
            (.failed, 2, .toResume(finishedEpochs: 2)), (.running, 1, .runningElsewhere),
        ])
    func begun(status: ExperimentStatus, epochs: Int, state: ExperimentPlan.Step.State) throws {
        try withStore { store in
            try put(Fixtures.spec(.float32), status, epochs: epochs, in: store)
            let plan = try ExperimentPlan(for: Fixtures.spec(.float32), in: store)
            #expect(plan.steps.map(\.state) == [state])
            #expect(plan.specsToRun.count == 1)
        }
    }
}
