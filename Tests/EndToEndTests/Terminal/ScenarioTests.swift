import Foundation
import TestSupport
import Testing

@Suite("What the explorer writes")
struct ScenarioTests {
    @Test("A scenario that was saved is an accelerator for every command, and an export says what it was made with")
    func saved() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer("--study hashemi2017")
            try await terminal.press("e")
            try await terminal.enter("clock=300 control.energy*2")
            try await terminal.wait(for: "what if")
            try await terminal.press(":")
            try await terminal.enter("save quick")
            try await terminal.wait(for: "saved:")
            for format in ["svg", "csv", "json", "markdown", "latex", "text"] {
                try await terminal.press(":")
                try await terminal.enter("export \(format) out.\(format)")
                try await terminal.wait(for: "written: out.\(format)")
                let text = try String(contentsOf: shell.sandbox.home.appending(path: "out.\(format)"), encoding: .utf8)
                for fact in ["hashemi2017", "clock=300", "0.1.0"] { #expect(text.contains(fact), "\(format) lacks \(fact)") }
            }
            try await terminal.press(":")
            try await terminal.enter("export csv ~/home.csv")
            try await terminal.wait(for: "written: /")
            #expect(FileManager.default.fileExists(atPath: shell.sandbox.home.appending(path: "home.csv").path))
            try await terminal.press(":")
            try await terminal.enter("export svg out.svg")
            try await terminal.wait(for: "'out.svg' is there already: name another file, as :export svg other.svg")
            try await terminal.press(":")
            try await terminal.enter("export markdown out.markdown")
            try await terminal.wait(for: "as :export markdown other.md")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            let table = try await shell.lines(
                of: "\(BuiltPrograms.bitfront.path) explain alex/fixed8 power --study hashemi2017 --accelerator quick")
            #expect(table.contains { $0.contains("300") })
            let program = BuiltPrograms.bitfront.path
            let same = try await shell.lines(of: "\(program) explain alex/fixed8 power --study hashemi2017 --scenario quick")
            #expect(same == table)
            let frame = try await shell.lines(of: "\(program) --screen bars --study hashemi2017 --scenario quick")
            #expect(frame.first?.contains("quick 300 MHz") == true)
            try await shell.startExplorer("--study hashemi2017 --scenario quick")
            #expect(try await terminal.screen().contains("quick 300 MHz"))
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            let names = try await shell.lines(of: "\(program) ---completion table -- --scenario 2 0 bitfront table ''")
            #expect(names.contains("quick"))
        }
    }

    @Test(
        "A scenario that is asked for by name is shown as it is, whatever was tried last; it is remembered once something was tried on it"
    )
    func remembered() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            let program = BuiltPrograms.bitfront.path
            let scenario = """
                kind: accelerator
                name: calm
                title: Calm
                source: a test
                costs: generic-65nm
                tile: { neurons: 8, synapses: 16, sb_entries: 640, nbin_entries: 64, nbout_entries: 64, clock_mhz: 400 }
                """
            try shell.sandbox.write(scenario, to: ".config/bitfront/presets/accelerators/calm.yaml")
            func leave() async throws {
                try await terminal.press("C-c")
                try await shell.waitForPrompt()
            }
            try await shell.startExplorer("--study hashemi2017")
            try await terminal.press("e")
            try await terminal.enter("neurons=32")
            try await terminal.wait(for: "what if neurons=32")
            try await leave()
            try await shell.startExplorer("--study hashemi2017 --scenario calm")
            let shown = try await terminal.screenAtRest()
            try await terminal.press("T")
            try await terminal.wait(for: "colours: light")
            #expect(shown.contains("calm") && !shown.contains("neurons=32"), "\(shown)")
            try await leave()
            try await shell.startExplorer("--study hashemi2017")
            #expect(try await terminal.screenAtRest().contains("what if neurons=32"), "only looked at, it is not remembered")
            let view = shell.sandbox.home.appending(path: ".local/state/bitfront/views/hashemi2017")
            #expect(try String(contentsOf: view, encoding: .utf8).hasPrefix("light\n"), "colours are of no accelerator")
            try await leave()
            try await shell.startExplorer("--study hashemi2017 --scenario calm")
            try await terminal.press("e")
            try await terminal.enter("sb=320")
            try await terminal.wait(for: "sb=320")
            try await leave()
            try await shell.startExplorer("--study hashemi2017")
            #expect(try await terminal.screenAtRest().contains("what if calm (sb=320)"))
            try await leave()
            let plain = try await shell.lines(of: "\(program) --screen table --study hashemi2017 --scenario calm")
            #expect(plain.first?.contains("calm") == true && !plain.joined().contains("sb=320"))
            try FileManager.default.removeItem(
                at: shell.sandbox.home.appending(path: ".config/bitfront/presets/accelerators/calm.yaml"))
            try await shell.startExplorer("--study hashemi2017")
            let lost = try await terminal.screenAtRest()
            #expect(lost.contains("there is no accelerator 'calm' any more, on which this study was left"), "\(lost)")
            #expect(!lost.contains("sb=320"), "it would be a change of another accelerator")
            try await leave()
        }
    }

    @Test("Another study is opened in its place, each as it was left; presets are read again for it, and a broken one is told of")
    func studies() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            func open(_ name: String) async throws {
                try await terminal.press(":")
                try await terminal.enter("study \(name)")
            }
            try await shell.startExplorer("--study hashemi2017")
            try await terminal.press("5")
            try await terminal.wait(for: "MAC units in use")
            let layers = try await terminal.screenAtRest()
            try await open("default")
            try await terminal.wait(for: "study default")
            try await terminal.press("2")
            try await terminal.wait(for: "row ")
            try shell.sandbox.write("kind: [", to: ".config/bitfront/presets/studies/broken.yaml")
            try await open("hashemi2017")
            try await terminal.wait(for: "study hashemi2017 · 1 preset")
            try await terminal.press("?", "Escape")
            let again = try await terminal.screenAtRest()
            #expect(again.split(separator: "\n").dropLast(2) == layers.split(separator: "\n").dropLast(2), "\(again)")
            try await open("none")
            try await terminal.wait(for: "there is no study 'none': there are default, hashemi2017")
            // What is typed ahead is done in the study that opens.
            try await terminal.press(
                ":", "s", "t", "u", "d", "y", "Space", "d", "e", "f", "a", "u", "l", "t", "Enter", "n", "n", "3")
            try await terminal.wait(for: "power mW")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            try await shell.startExplorer()
            try await terminal.wait(for: "power mW")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("Colours that are asked for are those of one session; those that T chooses stay")
    func colours() async throws {
        try await ShellInTerminal.run { shell in
            let file = shell.sandbox.home.appending(path: ".local/state/bitfront/views/hashemi2017")
            func colours() throws -> Substring? { try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first }
            func leave() async throws {
                try await shell.terminal.press("C-c")
                try await shell.waitForPrompt()
            }
            try await shell.startExplorer("--study hashemi2017 --theme colorblind")
            try await leave()
            #expect(try colours() == "default")
            try await shell.startExplorer("--study hashemi2017")
            try await shell.terminal.press("T")
            try await shell.terminal.wait(for: "colours: light")
            try await leave()
            #expect(try colours() == "light")
            try await shell.startExplorer("--study hashemi2017 --theme default")
            try await leave()
            #expect(try colours() == "light")
        }
    }

    @Test("An export holds what the screen shows, under a name with spaces too")
    func screens() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            func export(_ line: String, to name: String) async throws -> String {
                try await terminal.press(":")
                try await terminal.enter("export \(line)")
                try await terminal.wait(for: "written:")
                return try String(contentsOf: shell.sandbox.home.appending(path: name), encoding: .utf8)
            }
            try await shell.startExplorer("--study hashemi2017")
            try await terminal.press("3")
            let breakdown = try JSON(parsing: await export("json my bars.json", to: "my bars.json"))
            let float = try #require(breakdown["breakdown"]?.elements.first)
            #expect(float["precision"]?.string == "float32" && float["components"]?.elements.isEmpty == false)
            #expect(float["buffer_power_share_percent"]?.number != nil && breakdown["study"]?.string == "hashemi2017")
            try await terminal.press("4")
            let comparison = try JSON(parsing: await export("json ~/my pairs.json", to: "my pairs.json"))
            #expect(comparison["reference"] != nil && comparison["others"]?.elements.count == 1)
            try await terminal.press("5")
            let layers = try await export("csv my layers.csv", to: "my layers.csv")
            #expect(layers.hasPrefix("name,kind,input,output,macs") && layers.contains("conv1"))
            try await terminal.press("6")
            try await terminal.press(":")
            try await terminal.enter("export csv queue.csv")
            try await terminal.wait(for: "the queue is empty")
            try await terminal.press("Escape")
            try await terminal.press("3")
            #expect(try await export("svg bars.svg", to: "bars.svg").contains(">total mW</text>"))
            try await terminal.press(":")
            try await terminal.enter("export svg no such folder/bars.svg")
            try await terminal.wait(for: "its folder is not there")
        }
    }

    @Test("A file that has no room is said to have none and leaves nothing behind, so that the same command does it later")
    func noRoom() async throws {
        try await ShellInTerminal.run { shell in
            let (terminal, home) = (shell.terminal, shell.sandbox.home)
            func files(in folder: URL) -> [String] {
                ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.contains("identifier") }
                    .sorted()
            }
            // A limit of size is met where a full disk would be: the file is made, and has no room to become complete.
            try await terminal.enter("trap '' XFSZ")
            let explorer = try await shell.startExplorer("--study hashemi2017")
            let limit = try Program(named: "prlimit")
            try await shell.command("whatif clock=300 control.energy*2", says: "what if")
            try await terminal.screenAtRest()
            try await limit.output(["--pid", "\(explorer)", "--fsize=1500:unlimited"])
            let before = files(in: home)
            try await shell.command("export svg out.svg", says: "'out.svg' cannot be written: File too large")
            #expect(files(in: home) == before)
            try await shell.command("save quick", says: "quick.yaml' cannot be written: File too large")
            for kind in ["accelerators", "costs"] { #expect(files(in: shell.sandbox.presets.appending(path: kind)) == []) }
            try await limit.output(["--pid", "\(explorer)", "--fsize=unlimited"])
            try await shell.command("export svg out.svg", says: "written: out.svg")
            try await shell.command("save quick", says: "saved:")
            #expect(files(in: shell.sandbox.presets.appending(path: "costs")) == ["quick.yaml"])
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("A scenario that is saved again takes the place of the user's own, whole, once that was asked for twice")
    func savedAgain() async throws {
        try await ShellInTerminal.run { shell in
            let (terminal, presets) = (shell.terminal, shell.sandbox.presets)
            func accelerator() throws -> String {
                try String(contentsOf: presets.appending(path: "accelerators/quick.yaml"), encoding: .utf8)
            }
            try await shell.startExplorer("--study hashemi2017")
            try await shell.command("whatif control.energy*2", says: "what if")
            try await shell.command("save quick", says: "saved:")
            let first = try accelerator()
            try await shell.command("whatif clock=300 control.energy*3", says: "clock=300")
            try await shell.command(
                "save quick", says: "you have an accelerator 'quick' already: the same command again replaces it")
            #expect(try accelerator() == first)
            try await shell.command("save quick", says: "saved:")
            #expect(try accelerator().contains("300") && accelerator().contains("costs: quick-2"))
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
            try await shell.sandbox.output("presets", "check")
            // What is read at a start is the user's own as well.
            try await shell.startExplorer("--study hashemi2017")
            try await shell.command("whatif clock=200", says: "clock=200")
            try await shell.command("save quick", says: "the same command again replaces it")
            try await shell.command("save quick", says: "saved:")
            #expect(try accelerator().contains("200") && !accelerator().contains("quick-2"))
            try await shell.command("save tile-65nm", says: "there is an accelerator 'tile-65nm' already")
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test("A preset that is there already is said to be, and stays")
    func savedTwice() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer("--study hashemi2017")
            try shell.sandbox.write("mine", to: ".config/bitfront/presets/accelerators/quick.yaml")
            try await terminal.press(":")
            try await terminal.enter("whatif control.energy*2")
            try await terminal.wait(for: "what if")
            try await terminal.press(":")
            try await terminal.enter("save quick")
            try await terminal.wait(for: "quick.yaml' is there already")
            let presets = shell.sandbox.presets
            #expect(try String(contentsOf: presets.appending(path: "accelerators/quick.yaml"), encoding: .utf8) == "mine")
            #expect(!FileManager.default.fileExists(atPath: presets.appending(path: "costs/quick.yaml").path))
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }
}
