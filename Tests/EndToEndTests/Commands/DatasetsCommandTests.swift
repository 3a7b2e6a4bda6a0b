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
}
