import Foundation
import TestSupport
import Testing

@Suite("bitfront datasets")
struct DatasetsCommandTests {
    @Test("The known data sets are listed, the procedural ones as built in")
    func list() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("datasets", "list")
            for name in ["mnist", "cifar10", "digits"] { #expect(text.contains(name)) }
        }
    }

    @Test("A folder that is not there is named: status 2")
    func missingFolder() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("datasets", "import", "mnist", "/nonexistent/mnist")
            #expect(result.status == 2)
            #expect(result.errors.contains("/nonexistent/mnist"))
        }
    }

    @Test("Training on data that was not imported says how to import it: status 2")
    func missingData() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("run", "lenet/float32", "--dataset", "mnist")
            #expect(result.status == 2)
            #expect(result.errors.contains("datasets import mnist"))
        }
    }

    @Test(
        "A published file that is cut short is named, and nothing is imported: status 65",
        .enabled(if: SharedDatasets.mustRun("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist"))),
        arguments: ["train-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"])
    func truncatedFile(name: String) async throws {
        let published = try #require(SharedDatasets.folder("mnist"))
        try await withSandbox { sandbox in
            let folder = sandbox.home.appending(path: "mnist")
            try FileManager.default.copyItem(at: published, to: folder)
            let file = folder.appending(path: name)
            let whole = try Data(contentsOf: file)
            try FileManager.default.removeItem(at: file)
            try whole.prefix(whole.count / 2).write(to: file)
            let result = try await sandbox.run("datasets", "import", "mnist", folder.path)
            #expect(result.status == 65)
            #expect(result.errors.contains(name))
            let run = try await sandbox.run("run", "lenet/float32", "--dataset", "mnist")
            #expect(run.status == 2)
        }
    }

    @Test("A check says which data set has changed since it was imported: status 1")
    func check() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.json("datasets", "check").elements.isEmpty)
            try await sandbox.addOwnDataset()
            #expect(try await sandbox.run("datasets", "check", "mine").status == 0)
            let file = sandbox.home.appending(path: ".local/share/bitfront/datasets/mine/t10k-images-idx3-ubyte")
            var bytes = try Data(contentsOf: file)
            bytes[100] ^= 1
            try bytes.write(to: file)
            let result = try await sandbox.run("datasets", "check", "--format", "json")
            #expect(result.status == 1)
            let first = try JSON(parsing: result.output).elements.first
            #expect(first?["state"] == .string("damaged"))
            #expect(first?["problem"]?.string?.contains("has changed since it was imported") == true)
            #expect(try await sandbox.run("datasets", "check", "nothing").status == 64)
            #expect(try await sandbox.run("datasets", "check", "mnist").status == 2)
        }
    }

    @Test("Removing asks for --yes and removes that data set alone")
    func remove() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let asked = try await sandbox.run("datasets", "remove", "mine")
            #expect(asked.status == 2 && asked.errors.contains("nothing was removed") && asked.errors.contains("--yes does it"))
            #expect(try await sandbox.output("datasets", "list").contains("mine"))
            try await sandbox.output("datasets", "remove", "mine", "--yes")
            #expect(try await !sandbox.output("datasets", "list").contains("mine"))
            #expect(try await sandbox.run("datasets", "remove", "mine", "--yes").status == 64)
            #expect(try await sandbox.run("datasets", "remove", "digits", "--yes").status == 64)
        }
    }

    @Test("A data set is imported from an archive of its files")
    func archive() async throws {
        try await withSandbox { sandbox in
            let folder = sandbox.home.appending(path: "images")
            try OwnDataset.write(to: folder)
            let tar = try Program(named: "tar")
            for (name, option) in [("mine.tar", "--no-auto-compress"), ("mine.tar.gz", "--gzip"), ("mine.tar.xz", "--xz")] {
                try await tar.output(["--create", option, "--file", name, "images"], in: sandbox.home)
                let records = try await sandbox.json("datasets", "import", "mine", name)
                #expect(records.elements.first?["train_images"] == .number(400))
                #expect(records.elements.first?["state"] == .string("imported"))
            }
        }
    }

    @Test("Difficulty and seed are part of a procedural data set's name, in its one form")
    func procedural() async throws {
        try await withSandbox { sandbox in
            let plan = try await sandbox.output("run", "lenet/fixed8", "--dataset", "digits:0.80:3", "--dry-run")
            #expect(plan.contains("digits:0.8:3"))
            let result = try await sandbox.run("run", "lenet/fixed8", "--dataset", "digits:2", "--dry-run")
            #expect(result.status == 64)
            #expect(result.errors.contains("difficulty"))
            let sweep = try await sandbox.output("sweep", "--grid", "lenet x float32 x digits:0.30,digits:0.7", "--dry-run")
            #expect(sweep.contains("digits:0.3"))
            #expect(sweep.contains("digits:0.7"))
        }
    }
}
