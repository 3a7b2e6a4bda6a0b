import Foundation
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
            ["table", "--columns", ""], ["table", "--columns", "network", "--format", "json"],
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
            (["tabel"], "did you mean table?"), (["queue", "foo"], "there is no command 'queue foo': there are list, pause"),
            (["queue", "lst"], "did you mean list?"), (["results", "exprot", "x"], "did you mean export?"),
            (["datasets", "fetsh", "mnist"], "did you mean fetch?"), (["presets", "chekc"], "did you mean check?"),
            (["table", "--scenario", "tile-65n"], "there is no scenario 'tile-65n': did you mean 'tile-65nm'?"),
            (["--scenario", "tile-65n", "--screen", "bars"], "did you mean 'tile-65nm'?"),
            (["layers", "alex", "--scenario", "tile-65nm", "--accelerator", "tile-65nm"], "use one"),
            (["nonsense"], "there are explore, table"), (["help", "tabel"], "there is no command 'tabel': did you mean table?"),
            (["help", "results", "exprot"], "there is no command 'results exprot': did you mean export?"),
            (["--screen", "table", "--size", "0x0"], "each 1 to 1000"),
            (["--screen", "table", "--size", "2000x20"], "each 1 to 1000"),
            (["table", "--columns", "network,acc"], "there is no column 'acc': did you mean accuracy?"),
            (["--size", "80x24"], "--size belongs to a frame"), (["--keys", "j"], "--keys belongs to a frame"),
            (["--format", "text"], "--format belongs to a frame"),
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

    @Test(
        "A store that is named and not there is a mistake for every command that makes none: status 64",
        arguments: [
            ["table"], ["frontier"], ["compare", "alex/fixed8", "alex/pow2"], ["validate", "--accuracy"], ["results"],
            ["results", "show", "00"], ["results", "export", "out.jsonl"], ["results", "verify"], ["results", "remove", "00"],
            ["queue"], ["queue", "pause"], ["queue", "clear"], ["--screen", "table"],
        ])
    func missingStore(arguments: [String]) async throws {
        try await withSandbox { sandbox in
            let named = try await sandbox.bitfront.run(arguments + ["--store", "typo.sqlite"], in: sandbox.home)
            #expect(named.status == 64 && named.output.isEmpty)
            #expect(named.errors.contains("'typo.sqlite'"))
            let own = try await sandbox.bitfront.run(arguments, in: sandbox.home)
            #expect(!own.errors.contains("there is no such file"), "\(own.errors)")
            let files = try FileManager.default.contentsOfDirectory(atPath: sandbox.home.path)
            #expect(files.allSatisfy { !$0.contains("typo") })
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

    @Test("The help on the whole has the commands and the explorer's options", arguments: ["--help", "-h", "help"])
    func overview(word: String) async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output(word)
            for option in ["--screen <screen>", "--size <WxH>", "--keys <keys>", "--theme <theme>", "--study <name>", "frontier"] {
                #expect(text.contains("\n  \(option)"), "\(option)")
            }
        }
    }

    @Test("Completions are written for each shell", arguments: ["bash", "zsh", "fish"])
    func completions(shell: String) async throws {
        try await withSandbox { sandbox in
            let script = try await sandbox.output("--generate-completion-script", shell)
            #expect(script.contains("frontier"))
        }
    }

    @Test("Figures of explain, and keys of what is in the store, are completed")
    func keys() async throws {
        try await withSandbox { sandbox in
            #expect(try await sandbox.output("--generate-completion-script", "bash").contains("throughput"))
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,fixed8,global,81,lab\n", to: "mine.csv")
            try await sandbox.output("results", "import", "mine.csv")
            let imported = try await sandbox.json("results", "list", "--imported")
            let key = try #require(imported.elements.first?["key"]?.string)
            for command in ["show", "remove"] {
                let names = try await sandbox.output(
                    "---completion", "results", command, "--", "positional@0", "3", "0", "bitfront", "results", command, "")
                #expect(names.split(separator: "\n").contains(key.prefix(12)), "\(names)")
            }
            let none = try await sandbox.output(
                "---completion", "queue", "pause", "--", "positional@0", "3", "0", "bitfront", "queue", "pause", "")
            #expect(none.filter { !$0.isWhitespace }.isEmpty)
        }
    }

    @Test(
        "Names are completed from the presets that are in force, a user's own among them",
        arguments: [
            ("run", "positional@0", "tiny/fixed8"), ("layers", "positional@0", "tiny"), ("table", "--study", "hashemi2017"),
            ("table", "--scenario", "tile-65nm"),
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
