import Foundation
import TestSupport
import Testing

@Suite("bitfront frontier")
struct FrontierCommandTests {
    /// The non-dominated points of Table V, from its published accuracies and energies.
    static let ofTableV: Set = [
        "alex/binary", "alex/pow2", "alex/fixed8", "alex++/binary", "alex++/pow2", "alex++/fixed16", "alex+/fixed16",
    ]

    @Test("The frontier of CIFAR-10 is exactly the seven points of Table V")
    func sevenPoints() async throws {
        try await withSandbox { sandbox in
            let points = try await sandbox.json("frontier", "--study", "hashemi2017", "--dataset", "cifar10").elements
            #expect(points.count == 7)
            #expect(Set(points.map(\.point)) == Self.ofTableV)
        }
    }

    @Test("The plot that the README shows is the one that is printed")
    func readme() async throws {
        try await withSandbox { sandbox in
            let text = try String(contentsOf: Checkout.file("README.md"), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let command = try #require(lines.firstIndex { $0.hasPrefix("`bitfront frontier ") })
            let words = lines[command].prefix { $0 != ":" }.replacingOccurrences(of: " prints", with: "").split(separator: " ")
            let arguments = words.dropFirst().map { $0.trimmingCharacters(in: ["`"]) }
            let printed = try await sandbox.bitfront.output(arguments, in: sandbox.home).split(separator: "\n").map { "    \($0)" }
            #expect(printed.count > 20)
            #expect(Array(lines[(command + 2)...].prefix(printed.count)) == printed)
        }
    }

    @Test("With a filter it is the frontier of the points that pass", arguments: ["area<4 net=alex", "net=alex+ or net=alex"])
    func filtered(filter: String) async throws {
        try await withSandbox { sandbox in
            let study = ["--study", "hashemi2017", "--where", filter]
            func points(_ command: [String]) async throws -> [JSON] {
                try JSON(parsing: try await sandbox.bitfront.output(command + study + ["--format", "json"], in: sandbox.home))
                    .elements
            }
            func costAndGain(_ row: JSON) -> (Double, Double)? {
                guard let cost = row["energy_uj"]?.number, let gain = row["accuracy_percent"]?.number else { return nil }
                return (cost, gain)
            }
            let all = try await points(["table"]).filter { $0["converged"] == .bool(true) }
            let best = all.filter { row in
                guard let (cost, gain) = costAndGain(row) else { return false }
                return !all.compactMap(costAndGain).contains { $0.0 <= cost && $0.1 >= gain && $0 != (cost, gain) }
            }
            let frontier = try await points(["frontier"])
            #expect(!best.isEmpty && Set(frontier.map(\.point)) == Set(best.map(\.point)))
            #expect(frontier.allSatisfy { $0["on_frontier"] == .bool(true) })
            let plot = try await sandbox.bitfront.output(["frontier"] + study, in: sandbox.home)
            #expect(plot.split(separator: "\n")[0].hasSuffix(" · \(filter)"))
        }
    }

    @Test("A filter that leaves points of another data set alone shows that; one that leaves none says so, and draws no empty plot")
    func filteredAway() async throws {
        try await withSandbox { sandbox in
            let mnist = try await sandbox.output("frontier", "--study", "hashemi2017", "--where", "net=lenet")
            #expect(mnist.hasPrefix("MNIST · "))
            let none = try await sandbox.run("frontier", "--study", "hashemi2017", "--where", "net=alx")
            #expect(none.status == 0 && none.errors.contains("no network is called alx: lenet, convnet"), "\(none.errors)")
            #expect(none.output.split(separator: "\n", omittingEmptySubsequences: false).count == 3, "\(none.output)")
            let wrong = try await sandbox.run("frontier", "--where", "enrgy<2")
            #expect(wrong.status == 64 && wrong.errors.contains("use energy"))
            let empty = try await sandbox.output("frontier", "--dataset", "digits")
            #expect(empty.hasSuffix("\nno point has an accuracy\n"), "\(empty)")
            let csv = try await sandbox.output("frontier", "--dataset", "digits", "--format", "csv")
            #expect(csv.hasPrefix("network,dataset,precision,"))
        }
    }

    @Test(
        "The printed plot says what its signs are that its legend does not, and nothing of what it has not",
        arguments: [60, 100, 160])
    func signs(width: Int) async throws {
        try await withSandbox { sandbox in
            let all = try await sandbox.output("frontier", "--dataset", "cifar10", "--width", "\(width)", "--height", "30")
            #expect(all.split(separator: "\n").allSatisfy { $0.count <= width })
            // Where there is little room few letters have names behind them.
            let named = width < 100 ? [] : ["f32 float32", "p2 power of two", "@ one radix point per layer"]
            for sign in ["A ALEX", "* measured", "( ) not on it"] + named {
                #expect(all.ranges(of: sign).count == 1, "\(sign) in \(all)")
            }
            let some = try await sandbox.output("frontier", "--study", "hashemi2017", "--where", "prec=fixed8 data=cifar10")
            #expect(some.contains("bits of fixed point"))
            for sign in ["binary", "measured", "in one place", "float32"] { #expect(!some.contains(sign), "\(sign) in \(some)") }
        }
    }

    @Test("The table marks the frontier of what its filter leaves, and of all points for a filter that asks for the frontier")
    func marksInTable() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017", "--where", "data=cifar10").elements
            #expect(Set(rows.filter { $0["on_frontier"] == .bool(true) }.map(\.point)) == Self.ofTableV)
            let few = try await sandbox.json("table", "--study", "hashemi2017", "--where", "data=cifar10 prec=binary").elements
            let own = try await sandbox.json("frontier", "--study", "hashemi2017", "--where", "data=cifar10 prec=binary").elements
            #expect(few.filter { $0["on_frontier"] == .bool(true) }.map(\.point) == own.map(\.point) && own.count == 3)
            let filter = "data=cifar10 prec=binary frontier=yes"
            let all = try await sandbox.json("table", "--study", "hashemi2017", "--where", filter).elements
            #expect(Set(all.map(\.point)) == ["alex/binary", "alex++/binary"])
            #expect(all.allSatisfy { $0["on_frontier"] == .bool(true) })
            let rest = try await sandbox.json("frontier", "--study", "hashemi2017", "--where", "net=alex frontier=no", "--all")
            #expect(!rest.elements.isEmpty && rest.elements.allSatisfy { $0["on_frontier"] == .bool(false) })
            let plot = try await sandbox.output("frontier", "--study", "hashemi2017", "--where", "data=cifar10 acc>99")
            #expect(plot.hasSuffix("\nno point passes the filter\n"), "\(plot)")
        }
    }

    @Test("The plot keeps to the size that is asked for", arguments: [(100, 30), (60, 20), (140, 40)])
    func plotSize(width: Int, height: Int) async throws {
        try await withSandbox { sandbox in
            let plot = try await sandbox.output("frontier", "--width", "\(width)", "--height", "\(height)")
            let lines = plot.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { $0.count <= width })
            #expect(lines.count <= height + 1)
            #expect(plot.contains("accuracy"))
        }
    }

    @Test("Two names of one row are said to be one")
    func sameRow() async throws {
        try await withSandbox { sandbox in
            let twice = try await sandbox.run("compare", "alex/pow2", "alex/pow2:6,16")
            #expect(twice.status == 0)
            #expect(twice.errors.contains("alex/pow2:6,16 and alex/pow2 are one row"))
            #expect(try await !sandbox.run("compare", "alex/pow2", "alex/fixed8").errors.contains("one row"))
        }
    }

    /// An accelerator with twice the clock and another tile than the calibrated one.
    private func writeFastAccelerator(in sandbox: Sandbox) throws {
        let shipped = try String(contentsOf: Checkout.file("Presets/accelerators/tile-65nm.yaml"), encoding: .utf8)
        let lines = shipped.components(separatedBy: "\n").map { line in
            let key = line.drop { $0 == " " }.prefix { $0 != ":" }
            let indent = line.prefix { $0 == " " }
            switch key {
            case "name": return "name: fast"
            case "clock_mhz": return "\(indent)clock_mhz: 500"
            case "sb_entries": return "\(indent)sb_entries: 640"
            default: return line
            }
        }
        try sandbox.write(lines.joined(separator: "\n"), to: ".config/bitfront/presets/accelerators/fast.yaml")
    }

    @Test(
        "What is priced on an accelerator that nobody has verified says so in every form for people",
        arguments: [
            ["frontier"], ["frontier", "--format", "svg"], ["frontier", "--format", "markdown"], ["frontier", "--format", "latex"],
            ["frontier", "--all"], ["compare", "alex/float32", "alex/pow2"],
            ["compare", "alex/float32", "alex/pow2", "--format", "markdown"], ["table"], ["table", "--format", "latex"],
            ["layers", "alex"], ["layers", "alex", "--format", "markdown"], ["breakdown"], ["breakdown", "--format", "latex"],
            ["explain", "alex/pow2", "energy"],
        ])
    func caveats(command: [String]) async throws {
        try await withSandbox { sandbox in
            try writeFastAccelerator(in: sandbox)
            let text = try await sandbox.bitfront.output(command + ["--scenario", "fast"], in: sandbox.home)
            #expect(text.contains("timing unverified"), "\(command) \(text)")
            let plain = try await sandbox.bitfront.output(command, in: sandbox.home)
            #expect(!plain.contains("unverified"), "\(command)")
        }
    }

    @Test(
        "Documents say study, accelerator, scenario and version; data keep their form",
        arguments: [["table"], ["frontier"], ["compare", "alex/float32", "alex/pow2"], ["layers", "alex"], ["breakdown"]],
        ["markdown", "latex", "json", "csv"])
    func documents(command: [String], format: String) async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.bitfront.output(command + ["--format", format], in: sandbox.home)
            for name in ["study", "scenario", "version"] {
                let fact = format == "latex" ? "% \(name): " : "\(name) "
                #expect(text.contains(fact) == ["markdown", "latex"].contains(format), "\(command) \(format) \(name)")
            }
        }
    }

    @Test("The plot as SVG is one document")
    func svg() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("frontier", "--format", "svg")
            #expect(text.contains("<svg"))
            #expect(text.contains("</svg>"))
            for fact in ["study default", "accelerator tile-65nm", "accounting gated", "seeds 1", "version "] {
                #expect(text.contains(fact), "\(fact)")
            }
        }
    }
}
