import TestSupport
import Testing

@Suite("A wrong command line")
struct CommandLineMistakeTests {
    @Test(
        "An unknown network is refused with status 64 and the names there are",
        arguments: [["layers", "alexnet"], ["compare", "alexnet/fixed8", "alex/fixed8"], ["run", "alexnet/fixed8"]])
    func unknownNetwork(arguments: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            for name in ["alexnet", "lenet", "convnet", "alex+", "alex++"] { #expect(result.errors.contains(name)) }
        }
    }

    @Test(
        "What does not exist or make sense is refused with status 64 and a message",
        arguments: [
            ["layers", "alex", "--precision", "fixed99"], ["table", "--study", "nosuch"], ["table", "--format", "xml"],
            ["table", "--sort", "nosuch"], ["table", "--columns", "nosuch"], ["table", "--nosuch"], ["nosuch"],
            ["table", "--columns", ""], ["table", "--columns", "network", "--format", "csv"],
            ["validate", "--accelerator", "nosuch"],
            ["compare", "alex/fixed8", "alex/pow2", "--dataset", "mnist"],
            ["breakdown", "--precision", "fixed:0,8"], ["breakdown", "--precision", "pow2:6,99"],
            ["breakdown", "--accelerator", "nosuch"],
            ["frontier", "--width", "0"], ["frontier", "--dataset", "nosuch"], ["validate", "--tolerance", "many"],
            ["run", "lenet"], ["run", "lenet/fixed8", "--dataset", "nosuch"], ["run", "lenet/fixed8", "--epochs", "0"], ["layers"],
        ])
    func refused(arguments: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(!result.errors.isEmpty)
        }
    }

    @Test(
        "A word that is nearly a command, an option before one and a number below zero are answered with what would do",
        arguments: [
            (["tabel"], "did you mean table?"), (["nonsense"], "there are explore, table"),
            (["--store", "x", "table"], "bitfront table --store"), (["run", "lenet/fixed8", "--epochs", "-1"], "-1 epochs"),
            (["frontier", "--width", "-3"], "-3x30 is out of range"),
        ])
    func advised(arguments: [String], advice: String) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(result.status == 64 && result.output.isEmpty)
            #expect(result.errors.contains(advice), "\(result.errors)")
        }
    }

    @Test("Control characters of the command line do not reach the terminal")
    func controlCharacters() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("layers", "al\u{1b}[31mex\u{7}")
            #expect(result.status == 64)
            #expect(!result.errors.contains { $0 == "\u{1b}" || $0 == "\u{7}" })
        }
    }

    @Test("Help and version succeed", arguments: [["--help"], ["--version"], ["help", "table"], ["run", "--help"]])
    func help(arguments: [String]) async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.bitfront.output(arguments, in: sandbox.home)
            #expect(text.contains("bitfront"))
        }
    }

    @Test("Completions are written for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        try await withSandbox { sandbox in
            let script = try await sandbox.output("--generate-completion-script", shell)
            #expect(script.contains("frontier"))
        }
    }

    @Test(
        "Names are completed from the presets that are in force, a user's own among them",
        arguments: [
            ("run", "positional@0", "tiny/fixed8"), ("layers", "positional@0", "tiny"), ("table", "--study", "hashemi2017"),
        ])
    func names(command: String, place: String, name: String) async throws {
        try await withSandbox { sandbox in
            try sandbox.write(OwnDataset.network, to: ".config/bitfront/presets/networks/tiny.yaml")
            // What the scripts ask for: the place on the line, and the words of it.
            let names = try await sandbox.output("---completion", command, "--", place, "2", "0", "bitfront", command, "")
            #expect(names.split(separator: "\n").contains(Substring(name)))
        }
    }
}
