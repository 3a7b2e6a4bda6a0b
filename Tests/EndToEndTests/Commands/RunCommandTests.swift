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
            try await sandbox.bitfront.output(run, in: sandbox.home, timeout: .seconds(240))
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
                "run", "lenet/fixed8", "--dataset", "digits", "--dry-run", "--store", sandbox.store.path)
            #expect(text.contains("lenet/fixed8"))
            let records = try await sandbox.json("results", "list", "--store", sandbox.store.path).elements
            #expect(records.isEmpty)
        }
    }

    @Test("An empty store has no results, and a key that is not in it is refused")
    func emptyStore() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.json("results", "list", "--store", sandbox.store.path) == .array([]))
            let result = try await sandbox.run("results", "show", "0123456789ab", "--store", sandbox.store.path)
            #expect(result.status == 64)
            #expect(result.errors.contains("0123456789ab"))
        }
    }
}
