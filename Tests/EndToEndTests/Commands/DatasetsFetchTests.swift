import Foundation
import TestSupport
import Testing

@Suite("bitfront datasets fetch")
struct DatasetsFetchTests {
    /// The sizes of MNIST's published files.
    private static let sizes = [
        "train-images-idx3-ubyte.gz": 9_912_422, "train-labels-idx1-ubyte.gz": 28_881, "t10k-images-idx3-ubyte.gz": 1_648_877,
        "t10k-labels-idx1-ubyte.gz": 4_542,
    ]

    @Test(
        "The published MNIST is fetched from a server that breaks off, checked, and not fetched twice",
        .enabled(if: SharedDatasets.mustRun("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist"))))
    func published() async throws {
        let folder = try #require(SharedDatasets.folder("mnist"))
        let files = try Self.sizes.keys.reduce(into: [String: [UInt8]]()) {
            $0[$1] = [UInt8](try Data(contentsOf: folder.appending(path: $1)))
        }
        let server = try LoopbackServer(files: files, [.breaksOff(after: 3_000_000), .status(404), .honest])
        defer { server.close() }
        try await withSandbox { sandbox in
            let first = try await sandbox.run("datasets", "fetch", "mnist", "--from", server.address)
            #expect(first.status == 2)
            #expect(first.errors.contains("3000000 bytes are kept"))
            let records = try await sandbox.json("datasets", "fetch", "mnist", "--from", server.address)
            #expect(records.elements.first?["state"] == .string("imported"))
            #expect(records.elements.first?["train_images"] == .number(60_000))
            let requests = server.requests
            let again = try await sandbox.run("datasets", "fetch", "mnist", "--from", server.address)
            #expect(again.status == 0)
            #expect(again.errors.contains("here already"))
            #expect(server.requests == requests)
            let checks = try await sandbox.json("datasets", "check", "mnist")
            #expect(checks.elements == [.object(["name": .string("mnist"), "state": .string("good"), "problem": .null])])
            let list = try await sandbox.output("datasets", "list")
            #expect(list.contains("imported, official"))
        }
    }

    @Test("Files of the right size and the wrong content import nothing and are not kept: status 65")
    func wrongContent() async throws {
        let files = Self.sizes.mapValues { [UInt8](repeating: 0, count: $0) }
        let server = try LoopbackServer(files: files, [.honest])
        defer { server.close() }
        try await withSandbox { sandbox in
            let result = try await sandbox.run("datasets", "fetch", "mnist", "--from", server.address)
            #expect(result.status == 65)
            #expect(result.errors.contains("not the published file"))
            // Without a terminal, lines say how far it came.
            #expect(result.errors.contains("train-images-idx3-ubyte.gz: 9.9 MB of 9.9 MB, 100 %"))
            #expect(!result.errors.contains("\r"))
            let folder = sandbox.home.appending(path: ".local/share/bitfront/datasets")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("On a terminal a line says how far it came, and Ctrl-C keeps what has arrived: status 2")
    func stopped() async throws {
        let files = Self.sizes.mapValues { [UInt8](repeating: 0, count: $0) }
        let server = try LoopbackServer(files: files, [.stalls(after: 3_000_000)])
        defer { server.close() }
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await terminal.enter("\(BuiltPrograms.bitfront.path) datasets fetch mnist --from \(server.address); echo status=$?")
            try await terminal.wait(for: "of 9.9 MB, ")
            try await terminal.press("C-c")
            let screen = try await terminal.wait(for: "status=2")
            #expect(screen.contains("the same command goes on from there"))
            let part = ".local/share/bitfront/datasets/.fetching-mnist/train-images-idx3-ubyte.gz"
            let kept = try Data(contentsOf: shell.sandbox.home.appending(path: part))
            #expect((1...3_000_000).contains(kept.count))
        }
    }

    @Test("A server that does not have the files, or none at all, is named: status 2")
    func noServer() async throws {
        let server = try LoopbackServer(files: [:], [.honest])
        try await withSandbox { sandbox in
            let result = try await sandbox.run("datasets", "fetch", "svhn", "--from", server.address)
            #expect(result.status == 2)
            #expect(result.errors.contains("\(server.address)train_32x32.mat"))
            server.close()
        }
    }

    @Test(
        "A data set that nobody offers is refused before anything is downloaded: status 64",
        arguments: ["digits", "mine", "svhn-subset"])
    func notOffered(name: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("datasets", "fetch", "mnist", name, "--from", "http://127.0.0.1:1/")
            #expect(result.status == 64)
            #expect(result.errors.contains("mnist, cifar10, svhn"))
        }
    }
}
