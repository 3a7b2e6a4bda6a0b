import TestSupport
import Testing

@Suite("bitfront breakdown, compare and layers")
struct DesignCommandTests {
    @Test("The breakdown has the keys of the contract, and its components add up to the totals")
    func breakdown() async throws {
        try await withSandbox { sandbox in
            let designs = try await sandbox.json("breakdown").elements
            #expect(
                designs.compactMap { $0["precision"]?.string } == [
                    "float32", "fixed32", "fixed16", "fixed8", "fixed4", "pow2", "binary",
                ])
            for design in designs {
                let keys: Set = [
                    "precision", "area_mm2", "power_mw", "buffer_area_share_percent", "buffer_power_share_percent", "components",
                ]
                #expect(design.keys.isSuperset(of: keys))
                let components = design["components"]?.elements ?? []
                for component in components {
                    #expect(component.keys.isSuperset(of: ["name", "group", "count", "area_mm2", "power_mw", "source"]))
                    #expect(["buffer", "weight block", "adder tree", "registers", "control"].contains(component["group"]?.string))
                }
                for key in ["area_mm2", "power_mw"] {
                    let total = try #require(design[key]?.number)
                    let sum = components.reduce(0) { $0 + ($1[key]?.number ?? .nan) }
                    #expect(abs(sum / total - 1) < 1e-9, "\(key)")
                }
            }
        }
    }

    @Test("One precision alone can be asked for, published or not", arguments: ["fixed8", "fixed:12,12", "pow2:4,8", "binary:8"])
    func onePrecision(name: String) async throws {
        try await withSandbox { sandbox in
            let designs = try await sandbox.json("breakdown", "--precision", name).elements
            #expect(designs.compactMap { $0["precision"]?.string } == [name])
        }
    }

    @Test("Points stand side by side")
    func compare() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("compare", "alex/float32", "alex++/pow2")
            #expect(text.contains("alex/float32") && text.contains("alex++/pow2"))
        }
    }

    @Test("Of runs by two recipes the longer one is compared, which is said, and a name chooses the other")
    func compareRecipes() async throws {
        try await withSandbox { sandbox in
            let points = ["alex/float32", "alex/pow2"]
            let result = try await sandbox.run(["compare"] + points + ["--source", "measured"])
            #expect(
                result.output.contains("alex/float32 (measured strong)") && result.output.contains("alex/pow2 (measured strong)"))
            #expect(result.errors.contains("'alex/pow2 measured strong' is taken; there are 'alex/pow2 measured paper' too"))
            let named = try await sandbox.output("compare", "alex/float32 measured paper", "alex/pow2 measured strong")
            #expect(named.contains("alex/float32 (measured paper)") && named.contains("measured (paper) accuracy"), "\(named)")
            let unknown = try await sandbox.run(["explain", "alex/pow2 measured nobody"])
            #expect(
                unknown.status == 64 && unknown.errors.contains("there are alex/pow2 measured paper, alex/pow2 measured strong"))
        }
    }

    @Test("A name that a recipe and an import have, or runs of several recipes, is taken by one of them, which is said")
    func ambiguousNames() async throws {
        try await withSandbox { sandbox in
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,fixed4,global,70,paper\n", to: "mine.csv")
            try await sandbox.output("results", "import", "mine.csv")
            for (name, taken, other) in [
                ("alex/fixed4 paper", "measured paper", "imported paper"),
                ("alex/fixed4 measured", "measured strong", "measured paper"),
            ] {
                let errors = try await sandbox.run("explain", name, "accuracy").errors
                #expect(errors.contains("'alex/fixed4 \(taken)' is taken; there are 'alex/fixed4 \(other)' too"), "\(errors)")
            }
            #expect(try await sandbox.run("explain", "alex/fixed4 imported paper").errors.isEmpty)
        }
    }

    @Test("A bare name whose published accuracy is not known takes one that is, which is said")
    func namesWithoutAccuracy() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("compare", "alex++/fixed4@layer", "alex++/fixed4")
            #expect(!result.output.contains("no accuracy of"), "\(result.output)")
            #expect(result.errors.contains("'alex++/fixed4 measured strong' is taken; there are 'alex++/fixed4 published' too"))
            let frame = try await sandbox.output("--screen", "compare", "--keys", ":mark alex/float32,:mark alex/fixed4")
            #expect(!frame.contains("no accuracy of"), "\(frame)")
        }
    }

    @Test("Of a training that did not converge the verdict says so, and of one without a figure no image was counted")
    func notConverged() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("compare", "alex/float32 measured paper", "alex/fixed4 measured paper")
            #expect(text.contains("did not converge (10.00 %, ALEX floating point (32,32)'s accuracy: "), "\(text)")
            let other = try await sandbox.output("compare", "alex/fixed4 measured paper", "alex/float32 measured paper")
            #expect(other.contains("where ALEX fixed point (4,4) did not converge (10.00 %)"), "\(other)")
            let unknown = try await sandbox.output("explain", "alex/fixed4 published", "accuracy")
            #expect(!unknown.contains("test images"), "\(unknown)")
        }
    }

    @Test("What dominates a run of the same design is named with its recipe")
    func dominatedByRecipe() async throws {
        try await withSandbox { sandbox in
            let frame = try await sandbox.output("--screen", "frontier", "--keys", ":select alex/binary measured paper")
            #expect(frame.contains("dominated by ALEX binary (measured strong)"), "\(frame)")
        }
    }

    @Test("A table without a column that says whose an accuracy is marks it, as a frame and as an image")
    func signs() async throws {
        try await withSandbox { sandbox in
            let keys = ":columns network precision accuracy energy,:filter net=alex++ prec=binary"
            for format in ["text", "svg"] {
                let frame = try await sandbox.output("--screen", "table", "--size", "80x12", "--format", format, "--keys", keys)
                #expect(frame.contains("80.52") && frame.contains("82.84"))
                if format == "text" { #expect(frame.contains("82.84*") && !frame.contains("80.52*"), "\(frame)") }
            }
            let whole = try await sandbox.output("--screen", "table", "--keys", ":filter net=alex++ prec=binary")
            #expect(!whole.contains("82.84*"))
        }
    }

    @Test("A point that the study does not list is priced all the same, and called an extrapolation")
    func compareUnlisted() async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("compare", "alex/fixed8", "alex/fixed:12,12")
            #expect(text.contains("no accuracy of ALEX fixed point (12,12) is known"))
            let layers = try await sandbox.output("layers", "alex", "--precision", "fixed:12,12")
            #expect(layers.contains("fixed:12,12: precision outside the calibrated set: extrapolated"))
            #expect(try await !sandbox.output("layers", "alex", "--precision", "fixed8").contains("extrapolated"))
        }
    }

    @Test("One point alone cannot be compared: status 64")
    func compareOne() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("compare", "alex/float32")
            #expect(result.status == 64)
            #expect(!result.errors.isEmpty)
        }
    }

    @Test("Every network's layers are printed, at any precision", arguments: ["lenet", "convnet", "alex", "alex+", "alex++"])
    func layers(network: String) async throws {
        try await withSandbox { sandbox in
            let text = try await sandbox.output("layers", network, "--precision", "fixed8")
            #expect(text.contains("conv1"))
        }
    }
}
