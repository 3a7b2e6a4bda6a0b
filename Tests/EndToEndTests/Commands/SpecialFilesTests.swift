import Foundation
import TestSupport
import Testing

@Suite("Pipes and devices in the place of files")
struct SpecialFilesTests {
    /// Makes a pipe that nobody writes into.
    private func makePipe(at path: String, in sandbox: Sandbox) async throws {
        let folder = sandbox.home.appending(path: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await Program(named: "mkfifo").output([path], in: sandbox.home)
    }

    @Test("The explorer opens though a pipe stands where it remembers its view")
    func rememberedView() async throws {
        try await ShellInTerminal.run { shell in
            try await makePipe(at: ".local/state/bitfront/views/default", in: shell.sandbox)
            try await shell.startExplorer()
            try await shell.terminal.wait(for: ExplorerScreens.frontier)
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
        }
    }

    @Test(
        "A pipe among the presets is left out and named, and nothing waits for it",
        arguments: ["results/mine.jsonl", "results", "studies/mine.yaml", "tours/mine.yaml", "accelerators/mine.yaml"])
    func presets(place: String) async throws {
        try await withSandbox { sandbox in
            try await makePipe(at: ".config/bitfront/presets/\(place)", in: sandbox)
            let result = try await sandbox.run("table")
            #expect(result.status == 0 && result.output.contains("ALEX++"))
            #expect(result.errors.contains(place) && result.errors.contains("not a regular file"), "\(result.errors)")
        }
    }

    @Test("An import from a pipe says that it reads what somebody writes there, and reads it")
    func importedPipe() async throws {
        try await withSandbox { sandbox in
            try await makePipe(at: "own.csv", in: sandbox)
            var bash = try Program(named: "bash")
            bash.environment = sandbox.environment
            let table = "network,dataset,precision,radix,accuracy_percent\\nalex,cifar10,fixed8,global,80.5\\n"
            let script = "printf '\(table)' > own.csv & '\(BuiltPrograms.bitfront.path)' results import own.csv"
            let result = try await bash.run(["-c", script], in: sandbox.home)
            #expect(result.status == 0 && result.output.contains("1 accuracy imported"), "\(result.errors)")
            #expect(result.errors.contains("'own.csv' is no regular file"))
        }
    }

    @Test("A pipe where a data set's note should be is no data set")
    func datasets() async throws {
        try await withSandbox { sandbox in
            try await makePipe(at: ".local/share/bitfront/datasets/mine/import.json", in: sandbox)
            let result = try await sandbox.run("datasets", "list")
            #expect(result.status == 0 || result.status == 2, "\(result.errors)")
        }
    }

    @Test("What holds no store is refused by its name, with what to do: status 2", arguments: ["/dev/null", "/dev/zero", "pipe"])
    func store(path: String) async throws {
        try await withSandbox { sandbox in
            if path == "pipe" { try await makePipe(at: path, in: sandbox) }
            for command in [["results", "list"], ["table"], ["queue", "list"], ["run", "lenet/fixed8", "--dataset", "digits"]] {
                let result = try await sandbox.bitfront.run(
                    command + ["--store", path], in: sandbox.home)
                #expect(result.status == 2, "\(command): \(result.errors)")
                #expect(result.errors.contains(path) && result.errors.contains("name a file with --store FILE"), "\(result.errors)")
            }
        }
    }
}
