import Foundation
import TestSupport
import Testing

@Suite("bitfront sweep")
struct SweepCommandTests {
    /// The arguments of a small sweep, with the presets of a user's own network.
    private func sweep(_ grid: String, in sandbox: Sandbox, _ more: String...) -> [String] {
        ["sweep", "--yes", "--grid", grid, "--epochs", "1", "--store", sandbox.store.path] + sandbox.ownPresets + more
    }

    @Test("A grid of a user's own network and data set is trained once, parents first; what has its result is left alone")
    func trainedOnce() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let arguments = sweep("tiny x fixed8,binary x mine", in: sandbox, "--format", "json")
            let result = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.errors.contains("3 experiments, an estimated"))
            let records = try JSON(parsing: result.output).elements
            #expect(records.map(\.point).first == "tiny/float32")
            #expect(Set(records.map(\.point)) == ["tiny/float32", "tiny/fixed8", "tiny/binary"])
            #expect(records.allSatisfy { $0["history"]?.elements.count == 1 && $0["dataset"] == .string("mine") })

            let again = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(again.status == 0)
            #expect(again.errors.contains("nothing is missing; 2 have their result already"))
            let queue = try await sandbox.json("queue", "list", "--store", sandbox.store.path).elements
            #expect(queue.count == 3)
            #expect(queue.allSatisfy { $0["state"] == .string("done") })

            let run = ["run", "tiny/fixed4@layer", "--dataset", "mine", "--epochs", "1", "--store", sandbox.store.path]
            let byName = try await sandbox.bitfront.run(run + sandbox.ownPresets, in: sandbox.home)
            #expect(byName.status == 0, "\(byName.errors)")
            #expect(byName.output.contains("tiny/fixed4@layer"))
        }
    }

    @Test("Where nobody can be asked nothing is begun without --yes: status 2")
    func nobodyToAsk() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("sweep", "--grid", "lenet x fixed8 x digits", "--store", sandbox.store.path)
            #expect(result.status == 2 && result.output.isEmpty)
            #expect(result.errors.contains("nothing was begun: would run 2 experiments; --yes does it"), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: sandbox.store.path))
        }
    }

    @Test("A dry run shows order, parents and time, and begins nothing")
    func dryRun() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let arguments = sweep(
                "lenet x fixed8,fixed4@layer x digits", in: sandbox, "--seeds", "1,2", "--dry-run", "--format", "json")
            let plan = try JSON(parsing: try await sandbox.bitfront.output(arguments, in: sandbox.home)).elements
            #expect(plan.count == 6)
            #expect(plan.compactMap { $0["order"]?.number } == [1, 2, 3, 4, 5, 6])
            for seed in [1.0, 2] {
                let points = plan.filter { $0["seed"]?.number == seed }.map(\.point)
                #expect(points.first == "lenet/float32")
                #expect(Set(points) == ["lenet/float32", "lenet/fixed8", "lenet/fixed4"])
            }
            #expect(plan.allSatisfy { $0["estimated_seconds"]?.number ?? 0 > 0 })
            #expect(!FileManager.default.fileExists(atPath: sandbox.store.path))
        }
    }

    @Test("A study is what its paper has, as far as the data sets are here")
    func study() async throws {
        try await withSandbox { sandbox in
            let store = sandbox.store.path
            let digits = try await sandbox.json(
                "sweep", "--study", "default", "--dataset", "digits", "--dry-run", "--store", store)
            #expect(digits.elements.count == 7)
            let nothing = try await sandbox.run(
                "sweep", "--study", "hashemi2017", "--dataset", "mnist", "--dry-run", "--store", store)
            #expect(nothing.status == 2, "what can be fetched is no mistake of the line")
            #expect(nothing.errors.contains("mnist is not here"))
            // Results that have come with the program need no images.
            let shipped = try await sandbox.run("sweep", "--grid", "alex x fixed8 x cifar10", "--recipe", "strong", "--dry-run")
            #expect(shipped.status == 0 && !shipped.errors.contains("not here"), "\(shipped.errors)")
        }
    }

    @Test(
        "A mistake on the command line is named, with what would do",
        arguments: [
            (["--grid", "lenet"], "NETWORKS x PRECISIONS"), (["--grid", "lenet x fixed9"], "fixed9"),
            (["--grid", "lenet x fixed8 x mnits"], "'mnits'"), (["--grid", "nonet x fixed8 x digits"], "'nonet'"),
            (["--grid", "alex x fixed8 x digits"], "28×28×1"), (["--dataset", "mnits"], "'mnits'"),
            (["--grid", "lenet x fixed8 x digits", "--dataset", "digits"], "use one"), (["--seeds", "1,x"], "1,x"),
            (["--seed", "1", "--seeds", "1"], "use one"), (["--jobs", "0"], "--jobs 0"), (["--recipe", "secret"], "'secret'"),
        ])
    func mistakes(arguments: [String], words: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(["sweep", "--dry-run"] + arguments, in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test(
        "Interrupted at a moment of chance by whatever signal, the same command goes on, to the same weights",
        arguments: ["INT", "TERM", "HUP", "KILL"])
    func interrupted(signal: String) async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let words =
                ["sweep", "--yes", "--grid", "tiny x fixed8,binary x mine", "--epochs", "20"] + sandbox.ownPresets + ["--store"]
            let arguments = words + [sandbox.store.path]
            let undisturbed = words + [sandbox.home.appending(path: "undisturbed.sqlite").path]
            var bash = try Program(named: "bash")
            bash.environment = sandbox.environment
            let delay = Double.random(in: 0.05...1.5)
            // Job control: without it a background job of a script ignores SIGINT.
            let script = """
                set -m
                "\(BuiltPrograms.bitfront.path)" \(arguments.map { "'\($0)'" }.joined(separator: " ")) > /dev/null 2>&1 &
                sleep \(delay); kill -\(signal) $! 2> /dev/null; wait $!; true
                """
            try await bash.output(["-c", script], in: sandbox.home)
            var weights: [[JSON?]] = []
            for command in [arguments, undisturbed] {
                let result = try await sandbox.bitfront.run(command, in: sandbox.home)
                #expect(result.status == 0, "after \(delay) s: \(result.errors)")
                let store = try #require(command.last)
                let records = try await sandbox.json("results", "list", "--store", store).elements
                weights.append(records.sorted { $0.point < $1.point }.map { $0["weights_sha256"] })
            }
            #expect(weights[0].count == 3)
            #expect(weights[0] == weights[1], "after \(delay) s")
        }
    }
}
