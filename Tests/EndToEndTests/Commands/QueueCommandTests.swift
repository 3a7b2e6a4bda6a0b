import Foundation
import TestSupport
import Testing

@Suite("bitfront queue")
struct QueueCommandTests {
    static let keys: Set = [
        "key", "state", "request", "reason", "priority", "position", "parent_key", "network", "dataset", "precision", "radix",
        "recipe", "seed", "attempts", "worker", "done_percent", "finished_epochs", "epochs", "loss", "images_per_second",
        "seconds_left", "estimated_seconds", "added_at_unix_seconds", "started_at_unix_seconds", "ended_at_unix_seconds",
    ]

    /// The first line of the list as CSV.
    static let header =
        "key,state,request,reason,priority,position,parent_key,network,dataset,precision,radix,recipe,seed,attempts,worker,"
        + "done_percent,finished_epochs,epochs,loss,images_per_second,seconds_left,estimated_seconds,added_at_unix_seconds,"
        + "started_at_unix_seconds,ended_at_unix_seconds"

    /// Runs something with a queue of a parent and a child, which nobody works.
    private func withQueue(_ body: (Sandbox, [String]) async throws -> Void) async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            try await sandbox.addOwnDataset()
            var bash = try Program(named: "bash")
            bash.environment = sandbox.environment
            bash.environment["BITFRONT_TRAINER"] = sandbox.home.appending(path: "worker").path
            // The worker is written by a process of its own: a descriptor of ours, open for writing, could be inherited by a program that
            // another test starts, and until that ends nobody can start the worker. The runner is killed before its worker: it would start
            // another one. Without a runner nothing comes to run, which is not to be waited for.
            let command = """
                printf '#!/bin/sh\\nexec sleep 600\\n' > worker && chmod +x worker || exit 1
                "\(BuiltPrograms.bitfront.path)" run tiny/fixed8 --dataset mine \(sandbox.ownPresets.joined(separator: " ")) \\
                    --store "\(sandbox.store.path)" > run.out 2>&1 &
                runner=$!
                until "\(BuiltPrograms.bitfront.path)" queue list --format csv --store "\(sandbox.store.path)" | grep -q running
                do
                    if ! kill -0 $runner; then cat run.out >&2; exit 1; fi
                    sleep 0.1
                done
                worker=$(pgrep -P $runner)
                kill -9 $runner $worker
                """
            try await bash.output(["-c", command], in: sandbox.home)
            try await body(sandbox, store)
        }
    }

    /// The experiments in the queue.
    private func list(_ sandbox: Sandbox) async throws -> [JSON] {
        try await sandbox.json("queue", "list", "--store", sandbox.store.path).elements
    }

    @Test("Without a store the queue is empty, and asking makes none")
    func empty() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.output("queue") == "the queue is empty\n")
            #expect(try await sandbox.json("queue", "list") == .array([]))
            #expect(try await sandbox.output("queue", "list", "--format", "csv") == Self.header + "\r\n")
            #expect(!FileManager.default.fileExists(atPath: sandbox.store.path))
            let result = try await sandbox.run("queue", "pause", "0123")
            #expect(result.status == 64)
            #expect(result.errors.contains("'0123'"))
        }
    }

    @Test("What a killed runner leaves is listed, paused, resumed, reordered, cancelled and retried")
    func changes() async throws {
        try await withQueue { sandbox, store in
            let queue = try await list(sandbox)
            #expect(queue.map(\.point) == ["tiny/float32", "tiny/fixed8"])
            #expect(queue.allSatisfy { Self.keys.subtracting($0.keys) == [] })
            #expect(queue[1]["parent_key"] == queue[0]["key"])
            #expect(queue.allSatisfy { $0["priority"] == .number(10) })
            let csv = try await sandbox.output("queue", "list", "--format", "csv", "--store", sandbox.store.path)
            #expect(csv.hasPrefix(Self.header + "\r\n"))
            let parent = try #require(queue[0]["key"]?.string).prefix(12)
            let child = try #require(queue[1]["key"]?.string).prefix(12)

            func change(_ words: String...) async throws -> String {
                try await sandbox.bitfront.output(["queue"] + words + store, in: sandbox.home)
            }
            #expect(try await change("pause", "\(child)").contains("paused"))
            #expect(try await change("resume", "\(child)").contains("waiting"))
            #expect(try await change("priority", "\(child)", "20").contains("priority 20"))
            #expect(try await list(sandbox).map { $0["priority"] } == [.number(20), .number(20)])
            #expect(try await change("cancel", "\(child)").contains("cancelled"))
            #expect(try await change("retry", "\(child)").contains("waiting"))
            #expect(try await change("pause").contains("the queue is paused"))
            #expect(try await change("resume").contains("not worked by any process"))
            let wrong = try await sandbox.bitfront.run(["queue", "pause", ""] + store, in: sandbox.home)
            #expect(wrong.status == 64)
            #expect(parent != child)
        }
    }

    @Test("A paused queue says so when it is empty, and to whoever would start it in the background")
    func pausedAndEmpty() async throws {
        try await withSandbox { sandbox in
            try await sandbox.output("queue", "pause")
            let list = try await sandbox.output("queue", "list")
            #expect(list == "the queue is empty; it is paused, so that nothing is begun: 'bitfront queue resume' ends that\n")
            let work = try await sandbox.output("queue", "work", "--detach")
            #expect(work.hasPrefix("the queue is paused, so that nothing is begun") && !work.contains("process"))
        }
    }

    @Test("In the background, what waits is run to its end, and the queue shows it")
    func background() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            try await sandbox.addOwnDataset()
            let said = try await sandbox.bitfront.output(
                ["run", "tiny/float32", "--dataset", "mine", "--epochs", "1", "--detach"] + sandbox.ownPresets + store,
                in: sandbox.home)
            #expect(said.contains("in the background"))
            var last: [JSON] = []
            let isDone: Bool? = try await Deadline.hang.poll {
                last = try await list(sandbox)
                return last.map { $0["state"] } == [.string("done")] ? true : nil
            }
            #expect(isDone == true, "\(last)")
            // Its process has nothing left to do.
            let isOver: Bool? = try await Deadline.hang.poll {
                let text = try await sandbox.bitfront.output(["queue", "clear"] + store, in: sandbox.home)
                return text.contains("not worked by any process") ? true : nil
            }
            #expect(isOver == true)
        }
    }

    @Test("A run whose worker cannot run says why, with the status of its kind, and can be retried")
    func failure() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            try sandbox.breakOwnDataset()
            let run = ["run", "tiny/float32", "--dataset", "mine", "--store", sandbox.store.path] + sandbox.ownPresets
            let result = try await sandbox.bitfront.run(run, in: sandbox.home)
            #expect(result.status == 65)
            #expect(result.errors.contains("train-images-idx3-ubyte"))
            let queue = try await list(sandbox)
            #expect(queue.map { $0["state"] } == [.string("failed")])
            #expect(queue.first?["reason"]?.string?.contains("train-images-idx3-ubyte") == true)
        }
    }
}
