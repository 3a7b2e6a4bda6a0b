import Foundation
import TestSupport
import Testing

@Suite("bitfront presets")
struct PresetsCommandTests {
    @Test("The presets that come with the program are well-formed")
    func shipped() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("presets", "check")
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
        }
    }

    @Test("Every kind of preset is listed")
    func list() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("presets", "list")
            for name in ["lenet", "convnet", "alex", "alex+", "alex++", "tile-65nm", "generic-65nm", "hashemi2017"] {
                #expect(text.contains(name))
            }
        }
    }

    @Test("A tour of another study than the one that is asked for is refused, and it is said how to get it")
    func tourOfAnotherStudy() async throws {
        try await withSandbox { sandbox in
            let study = "the tour 'hashemi2017' is of the study 'default': "
            let presented = try await sandbox.run("present", "hashemi2017", "--study", "hashemi2017")
            #expect(
                presented.status == 64 && presented.errors.contains(study + "bitfront present hashemi2017"), "\(presented.errors)")
            let keys = ["--screen", "table", "--study", "hashemi2017", "--keys", ":present hashemi2017"]
            let frame = try await sandbox.bitfront.run(keys, in: sandbox.home)
            #expect(frame.status == 64 && frame.errors.contains(study + ":study default opens it"), "\(frame.errors)")
            let pressed = try await sandbox.output("--screen", "table", "--study", "hashemi2017", "--keys", "P")
            #expect(pressed.contains(study + ":study default opens it"), "\(pressed)")
        }
    }

    /// The shipped cost table under another name with its first area negative, and the number of that line.
    private func costsWithNegativeArea() throws -> (text: String, line: Int) {
        let file = Checkout.file("Presets/costs/generic-65nm.yaml")
        var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let index = try #require(lines.firstIndex { $0.hasPrefix("    area_um2: ") })
        lines[index] = "    area_um2: -4.2"
        return (lines.joined(separator: "\n").replacing("name: generic-65nm", with: "name: broken-65nm"), index + 1)
    }

    @Test("A negative area is refused with file, line, what was found and what was expected: status 65")
    func negativeArea() async throws {
        try await withSandbox { sandbox in
            let (text, line) = try costsWithNegativeArea()
            let file = try sandbox.write(text, to: "broken.yaml")
            let result = try await sandbox.run("presets", "check", file.path)
            #expect(result.status == 65)
            #expect(result.errors.contains("broken.yaml:\(line):"))
            #expect(result.errors.contains("-4.2"))
            #expect(result.errors.contains("expected"))
        }
    }

    @Test("A folder of presets that is not there is a mistake of the command line", arguments: [["table"], ["presets", "list"]])
    func missingFolder(command: [String]) async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.bitfront.run(
                command + ["--presets", "/nonexistent"], in: sandbox.home)
            #expect(result.status == 64)
            #expect(result.output.isEmpty)
            #expect(result.errors.contains("--presets '/nonexistent': there is no such folder"))
        }
    }

    @Test("Files that are checked together may refer to each other")
    func together() async throws {
        try await withSandbox { sandbox in
            func copy(_ name: String, _ change: (String) -> String) throws -> String {
                let text = try String(contentsOf: Checkout.file("Presets/\(name)"), encoding: .utf8)
                return try sandbox.write(change(text), to: "mine-\(name.replacing("/", with: "-"))").path
            }
            let costs = try copy("costs/generic-65nm.yaml") { $0.replacing("name: generic-65nm", with: "name: my-costs") }
            let tile = try copy("accelerators/tile-65nm.yaml") {
                $0.replacing("name: tile-65nm", with: "name: my-tile").replacing("costs: generic-65nm", with: "costs: my-costs")
            }
            #expect(try await sandbox.run("presets", "check", tile).status == 65)
            #expect(try await sandbox.run("presets", "check", tile, costs).status == 0)
        }
    }

    @Test("A broken preset of the user's is named, and the program goes on without it")
    func brokenUserPreset() async throws {
        try await withSandbox { sandbox in
            let (text, line) = try costsWithNegativeArea()
            try sandbox.write(text, to: ".config/bitfront/presets/costs/broken.yaml")
            let table = try await sandbox.run("table", "--study", "hashemi2017", "--format", "json")
            #expect(table.status == 0)
            #expect(table.errors.contains("broken.yaml:\(line):"))
            #expect(try JSON(parsing: table.output).elements.count >= 27)
            #expect(try await sandbox.run("presets", "check").status == 65)
        }
    }

    @Test("A user's preset overrides the one of its name, in the user's folder and with --presets", arguments: [true, false])
    func override(isInUserFolder: Bool) async throws {
        try await withSandbox { sandbox in
            let shipped = Checkout.file("Presets/accelerators/tile-65nm.yaml")
            let slower = try String(contentsOf: shipped, encoding: .utf8).replacing("clock_mhz: 250", with: "clock_mhz: 125")
            let folder = isInUserFolder ? ".config/bitfront/presets" : "mine"
            try sandbox.write(slower, to: "\(folder)/accelerators/tile-65nm.yaml")
            let arguments = ["table", "--study", "hashemi2017", "--where", "net=alex prec=fixed8", "--format", "json"]
            let more = isInUserFolder ? [] : ["--presets", sandbox.home.appending(path: "mine").path]
            let row = try JSON(parsing: try await sandbox.bitfront.output(arguments + more, in: sandbox.home)).elements.first
            let cycles = try #require(row?["cycles"]?.number)
            let latency = try #require(row?["latency_ms"]?.number)
            #expect(abs(latency / (cycles / 125e3) - 1) < 1e-9)
        }
    }

    @Test("A file that is not there is said so: neither a crash nor status 0")
    func missingFile() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("presets", "check", "/nonexistent/network.yaml")
            #expect(result.status == 65)
            #expect(result.errors.contains("/nonexistent/network.yaml"))
        }
    }
}
