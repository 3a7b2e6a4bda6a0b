import Foundation
import TestSupport
import Testing

@Suite("Names that nobody vouches for")
struct HostileNamesTests {
    /// As YAML writes them: escape sequences, line ends, right-to-left marks, wide and combining characters.
    static let titles = [
        #"\e[2J\e]0;owned\a"#, #"two\nlines\r\tand more"#, #"\u202EXELA\u2066"#, #"网络网络网络网络"#, #"e\u0301\u0302\u0303\u0489"#,
        #"\x9B31m\x85"#, #"👩‍👩‍👧‍👦 family"#,
    ]

    /// Whether a terminal would obey a part of a text instead of showing it.
    private static func isHarmful(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control: scalar != "\n" && scalar != "\r"
            case .format: scalar != "\u{200d}"
            case .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
    }

    private static let commands: [[String]] = [
        ["table"], ["table", "--format", "csv"], ["table", "--format", "json"], ["table", "--format", "markdown"],
        ["table", "--format", "latex"], ["frontier", "--dataset", "cifar10"], ["presets", "list"], ["layers", "mine"],
        ["breakdown", "--accelerator", "mine"], ["results", "list"], ["results", "list", "--format", "json"],
        ["results", "list", "--format", "csv"], ["results", "list", "--imported"], ["results", "export", "-", "--imported"],
        ["results", "verify"],
    ]

    private static let screens = ["frontier", "table", "bars", "compare", "layers", "runs"]

    private static func check(_ sandbox: Sandbox, _ options: [String] = []) async throws {
        for command in commands {
            let result = try await sandbox.bitfront.run(command + options, in: sandbox.home)
            #expect(!isHarmful(result.output) && !isHarmful(result.errors), "\(command)")
            #expect(result.status != 139 && result.status != 132 && result.status != 133, "\(command) crashed")
        }
        for screen in screens {
            for format in ["text", "svg"] {
                let frame = ["--screen", screen, "--keys", "G,m,k,m,w,esc,?,esc", "--format", format] + options
                let result = try await sandbox.bitfront.run(frame, in: sandbox.home)
                #expect(!isHarmful(result.output) && !isHarmful(result.errors), "\(frame)")
            }
        }
    }

    @Test(
        "Networks and accelerators of such titles are refused with a message that can be shown, or shown harmless",
        arguments: titles.indices)
    func presets(index: Int) async throws {
        try await withSandbox { sandbox in
            let title = Self.titles[index]
            let folder = ".config/bitfront/presets"
            try sandbox.write(
                OwnDataset.network.replacingOccurrences(of: "name: tiny", with: "name: mine")
                    .replacingOccurrences(of: "title: Tiny", with: "title: \"\(title)\""), to: "\(folder)/networks/mine.yaml")
            try sandbox.write(
                """
                kind: accelerator
                name: mine
                title: "\(title)"
                source: "\(title)"
                costs: generic-65nm
                tile: { neurons: 16, synapses: 16, sb_entries: 320, nbin_entries: 64, nbout_entries: 64, clock_mhz: 250 }

                """, to: "\(folder)/accelerators/mine.yaml")
            try sandbox.write("kind: network\nname: \"\(title)\"\n", to: "\(folder)/networks/other.yaml")
            try await Self.check(sandbox)
        }
    }

    @Test("Texts in a store that no import would have let in are shown harmless everywhere")
    func store() async throws {
        try await withSandbox { sandbox in
            let rows = ["fixed4", "fixed8", "binary", "pow2", "float32"].map { "alex,cifar10,\($0),global,80,9000,note,mine\n" }
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,test_images,note,source\n" + rows.joined(), to: "own.csv")
            let store = ["--store", sandbox.store.path]
            try await sandbox.bitfront.output(["results", "import", "own.csv"] + store, in: sandbox.home)
            let hostile =
                "char(27)||'[2J'||char(27)||']0;x'||char(7)||char(10)||'b'||char(13)||char(155)||'31m'||char(8238)||'XELA'||'网络e'||char(769)||char(1161)"
            var sqlite = try Program(named: "sqlite3")
            sqlite.environment = sandbox.environment
            try await sqlite.output(
                [sandbox.store.path, "UPDATE imported_accuracies SET note = \(hostile), imported_at = \(hostile)"], in: sandbox.home
            )
            let listed = try await sandbox.bitfront.output(["results", "list", "--imported"] + store, in: sandbox.home)
            #expect(listed.contains("XELA"))
            try await Self.check(sandbox, store)
            // What is in no key may be anything; a source that was changed is no longer that of its key.
            try await sqlite.output(
                [sandbox.store.path, "UPDATE imported_accuracies SET source = \(hostile), network = \(hostile)"], in: sandbox.home)
            try await Self.check(sandbox, store)
        }
    }
}
