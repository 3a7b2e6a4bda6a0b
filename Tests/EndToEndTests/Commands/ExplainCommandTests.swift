import TestSupport
import Testing

@Suite("bitfront explain")
struct ExplainCommandTests {
    @Test("JSON has every figure and what goes into it as numbers, unrounded, with their units")
    func json() async throws {
        try await withSandbox { sandbox in
            let study = ["--study", "hashemi2017"]
            let row = try #require(
                try await sandbox.json("table", "--study", "hashemi2017", "--where", "net=alex prec=fixed8").elements.first)
            let command = ["explain", "alex/fixed8", "energy", "cycles", "saving", "macs", "accuracy", "--format", "json"] + study
            let figures = try JSON(parsing: try await sandbox.bitfront.output(command, in: sandbox.home)).elements
            let keys = ["energy_uj", "cycles", "energy_saving_percent", "macs", "accuracy_percent"]
            #expect(figures.map { $0["value"] } == keys.map { row[$0] })
            #expect(figures.compactMap { $0["unit"]?.string } == ["µJ", "cycles", "%", "MACs", "%"])
            let inputs = figures[0]["inputs"]?.elements ?? []
            #expect(inputs.last?["value"] == row["cycles"] && inputs.first?["unit"] == .string("pJ"))
            #expect(
                figures.allSatisfy { $0.keys.isSuperset(of: ["title", "formula", "substitution", "source", "caveats", "inputs"]) })
        }
    }

    @Test("LaTeX has no sign of a calculation that only a terminal reads as one")
    func latex() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("explain", "alex/pow2", "--format", "latex")
            #expect(text.contains("\\(\\times\\)") && text.contains("\\(\\mu\\)J"))
            for sign in ["{*}", " * ", " - ", "µ", "²", "\\textasciicircum"] { #expect(!text.contains(sign), "\(sign)") }
        }
    }

    @Test("A data set is called by its name or its title", arguments: ["cifar10", "CIFAR-10", "Cifar 10"])
    func dataset(name: String) async throws {
        try await withSandbox { sandbox in
            for command in [
                ["explain", "alex/pow2", "energy"], ["table"], ["frontier"], ["compare", "alex/float32", "alex/pow2"],
            ] {
                let text = try await sandbox.bitfront.output(command + ["--dataset", name], in: sandbox.home)
                let plain = try await sandbox.bitfront.output(command + ["--dataset", "cifar10"], in: sandbox.home)
                #expect(text == plain, "\(command)")
            }
            // The images are not here, which is said of the data set by its name.
            for command in [["run", "alex/float32"], ["sweep", "--grid", "alex x fixed:5,5"]] {
                let result = try await sandbox.bitfront.run(command + ["--dry-run", "--dataset", name], in: sandbox.home)
                #expect(result.errors.contains("'bitfront datasets fetch cifar10'"), "\(command) \(result.errors)")
            }
        }
    }

    @Test("CSV has a row for every figure and for everything that goes into it")
    func csv() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("explain", "lenet/pow2", "latency", "--format", "csv")
            let lines = text.split(whereSeparator: \.isNewline)
            #expect(lines.first == "figure,formula,values,source,input,value,unit")
            #expect(lines.count == 4)
            #expect(
                lines[1].hasSuffix(",ms") && lines[2].contains(",cycles,11023,") && lines[3].hasSuffix(",clock,250,MHz"), "\(text)")
        }
    }

    @Test("Counts are whole numbers with commas between thousands")
    func counts() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("explain", "lenet/pow2", "cycles")
            #expect(text.contains(" = 11,023 cycles\n") && !text.contains("11023"), "\(text)")
        }
    }

    @Test("Of several rows of a point one is chosen by source and data set, and what there is none of is said")
    func rows() async throws {
        try await withSandbox { sandbox in
            let published = try await sandbox.output("explain", "alex/fixed8", "accuracy", "--source", "published")
            #expect(published.hasPrefix("accuracy of ALEX fixed point (8,8) on cifar10 (published)\n"), "\(published)")
            #expect(published.contains("77.99 %"))
            let measured = try await sandbox.output("explain", "alex/fixed8", "accuracy", "--source", "measured")
            #expect(measured.contains("(measured)") && measured.contains("Wilson's score"), "\(measured)")
            let none = try await sandbox.run("explain", "alex/fixed8", "--dataset", "mnist")
            #expect(none.status == 64 && none.errors.contains("alex/fixed8 has no row on mnist"), "\(none.errors)")
            let all = try await sandbox.output("explain", "alex/fixed:12,12")
            for title in ["accuracy of", "saving of energy of", "MACs of", "efficiency of"] { #expect(all.contains(title)) }
        }
    }
}
