import DesignSpace
import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite("Workers that do not do as they should")
struct BrokenWorkerTests {
    /// Short for a test that has to wait for the end of it, and long enough for a shell on a busy machine to say its first word.
    private static let limits = WorkerLimits(silence: .seconds(2), stopping: .milliseconds(400))

    /// The error that a worker with a script ends with.
    private func error(
        of script: String, saying events: [TrainingEvent] = [], limits: WorkerLimits = limits,
        _ body: (Worker, URL) async throws -> Void = { _, _ in }
    ) async throws -> ExperimentsError? {
        try await withFakeWorker(script, saying: events) { command, folder -> ExperimentsError? in
            let worker = try Worker(command, limits: limits)
            try await body(worker, folder)
            do throws(ExperimentsError) {
                _ = try await worker.ending()
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("One that hangs silently is killed, and says what its last words were")
    func hanging() async throws {
        let error = try await error(of: "echo calibrating >&2; exec sleep 1000")
        guard case .workerHung(let silence, ["calibrating"])? = error else { throw Unexpected(error: error) }
        #expect(silence >= Self.limits.silence)
        #expect(error?.isWorthAnotherAttempt == true)
    }

    @Test("One that is stopped by a signal for longer than the limit is not killed, and ends well")
    func stopped() async throws {
        let script = "kill -STOP $$; cat \"$EVENTS\""
        let error = try await error(of: script, saying: [WorkerTests.finished]) { worker, _ in
            let isStopped: Bool? = try await Deadline.hang.poll {
                ProcessActivity(of: pid_t(worker.processIdentifier))?.isStopped == true ? true : nil
            }
            try #require(isStopped == true)
            try await Task.sleep(for: Self.limits.silence * 2)
            kill(pid_t(worker.processIdentifier), SIGCONT)
        }
        #expect(error == nil)
    }

    @Test("One that ignores that it is to stop is killed")
    func deaf() async throws {
        // It is not silence that it is killed for, however slow the machine.
        let limits = WorkerLimits(silence: .seconds(600), stopping: .milliseconds(400))
        let script = "trap '' TERM; touch \"$OUT/deaf\"; while true; do cat \"$EVENTS\"; sleep 0.05; done"
        let error = try await error(of: script, saying: [.checkpoint(epoch: 1, batch: 1)], limits: limits) { worker, folder in
            let path = folder.appending(path: "deaf").path
            let isDeaf: Bool? = try await Deadline.hang.poll {
                FileManager.default.fileExists(atPath: path) ? true : nil
            }
            try #require(isDeaf == true)
            worker.stop()
        }
        guard case .workerDidNotStop? = error else { throw Unexpected(error: error) }
    }

    @Test("One that ends by the signal that asks it to stop, as it does not listen yet, has not failed")
    func notListeningYet() async throws {
        #expect(try await error(of: "cat \"$EVENTS\"; exec sleep 600") { worker, _ in worker.stop() } == nil)
        #expect(try await error(of: "exec sleep 600") { worker, _ in worker.kill() } == nil)
        guard case .workerKilled(signal: 9, _)? = try await error(of: "kill -KILL $$") else { return #expect(Bool(false)) }
    }

    @Test("One that writes without end and never says a thing is given up, and keeps no memory")
    func flood() async throws {
        let limits = WorkerLimits(silence: .milliseconds(40))
        let error = try await error(of: "exec yes | tr -d '\\n'", limits: limits)
        guard case .workerHung(_, let words)? = error else { throw Unexpected(error: error) }
        #expect(words.allSatisfy { $0.utf8.count <= LineSplitter.longestLine })
    }

    @Test("What one has started goes with it, and does not hold its pipes open")
    func grandchild() async throws {
        let script = "sleep 1000 & echo $! > \"$OUT/child\"; cat \"$EVENTS\""
        try await withFakeWorker(script, saying: [WorkerTests.finished]) { command, folder in
            #expect(try await Worker(command).ending() == .complete)
            let text = try String(contentsOf: folder.appending(path: "child"), encoding: .utf8)
            let child = try #require(Int32(text.trimmingCharacters(in: .newlines)))
            let isGone: Bool? = try await Deadline.hang.poll { Self.isGone(child) ? true : nil }
            #expect(isGone == true)
        }
    }

    @Test(
        "What may run at another attempt is told from what cannot",
        arguments: [
            ("exit 0", true), ("kill -SEGV $$", true), ("echo garbage; exit 3", true), ("cat \"$EVENTS\"; exit 65", false),
        ])
    func worth(script: String, isWorth: Bool) async throws {
        let error = try await error(of: script, saying: [.failed(message: "no such data set")])
        #expect(error?.isWorthAnotherAttempt == isWorth)
    }

    /// Whether a process has ended; one that nobody has taken note of yet counts.
    private static func isGone(_ process: Int32) -> Bool {
        guard let stat = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return true }
        return String(decoding: stat, as: UTF8.self).contains(") Z ")
    }

    private struct Unexpected: Error {
        let error: ExperimentsError?
    }
}
