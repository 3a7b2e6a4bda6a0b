import Foundation
import TestSupport
import Testing

@Suite("What bitfront run checks before it begins")
struct RunCheckTests {
    @Test("A data set that nobody knows is refused: status 64", arguments: [["--dry-run"], ["--detach"], []])
    func unknown(options: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(["run", "lenet/fixed8", "--dataset", "nope"] + options, in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.errors.contains("nope"))
        }
    }

    @Test("Images of another shape than the network's are refused: status 64", arguments: [["--dry-run"], ["--detach"], []])
    func shape(options: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(["run", "alex/fixed8", "--dataset", "digits"] + options, in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.errors.contains("32×32×3"))
            #expect(result.errors.contains("28×28×1"))
        }
    }

    @Test(
        "A data set that was not imported is said at once, and how it is: status 2", arguments: [["--dry-run"], ["--detach"], []])
    func absent(options: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(["run", "lenet/fixed8", "--dataset", "mnist"] + options, in: sandbox.home)
            #expect(result.status == 2)
            #expect(result.errors.contains("datasets import mnist"))
            #expect(!result.output.contains("running in the background"))
        }
    }

    @Test("A result that came with the program is pointed out before the same is trained again", arguments: ["paper", "strong"])
    func shipped(recipe: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(["run", "alex/fixed8", "--recipe", recipe, "--dry-run"], in: sandbox.home)
            let key = try #require(result.output.split(separator: "\n").last?.prefix(12))
            #expect(result.errors.contains("came with the program ('bitfront results show \(key)')"))
            let other = try await sandbox.bitfront.run(["run", "alex/fixed8", "--seed", "99", "--dry-run"], in: sandbox.home)
            #expect(!other.errors.contains("came with the program"))
        }
    }

    @Test("A dry run says in its table what is in the way, and ends as the run would")
    func dryRun() async throws {
        try await withSandbox { sandbox in
            let cases = [
                ("lenet/fixed8", "mnist", "is not in"), ("alex/fixed8", "digits", "32×32×3"), ("lenet/fixed8", "nope", "nope"),
            ]
            for (point, dataset, words) in cases {
                let command = ["run", point, "--dataset", dataset]
                let real = try await sandbox.bitfront.run(command, in: sandbox.home)
                let dry = try await sandbox.bitfront.run(command + ["--dry-run"], in: sandbox.home)
                #expect(dry.status == real.status && dry.errors == real.errors)
                #expect(dry.output.contains("cannot run: ") && dry.output.contains(words), "\(dry.output)")
                #expect(!dry.output.contains("to run"))
            }
        }
    }

    @Test("Neither a result nor a parent of other images under the same name is used: status 65, until it is trained anew")
    func otherImages() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let options = ["--dataset", "mine", "--epochs", "1", "--store", sandbox.store.path] + sandbox.ownPresets
            let float = ["run", "tiny/float32"] + options
            try await sandbox.bitfront.output(float, in: sandbox.home)
            let others = sandbox.home.appending(path: "others")
            try OwnDataset.write(to: others, noise: 7)
            try await sandbox.output("datasets", "import", "mine", others.path)
            for command in [float, ["run", "tiny/fixed8"] + options, ["sweep", "--grid", "tiny x fixed8", "--yes"] + options] {
                let result = try await sandbox.bitfront.run(command, in: sandbox.home)
                #expect(result.status == 65)
                #expect(result.errors.contains("--force"))
            }
            try await sandbox.bitfront.output(float + ["--force"], in: sandbox.home)
            try await sandbox.bitfront.output(["run", "tiny/fixed8"] + options, in: sandbox.home)
        }
    }
}
