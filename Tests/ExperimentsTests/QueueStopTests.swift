import DesignSpace
import ExperimentStore
import Foundation
import Precision
import TestSupport
import Testing

@testable import Experiments

@Suite("Stopping and changing what the queue runs")
struct QueueStopTests {
    static let spec = Fixtures.spec(.float32)
    static let other = Fixtures.spec(.float32, seed: 2)

    /// A worker that says how far it is until it is asked to stop, and then that it has.
    private static let patient = """
        trap 'cat "$OUT/interrupted"; exit 2' TERM
        cat "$EVENTS"
        while true; do sleep 0.02; done
        """

    /// Works a queue of two experiments with patient workers, and does something when the first of them has said how far it is; when the
    /// second has, the runner is asked to leave.
    ///
    /// - Returns: how the runner ended, and the queue behind it.
    private func stopping(
        _ scope: RunnerScope = .experiments([spec.key, other.key]), by act: (ExperimentStore, RunnerControl) throws -> Void
    ) async throws -> (ending: RunnerEnding, queue: QueueSnapshot) {
        try await withFakeWorker(Self.patient, saying: [.progress(Fixtures.progress)]) { command, folder in
            try Data((Fixtures.line(.interrupted) + "\n").utf8).write(to: folder.appending(path: "interrupted"))
            let store = try ExperimentStore.open(at: command.store, for: .writing)
            try store.enqueue([Self.spec, Self.other].map { QueueEntry($0) })
            let control = RunnerControl()
            let settings = RunnerSettings(program: command.program, datasets: "/data", jobs: 1, threads: 1)
            var failure: (any Error)?
            var hasActed = false
            let runner = QueueRunner(store, settings: settings, scope: scope, control: control)
            let ending = try await runner.work { report in
                guard case .said(_, .progress) = report else { return }
                if hasActed { return control.stop(.leaving) }
                hasActed = true
                do { try act(store, control) } catch { failure = error }
            }
            if let failure { throw failure }
            return (ending, try store.queue())
        }
    }

    @Test("By hand, what was asked for is paused")
    func byHand() async throws {
        let (ending, queue) = try await stopping { _, control in control.stop(.byHand) }
        #expect(ending == .stopped)
        #expect(queue.experiments.map(\.state) == [.paused, .paused])
        #expect(queue.runner == nil)
    }

    @Test("Because the runner has to leave, everything waits for the next, which finds how far it was")
    func leaving() async throws {
        let (ending, queue) = try await stopping { _, control in control.stop(.leaving) }
        #expect(ending == .stopped)
        #expect(queue.experiments.map(\.state) == [.waiting, .waiting])
        #expect(queue[Self.spec.key]?.progress == Fixtures.progress)
        #expect(queue[Self.spec.key]?.lossCurve.samples.map(\.loss) == [Fixtures.progress.loss])
    }

    @Test("Asked twice, it ends its workers at once, and blames nobody for that: its own are paused, others wait")
    func atOnce() async throws {
        let deaf = "trap '' TERM; cat \"$EVENTS\"; exec sleep 600"
        try await withFakeWorker(deaf, saying: [.progress(Fixtures.progress)]) { command, _ in
            let store = try ExperimentStore.open(at: command.store, for: .writing)
            try store.enqueue([QueueEntry(Self.spec), QueueEntry(Self.other, priority: 1)])
            let control = RunnerControl()
            let settings = RunnerSettings(program: command.program, datasets: "/data", jobs: 2, threads: 1)
            var (heard, errors): (Set<String>, [ExperimentsError?]) = ([], [])
            let runner = QueueRunner(store, settings: settings, scope: .experiments([Self.spec.key]), control: control)
            let ending = try await runner.work { report in
                if case .said(let key, .progress) = report, heard.insert(key).inserted, heard.count == 2 {
                    for _ in 1...2 { control.stop(.byHand) }
                }
                if case .settled(_, _, let error) = report { errors.append(error) }
            }
            #expect(ending == .stopped)
            #expect(errors == [nil, nil])
            let queue = try store.queue()
            #expect(queue[Self.spec.key]?.state == .paused)
            #expect(queue[Self.spec.key]?.reason == "stopped by hand: the same command goes on from its checkpoint")
            #expect(queue[Self.other.key]?.state == .waiting)
            #expect(queue[Self.other.key]?.reason == nil)
        }
    }

    @Test("Paused while it runs, an experiment stops and the next is begun")
    func pause() async throws {
        let (_, queue) = try await stopping { store, _ in try store.pause(Self.spec.key) }
        #expect(queue[Self.spec.key]?.state == .paused)
        #expect(queue[Self.other.key]?.state == .waiting)
        #expect(queue[Self.other.key]?.attempts == 1)
    }

    @Test("Cancelled while it runs, an experiment stops and the next is begun")
    func cancel() async throws {
        let (_, queue) = try await stopping { store, _ in try store.cancel(Self.spec.key) }
        #expect(queue[Self.spec.key]?.state == .cancelled)
        #expect(queue[Self.other.key]?.attempts == 1)
    }

    @Test("A runner whose own experiments are over gives back what it has begun for others")
    func handOver() async throws {
        let (ending, queue) = try await stopping(.experiments([Self.other.key])) { store, _ in try store.cancel(Self.other.key) }
        #expect(ending == .complete)
        #expect(queue[Self.spec.key]?.state == .waiting)
        #expect(queue[Self.other.key]?.state == .cancelled)
        #expect(queue.runner == nil)
    }
}
