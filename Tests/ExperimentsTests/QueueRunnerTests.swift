import DesignSpace
import ExperimentStore
import Foundation
import Precision
import Synchronization
import TestSupport
import Testing

@testable import Experiments

@Suite("Working the queue")
struct QueueRunnerTests {
    static let parent = Fixtures.spec(.float32)
    static let child = Fixtures.spec(.fixed8)

    /// Runs something with a store and the settings of a runner whose worker is a script.
    private func withQueue(
        _ script: String, jobs: Int = 1, _ body: (ExperimentStore, RunnerSettings, URL) async throws -> Void
    ) async throws {
        try await withFakeWorker(script, saying: [WorkerTests.finished]) { command, folder in
            let settings = RunnerSettings(program: command.program, datasets: "/data", jobs: jobs, threads: 1)
            try await body(try ExperimentStore.open(at: command.store, for: .writing), settings, folder)
        }
    }

    /// Works the queue to the end of a scope.
    @discardableResult
    private func work(
        _ store: ExperimentStore, _ settings: RunnerSettings, _ scope: RunnerScope = .everything,
        control: RunnerControl = RunnerControl(), report: (RunnerReport) -> Void = { _ in }
    ) async throws -> RunnerEnding {
        try await QueueRunner(store, settings: settings, scope: scope, control: control).work(report: report)
    }

    /// How often a worker was started, by the specs that it was given.
    private func runs(in folder: URL) throws -> [ExperimentSpec] {
        let text = try String(contentsOf: folder.appending(path: "runs"), encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(ExperimentSpec.self, from: Data($0.utf8)) }
    }

    private static let recording = "printf '%s\\n' \"$2\" >> \"$OUT/runs\"; "

    @Test("Everything is run once, parents first, with as many workers as there may be", arguments: [1, 2, 4])
    func everything(jobs: Int) async throws {
        let script = Self.recording + "echo x >> \"$OUT/now\"; cat \"$EVENTS\""
        try await withQueue(script, jobs: jobs) { store, settings, folder in
            let specs = [Self.parent, Self.child, Fixtures.spec(.binary)] + (2...5).map { Fixtures.spec(.float32, seed: $0) }
            try store.enqueue(specs.map { QueueEntry($0) })
            var mostAtOnce = 0
            let ending = try await work(store, settings) { report in
                if case .changed(let queue) = report { mostAtOnce = max(mostAtOnce, queue.count(.running)) }
            }
            #expect(ending == .complete)
            #expect(mostAtOnce <= jobs)
            let runs = try runs(in: folder)
            #expect(Set(runs) == Set(specs))
            #expect(runs.count == specs.count)
            #expect(runs.firstIndex(of: Self.parent) ?? 9 < runs.firstIndex(of: Self.child) ?? -1)
            let queue = try store.queue()
            #expect(queue.count(.done) == specs.count)
            #expect(queue.runner == nil)
        }
    }

    @Test("Two runners at once run each experiment once")
    func twoRunners() async throws {
        try await withQueue(Self.recording + "cat \"$EVENTS\"", jobs: 2) { store, settings, folder in
            let specs = (1...8).map { Fixtures.spec(.float32, seed: $0) }
            try store.enqueue(specs.map { QueueEntry($0) })
            let other = try ExperimentStore.open(at: store.path, for: .writing)
            let halves = [specs.prefix(4), specs.suffix(4)].map { RunnerScope.experiments(Set($0.map(\.key))) }
            async let first = QueueRunner(store, settings: settings, scope: halves[0], control: RunnerControl()).work { _ in }
            async let second = QueueRunner(other, settings: settings, scope: halves[1], control: RunnerControl()).work { _ in }
            let endings = try await [first, second]
            #expect(endings == [.complete, .complete])
            let runs = try runs(in: folder)
            #expect(runs.count == 8)
            #expect(Set(runs) == Set(specs))
            #expect(try store.queue().count(.done) == 8)
        }
    }

    @Test("A second that would work everything ends at once")
    func alreadyWorked() async throws {
        try await withQueue("") { store, settings, _ in
            guard case .granted(let lease) = try store.acquireQueue(worksEverything: true) else { return }
            let me = Int(ProcessInfo.processInfo.processIdentifier)
            #expect(try await work(store, settings) == .alreadyWorked(processIdentifier: me))
            try store.release(lease)
        }
    }

    @Test("A worker that crashes is started anew, and has failed in the end; its children with it, and no others")
    func crashing() async throws {
        let script = Self.recording + "case \"$2\" in *'\"seed\":2'*) cat \"$EVENTS\";; *) kill -SEGV $$;; esac"
        try await withQueue(script) { store, settings, folder in
            let other = Fixtures.spec(.float32, seed: 2)
            try store.enqueue([Self.parent, Self.child, other].map { QueueEntry($0) })
            #expect(try await work(store, settings) == .complete)
            let queue = try store.queue()
            #expect([Self.parent, Self.child, other].map { queue[$0.key]?.state } == [.failed, .failed, .done])
            #expect(queue[Self.parent.key]?.reason?.contains("SIGSEGV") == true)
            #expect(try runs(in: folder).filter { $0 == Self.parent }.count == ExperimentStore.mostAttempts)
            #expect(try !runs(in: folder).contains(Self.child))
        }
    }

    @Test("A worker that says why it cannot run is not started again")
    func refusing() async throws {
        let refusal = try Fixtures.line(.failed(message: "no such data set"))
        try await withQueue(Self.recording + "echo '\(refusal)'; exit 65") { store, settings, folder in
            try store.enqueue([QueueEntry(Self.parent)])
            var errors: [ExperimentsError?] = []
            try await work(store, settings) { if case .settled(_, _, let error) = $0 { errors.append(error) } }
            #expect(errors == [.workerFailed(message: "no such data set", status: 65)])
            #expect(try store.queue()[Self.parent.key]?.reason == "no such data set")
            #expect(try runs(in: folder).count == 1)
        }
    }

    @Test("A program that cannot be started is a failure of each experiment, and no endless loop")
    func absent() async throws {
        try await withQueue("") { store, settings, folder in
            var settings = settings
            settings.program = folder.appending(path: "nothing").path
            try store.enqueue([QueueEntry(Self.parent)])
            #expect(try await work(store, settings) == .complete)
            #expect(try store.queue()[Self.parent.key]?.state == .failed)
        }
    }

    @Test("A store whose file is deleted meanwhile ends the work and its workers, and none is made in its place")
    func vanishedStore() async throws {
        try await withQueue("echo $$ > \"$OUT/worker-id\"; exec sleep 600") { store, settings, folder in
            try store.enqueue([QueueEntry(Self.parent)])
            await #expect(throws: ExperimentStoreError.vanished(path: store.path)) {
                try await work(store, settings) { report in
                    if case .began = report { try? FileManager.default.removeItem(atPath: store.path) }
                }
            }
            #expect(!FileManager.default.fileExists(atPath: store.path))
            // It may have been ended before it could write its number.
            let text = try? String(contentsOf: folder.appending(path: "worker-id"), encoding: .utf8)
            let worker = text?.trimmingCharacters(in: .newlines) ?? ""
            #expect(worker.isEmpty || !FileManager.default.fileExists(atPath: "/proc/\(worker)"))
        }
    }
}
