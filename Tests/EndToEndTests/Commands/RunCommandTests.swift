import Foundation
import TestSupport
import Testing

@Suite("bitfront run and results")
struct RunCommandTests {
    static let keys: Set = [
        "key", "status", "network", "dataset", "precision", "radix", "seed", "recipe", "test_accuracy_percent",
        "validation_accuracy_percent", "test_images", "epochs", "seconds", "images_per_second", "history", "weights_sha256",
        "engine_version", "cpu", "threads", "created_at", "dataset_sha256",
    ]

    @Test("An experiment is trained once, kept with its provenance, and loaded the next time")
    func trainedOnce() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            let run = ["run", "lenet/fixed8", "--dataset", "digits", "--epochs", "1"] + store
            try await sandbox.bitfront.output(run, in: sandbox.home)
            let list = ["results", "list", "--format", "json"] + store
            let first = try await sandbox.bitfront.output(list, in: sandbox.home)
            let records = try JSON(parsing: first).elements
            let record = try #require(records.first { $0.point == "lenet/fixed8" })
            #expect(Self.keys.subtracting(record.keys) == [])
            #expect(record["status"] == .string("done"))
            #expect(record["dataset"] == .string("digits"))
            // Ten classes: guessing gives ten percent.
            #expect(try #require(record["test_accuracy_percent"]?.number) > 20)
            #expect(record["history"]?.elements.count == 1)

            try await sandbox.bitfront.output(run, in: sandbox.home)
            #expect(try await sandbox.bitfront.output(list, in: sandbox.home) == first)

            let key = try #require(record["key"]?.string)
            let shown = try await sandbox.bitfront.output(["results", "show", key, "--format", "json"] + store, in: sandbox.home)
            #expect(shown.contains(key))
        }
    }

    @Test("A dry run says what it would do and trains nothing")
    func dryRun() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output(
                "run", "lenet/fixed8", "--dataset", "digits", "--dry-run")
            #expect(text.contains("lenet/fixed8"))
            let records = try await sandbox.json("results", "list").elements
            #expect(records.isEmpty)
        }
    }

    @Test("A run whose front end is killed stops at a checkpoint, which the same command goes on from")
    func orphan() async throws {
        try await withSandbox { sandbox in
            let arguments = "run lenet/float32 --dataset digits --epochs 1000 --store \(sandbox.store.path)"
            var bash = try Program(named: "bash")
            bash.environment = sandbox.environment
            // In the middle of an epoch, whatever the speed: killed when the store has the experiment as running.
            let script = """
                "\(BuiltPrograms.bitfront.path)" \(arguments) > /dev/null 2>&1 &
                until [ "$("\(BuiltPrograms.bitfront.path)" results list --format csv --store "\(sandbox.store.path)" | grep -c running)" = 1 ]
                do sleep 0.1; done
                kill -9 $!
                """
            try await bash.output(["-c", script], in: sandbox.home)
            // A worker that died as well would leave its claim, and no checkpoint of an epoch that is not finished.
            let sqlite = try Program(named: "sqlite3")
            let question =
                "SELECT (SELECT count(*) FROM checkpoints), (SELECT count(*) FROM claims), (SELECT status FROM experiments)"
            var answer = ""
            let found: Bool? = try await Deadline.hang.poll {
                answer = try await sqlite.output(["-readonly", "-cmd", ".timeout 20000", sandbox.store.path, question])
                return answer.hasPrefix("1|0|interrupted") ? true : nil
            }
            #expect(found == true, "\(answer)")
        }
    }

    @Test("An empty store has no results, and a key that is not in it is refused")
    func emptyStore() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.json("results", "list") == .array([]))
            let result = try await sandbox.run("results", "show", "0123456789ab")
            #expect(result.status == 64)
            #expect(result.errors.contains("0123456789ab"))
        }
    }
}
