import DesignSpace
import Foundation
import TestSupport
import Testing

@testable import Experiments

@Suite("A worker process")
struct WorkerTests {
    static let finished = TrainingEvent.finished(key: "abc", status: .done, testAccuracyPercent: 98.5, testImages: 9000)

    @Test("What it says arrives in order, and status 0 behind a result is complete")
    func events() async throws {
        let events: [TrainingEvent] = [
            .waiting(processIdentifier: 7), .started(key: "abc", epochs: 4, finishedEpochs: 1, trainingImages: 60_000),
            .progress(Fixtures.progress),
            .epoch(
                EpochRecord(epoch: 2, trainingLoss: .nan, validationAccuracyPercent: 97, learningRate: 0.01, seconds: 3.5)),
            .checkpoint(epoch: 2, batch: 0), Self.finished,
        ]
        try await withFakeWorker("cat \"$EVENTS\"", saying: events) { command, _ in
            let worker = try Worker(command)
            var heard: [TrainingEvent] = []
            for await event in worker.events { heard.append(event) }
            #expect(heard == events)
            #expect(try await worker.ending() == .complete)
        }
    }

    @Test("It gets the spec, the store, the folders and the threads as arguments")
    func arguments() async throws {
        try await withFakeWorker("printf '%s\\n' \"$@\" > \"$OUT/arguments\"; cat \"$EVENTS\"", saying: [Self.finished]) {
            command, folder in
            _ = try await Worker(command).ending()
            let text = try String(contentsOf: folder.appending(path: "arguments"), encoding: .utf8)
            let words = text.split(separator: "\n").map(String.init)
            #expect(try JSONDecoder().decode(ExperimentSpec.self, from: Data(words[1].utf8)) == command.spec)
            #expect(words[0] == "--spec")
            #expect(
                Array(words[2...]) == [
                    "--store", command.store, "--datasets", "/data", "--threads", "3", "--stop-with-input", "--presets", "/a",
                    "--presets", "/b",
                ])
        }
    }

    @Test("Asked to stop, it gets SIGTERM and may take its time to reach a checkpoint")
    func stopped() async throws {
        let script = "trap 'cat \"$EVENTS\"; exit 2' TERM; echo ready >&2; touch \"$OUT/ready\"; while :; do sleep 0.05; done"
        try await withFakeWorker(script, saying: [.checkpoint(epoch: 1, batch: 3), .interrupted]) { command, folder in
            let worker = try Worker(command)
            try await waitForFile("ready", in: folder)
            worker.stop()
            #expect(try await worker.ending() == .interrupted)
            // It is gone: nothing is sent to whoever has its number next.
            worker.stop()
        }
    }

    @Test("Killed, it is reported with the signal and its last words")
    func killed() async throws {
        try await withFakeWorker("seq 1 12 >&2; printf 'the end' >&2; kill -9 $$") { command, _ in
            let worker = try Worker(command)
            let error = await #expect(throws: ExperimentsError.self) { try await worker.ending() }
            #expect(error == .workerKilled(signal: 9, lastWords: (4...12).map { "\($0)" } + ["the end"]))
            #expect(error?.description.contains("SIGKILL") == true)
        }
    }

    @Test(
        "Why it cannot go on is its own message, and its status says of what kind that is",
        arguments: [
            (2, ExperimentsError.Cause.running), (64, .request), (65, .file),
        ] as [(Int32, ExperimentsError.Cause)])
    func failed(status: Int32, cause: ExperimentsError.Cause) async throws {
        let message = "the data set is not there"
        try await withFakeWorker("cat \"$EVENTS\"; exit \(status)", saying: [.failed(message: message)]) { command, _ in
            let worker = try Worker(command)
            let error = await #expect(throws: ExperimentsError.self) { try await worker.ending() }
            #expect(error == .workerFailed(message: message, status: status))
            #expect(error?.cause == cause)
            #expect(error?.description == message)
        }
    }

    @Test("Status 0 without a result is no result, and what is no event is among the last words")
    func speechless() async throws {
        try await withFakeWorker("echo 'not json'; echo '{\"event\":\"dancing\"}'; exit 0") { command, _ in
            let worker = try Worker(command)
            let error = await #expect(throws: ExperimentsError.self) { try await worker.ending() }
            #expect(error == .workerEnded(status: 0, lastWords: ["not json", "{\"event\":\"dancing\"}"]))
        }
    }

    @Test("A line without end is not kept beyond a bound")
    func endless() async throws {
        try await withFakeWorker("head -c 5000000 /dev/zero | tr '\\0' x; exit 3") { command, _ in
            let worker = try Worker(command)
            let error = await #expect(throws: ExperimentsError.self) { try await worker.ending() }
            guard case .workerEnded(status: 3, let words) = error else { throw TestSupportError.notFound(program: "\(command)") }
            #expect(words.map(\.utf8.count) == [LineSplitter.longestLine])
        }
    }

    @Test("That its starter is gone reaches it as the end of its input, and not before")
    func lifeline() async throws {
        // The script's own `read` returns when the stream ends, which is when the only other end is closed.
        try await withFakeWorker("read line; echo over > \"$OUT/over\"") { command, folder in
            let child = try ChildProcess(command.program, arguments: [], relation: .attached)
            // Other workers started meanwhile must not hold the stream open.
            let other = try ChildProcess("/bin/sleep", arguments: ["600"], relation: .attached)
            defer {
                other.send(SIGKILL)
                other.wait()
            }
            #expect(child.ending() == nil)
            close(child.input)
            try await waitForFile("over", in: folder)
            #expect(try await Deadline.hang.poll { child.ending() } == .exited(0))
            for end in [child.output, child.errors, other.input, other.output, other.errors] { close(end) }
        }
    }

    @Test("An attached worker is out of the terminal's reach, a detached program in a session of its own without streams")
    func relations() async throws {
        // Fields 5 and 6 of proc(5)'s stat: process group and session.
        let script =
            "cut -d' ' -f1,5,6 /proc/$$/stat > \"$OUT/ids.part\"; mv \"$OUT/ids.part\" \"$OUT/ids\"; readlink /proc/$$/fd/0"
        try await withFakeWorker(script) { command, folder in
            let worker = try Worker(command)
            _ = try? await worker.ending()
            let ids = try await numbers(in: folder)
            #expect(ids == [worker.processIdentifier, worker.processIdentifier, Int(getsid(0))])
        }
        try await withFakeWorker(script) { command, folder in
            let identifier = try DetachedProgram.start(command.program, arguments: command.arguments)
            #expect(try await numbers(in: folder) == [identifier, identifier, identifier])
        }
    }

    @Test("A worker is as nice as the program that starts it, a detached program nicer")
    func niceness() async throws {
        // Field 19 of proc(5)'s stat, once it has been set: the program runs before its starter gets to it.
        let script = """
            until [ -e "$OUT/started" ]; do sleep 0.02; done
            cut -d' ' -f19 /proc/$$/stat > "$OUT/ids.part"; mv "$OUT/ids.part" "$OUT/ids"
            """
        func letGo(in folder: URL) throws { try Data().write(to: folder.appending(path: "started")) }
        let own = Int(getpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(getpid())))
        try await withFakeWorker(script) { command, folder in
            let worker = try Worker(command)
            try letGo(in: folder)
            _ = try? await worker.ending()
            #expect(try await numbers(in: folder) == [own])
        }
        try await withFakeWorker(script) { command, folder in
            _ = try DetachedProgram.start(command.program, arguments: command.arguments)
            try letGo(in: folder)
            #expect(try await numbers(in: folder) == [min(19, own + Int(ChildProcess.backgroundNiceness))])
        }
    }

    @Test("A program that is not there cannot be started")
    func absent() async throws {
        try await withFakeWorker("") { command, folder in
            var command = command
            command.program = folder.appending(path: "nothing").path
            #expect(throws: ExperimentsError.cannotStart(program: command.program, reason: "No such file or directory")) {
                _ = try Worker(command)
            }
        }
    }

    private func waitForFile(_ name: String, in folder: URL) async throws {
        let path = folder.appending(path: name).path
        let isThere: Bool? = try await Deadline.hang.poll { FileManager.default.fileExists(atPath: path) ? true : nil }
        try #require(isThere == true)
    }

    private func numbers(in folder: URL) async throws -> [Int] {
        try await waitForFile("ids", in: folder)
        let text = try String(contentsOf: folder.appending(path: "ids"), encoding: .utf8)
        return text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    }
}
