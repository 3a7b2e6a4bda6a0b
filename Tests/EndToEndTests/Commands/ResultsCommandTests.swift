import Foundation
import TestSupport
import Testing

@Suite("bitfront results")
struct ResultsCommandTests {
    @Test("A result goes to another store and back, is checked there, shown by the beginning of its key, and removed")
    func exchanged() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnResult()
            let store = ["--store", sandbox.store.path]
            let other = ["--store", sandbox.home.appending(path: "other.sqlite").path]
            try await sandbox.bitfront.output(["results", "export", "out.jsonl", "--with-weights"] + store, in: sandbox.home)
            let first = try await sandbox.bitfront.output(["results", "import", "out.jsonl"] + other, in: sandbox.home)
            #expect(first.contains("1 result imported"))
            #expect(first.contains("1 set of weights"))
            let again = try await sandbox.bitfront.output(["results", "import", "out.jsonl"] + other, in: sandbox.home)
            #expect(again.contains("0 results imported, 1 was there already"))
            let lists = try await [store, other].asyncMap {
                try await sandbox.bitfront.output(["results", "list", "--format", "json"] + $0, in: sandbox.home)
            }
            #expect(lists[0] == lists[1])
            let checked = try await sandbox.bitfront.output(["results", "verify"] + other, in: sandbox.home)
            #expect(checked.contains("everything holds"))

            let key = try #require(try JSON(parsing: lists[0]).elements.first?["key"]?.string)
            let shown = try await sandbox.bitfront.output(["results", "show", String(key.prefix(8))] + other, in: sandbox.home)
            #expect(shown.contains(key))
            // Nobody is there to be asked.
            let asked = try await sandbox.bitfront.run(["results", "remove", key] + other, in: sandbox.home)
            #expect(asked.status == 2 && asked.output.isEmpty)
            #expect(asked.errors.contains("nothing was removed") && asked.errors.contains("--yes"), "\(asked.errors)")
            try await sandbox.bitfront.output(["results", "remove", key, "--yes"] + other, in: sandbox.home)
            #expect(try await sandbox.json("results", "list", "--store", other[1]) == .array([]))

            try await Self.refused(sandbox, store)
        }
    }

    @Test("Kept weights classify the test images again: the accuracy is the recorded one, or it is said what they give")
    func evaluatedAgain() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let store = ["--store", sandbox.store.path]
            let run = ["run", "tiny/binary", "--dataset", "mine", "--epochs", "2"]
            try await sandbox.bitfront.output(run + store + sandbox.ownPresets, in: sandbox.home)
            let verify = ["results", "verify", "--evaluate", "mine"] + store + sandbox.ownPresets
            let good = try await sandbox.bitfront.run(verify, in: sandbox.home)
            #expect(good.status == 0, "\(good.errors)")
            #expect(good.output.contains("2 results evaluated on mine: everything holds"))

            // A result of a version that kept no digests, so that nothing but the images can tell.
            let lie = """
                DROP TRIGGER final_experiments_update;
                UPDATE experiments SET test_accuracy_percent = 12.5, record_sha256 = NULL WHERE precision = 'binary'
                """
            try await Program(named: "sqlite3").output([sandbox.store.path, lie])
            let bad = try await sandbox.bitfront.run(verify, in: sandbox.home)
            #expect(bad.status == 1, "\(bad.errors)")
            #expect(bad.output.contains("recorded is 12.500 %"), "\(bad.output)")

            let nobody = try await sandbox.bitfront.run(["results", "verify", "--evaluate", "digits"] + store, in: sandbox.home)
            #expect(nobody.status == 64)
        }
    }

    @Test("Weights packed beside exported results, shipped in a folder of presets, give the recorded accuracy, and damage is named")
    func packedWeights() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let store = ["--store", sandbox.store.path]
            for precision in ["binary", "pow2", "fixed8", "fixed16"] {
                let run = ["run", "tiny/\(precision)", "--dataset", "mine", "--epochs", "1"]
                try await sandbox.bitfront.output(run + store + sandbox.ownPresets, in: sandbox.home)
            }
            let folder = "\(sandbox.ownPresets[1])/results"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let export = ["results", "export", "\(folder)/mine.jsonl", "--with-packed-weights"]
            try await sandbox.bitfront.output(export + store + sandbox.ownPresets, in: sandbox.home)
            let packed = "\(folder)/mine.jsonl.packed"
            // float32 and fixed16 are too wide.
            let files = try FileManager.default.contentsOfDirectory(atPath: packed)
            #expect(files.count == 3)

            let verify = ["results", "verify", "--evaluate", "mine"] + sandbox.ownPresets
            let good = try await sandbox.bitfront.run(verify, in: sandbox.home)
            #expect(good.status == 0, "\(good.errors)")
            #expect(
                good.output.contains(
                    " shipped records, 3 results evaluated on mine, 3 of them from packed weights: everything holds"),
                "\(good.output)")

            // Another result's weights have its radix points; a bit that flipped does not go with the checksum.
            let first = URL(filePath: "\(packed)/\(files[0])")
            let second = URL(filePath: "\(packed)/\(files[1])")
            try Data(contentsOf: first).write(to: second)
            var damaged = try Data(contentsOf: first)
            damaged[damaged.count / 2] ^= 1
            try damaged.write(to: first)
            let bad = try await sandbox.bitfront.run(verify, in: sandbox.home)
            #expect(bad.status == 1, "\(bad.errors)")
            #expect(bad.output.contains("other radix points than its record"), "\(bad.output)")
            #expect(bad.output.contains("checksum"), "\(bad.output)")
        }
    }

    /// Files that are wrong in one place: status 65, the place is named, and nothing is brought in.
    private static func refused(_ sandbox: Sandbox, _ store: [String]) async throws {
        let line = try String(contentsOf: sandbox.home.appending(path: "out.jsonl"), encoding: .utf8)
        let wrong = [
            ("\(line){\n", ":2:"), (line.replacingOccurrences(of: #""cpu":""#, with: #""cpu":"another "#), "cpu"),
            (line.replacingOccurrences(of: #""seed":1"#, with: #""seed":2"#), "key"), ("\(line)\u{1b}[31m", ":2:"), ("", "empty"),
            (String(repeating: "x", count: 1_100_000), ":1:"),
        ]
        for (text, expected) in wrong {
            try sandbox.write(text, to: "wrong.jsonl")
            let result = try await sandbox.bitfront.run(["results", "import", "wrong.jsonl"] + store, in: sandbox.home)
            #expect(result.status == 65, "\(result.errors)")
            #expect(result.errors.contains(expected), "\(result.errors)")
            #expect(!result.errors.contains("\u{1b}"))
        }
        #expect(try await sandbox.json("results", "list", "--store", sandbox.store.path).elements.count == 1)
    }

    @Test("One's own accuracies stand in the table and the frontier as imported, beside what was published, and can be replaced")
    func imported() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            let header = "network,dataset,precision,radix,accuracy_percent,test_images,note\n"
            for (accuracy, word) in [("80.25", "1 accuracy imported"), ("99.75", "1 replaced")] {
                try sandbox.write(header + "alex,cifar10,fixed4,layer,\(accuracy),9000,\"with a \"\"note\"\"\"\n", to: "own.csv")
                let text = try await sandbox.bitfront.output(["results", "import", "own.csv"] + store, in: sandbox.home)
                #expect(text.contains(word))
            }
            for command in [["table"], ["frontier", "--dataset", "cifar10"]] {
                let text = try await sandbox.bitfront.output(command + ["--format", "json"] + store, in: sandbox.home)
                let rows = try JSON(parsing: text).elements.filter { $0["accuracy_source"] == .string("imported") }
                #expect(rows.map(\.point) == ["alex/fixed4"])
                #expect(rows.first?["accuracy_percent"] == .number(99.75))
                #expect(rows.first?["radix"] == .string("layer"))
            }
            let listed = try await sandbox.json("results", "list", "--imported", "--store", sandbox.store.path).elements
            #expect(listed.map { $0["source"] } == [.string("own")])
        }
    }

    @Test("An accuracy of a network on images that it cannot process is refused with its line, in the words that refuse its run")
    func importedMisfit() async throws {
        try await withSandbox { sandbox in
            let header = "network,dataset,precision,radix,accuracy_percent,test_images,seeds\n"
            let words = "lenet takes images of 28×28×1, and those of cifar10 are 32×32×3"
            try sandbox.write(header + "alex,cifar10,pow2,global,50,100,1\nlenet,cifar10,pow2,global,50,100,1\n", to: "own.csv")
            let result = try await sandbox.run("results", "import", "own.csv", "--store", sandbox.store.path)
            #expect(result.status == 65)
            #expect(result.errors.contains("own.csv:3: \(words)"), "\(result.errors)")
            #expect(!FileManager.default.fileExists(atPath: sandbox.store.path))
            let run = try await sandbox.run("run", "lenet/fixed8", "--dataset", "cifar10", "--dry-run")
            #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test("Imported accuracies are listed, shown, exported and removed beside results, as imported in every format")
    func importedAmongResults() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            let table = """
                network,dataset,precision,radix,accuracy_percent,test_images,seeds,note,source
                alex,cifar10,fixed4,layer,80.25,9000,3,"with a ""note"", and a comma",mine
                alex,cifar10,binary,global,75.5,,1,,theirs

                """
            try sandbox.write(table, to: "own.csv")
            try await sandbox.bitfront.output(["results", "import", "own.csv"] + store, in: sandbox.home)

            let listed = try JSON(
                parsing: try await sandbox.bitfront.output(["results", "list", "--format", "json"] + store, in: sandbox.home)
            ).elements
            #expect(listed.map { $0["accuracy_source"] } == [.string("imported"), .string("imported")])
            #expect(Set(listed.compactMap { $0["test_accuracy_percent"]?.number }) == [80.25, 75.5])
            let contract: Set = [
                "key", "status", "network", "dataset", "precision", "radix", "seed", "recipe", "test_accuracy_percent",
                "validation_accuracy_percent", "test_images", "epochs", "seconds", "images_per_second", "history",
                "weights_sha256", "engine_version", "cpu", "threads", "created_at", "dataset_sha256",
            ]
            for one in listed { #expect(contract.isSubset(of: one.keys)) }
            for format in ["text", "csv"] {
                let text = try await sandbox.bitfront.output(["results", "list", "--format", format] + store, in: sandbox.home)
                let lines = text.split(whereSeparator: \.isNewline)
                #expect(lines.count == 3 && lines.first?.contains("source") == true)
                #expect(lines.dropFirst().allSatisfy { $0.contains("imported") })
            }

            let key = try #require(listed.first { $0["radix"] == .string("layer") }?["key"]?.string)
            let shown = try JSON(
                parsing: try await sandbox.bitfront.output(
                    ["results", "show", String(key.prefix(8)), "--format", "json"] + store, in: sandbox.home))
            #expect(shown["accuracy_source"] == .string("imported") && shown["seeds"] == .number(3))

            try await sandbox.bitfront.output(["results", "export", "again.csv"] + store, in: sandbox.home)
            let exported = try String(contentsOf: sandbox.home.appending(path: "again.csv"), encoding: .utf8)
            #expect(Set(exported.split(separator: "\n")) == Set(table.split(separator: "\n")))
            let again = try await sandbox.bitfront.output(["results", "import", "again.csv"] + store, in: sandbox.home)
            #expect(again.contains("0 accuracies imported, 0 replaced, 2 were there already"))
            let lines = try await sandbox.bitfront.run(["results", "export", "-"] + store, in: sandbox.home)
            #expect(lines.output.isEmpty && lines.errors.contains("2 imported accuracies left out"), "\(lines.errors)")

            try await sandbox.bitfront.output(["results", "remove", key, "--yes"] + store, in: sandbox.home)
            let left = try await sandbox.bitfront.output(["results", "export", "-", "--imported"] + store, in: sandbox.home)
            #expect(left.split(separator: "\n").count == 2 && left.contains("theirs"))
        }
    }

    @Test(
        "Several keys and sources are removed at once, all or none; a point of one result is shown, of another the keys are named")
    func severalAndPoints() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            func run(_ arguments: String...) async throws -> ProgramResult {
                try await sandbox.bitfront.run(["results"] + arguments + store, in: sandbox.home)
            }
            let rows = ["pow2,layer,80,s0", "binary,layer,75,s0", "binary,layer,76,s1", "fixed32,layer,77,s2"]
            let table = rows.map { "alex,cifar10,\($0)\n" }.joined()
            try sandbox.write("network,dataset,precision,radix,accuracy_percent,source\n" + table, to: "own.csv")
            #expect(try await run("import", "own.csv").status == 0)
            for (point, format) in [("alex/pow2@layer", "pow2"), ("alex/fixed:32,32@layer", "fixed32")] {
                let shown = try await run("show", point, "--format", "json")
                #expect(shown.status == 0 && shown.output.contains("\"precision\": \"\(format)\""), "\(shown.errors)")
            }
            let several = try await run("show", "alex/binary@layer")
            #expect(several.status == 64 && several.errors.contains("2 results of alex/binary@layer: give the key of one"))
            #expect(several.errors.contains("imported from s0") && several.errors.contains("imported from s1"))
            let none = try await run("show", "lenet/fixed16@layer")
            #expect(none.status == 64 && none.errors.contains("no result of lenet/fixed16@layer"), "\(none.errors)")

            let unknown = try await run("remove", "s0", "nobody", "s1", "--yes")
            #expect(unknown.status == 64 && unknown.errors.contains("'nobody'"), "\(unknown.errors)")
            let asked = try await run("remove", "s0", "s1")
            #expect(asked.status == 2 && asked.errors.contains("from s0; ") && asked.errors.contains("from s1"), "\(asked.errors)")
            #expect(try await sandbox.json("results", "list", "--store", sandbox.store.path).elements.count == 4)
            let removed = try await run("remove", "s0", "alex/pow2@layer", "s1", "--yes")
            #expect(removed.status == 0 && removed.output.hasPrefix("removed 2 accuracies imported from s0; "), "\(removed.errors)")
            let left = try await sandbox.json("results", "list", "--store", sandbox.store.path).elements
            #expect(left.map { $0["source"] } == [.string("s2")])
        }
    }

    @Test(
        "A table that is wrong in one row is refused with the row: status 65", arguments: ["alx,cifar10,fixed8,global,80", "alex"])
    func wrongTable(row: String) async throws {
        try await withSandbox { sandbox in
            try sandbox.write("network,dataset,precision,radix,accuracy_percent\n\(row)\n", to: "own.csv")
            let result = try await sandbox.run("results", "import", "own.csv", "--store", sandbox.store.path)
            #expect(result.status == 65)
            #expect(result.errors.contains("own.csv:2:"))
        }
    }

    @Test("Results among the presets are listed as shipped, and stand in the table as measured; a wrong file of them is named")
    func shipped() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnResult()
            let folder = "extra/results"
            try sandbox.write("", to: "\(folder)/none.txt")
            try await sandbox.output("results", "export", "\(folder)/mine.jsonl", "--store", sandbox.store.path)
            try sandbox.write("{}\n", to: "\(folder)/wrong.jsonl")
            let presets = ["--presets", sandbox.home.appending(path: "extra").path, "--format", "json"] + sandbox.ownPresets
            let list = try await sandbox.bitfront.run(["results", "list", "--shipped"] + presets, in: sandbox.home)
            #expect(list.errors.contains("wrong.jsonl:1:"))
            #expect(try JSON(parsing: list.output).elements.map(\.point).contains("tiny/float32"))
            let table = try await sandbox.bitfront.run(["table"] + presets, in: sandbox.home)
            let rows = try JSON(parsing: table.output).elements.filter {
                $0["accuracy_source"] == .string("measured") && $0["dataset"] == .string("mine")
            }
            #expect(rows.map(\.point) == ["tiny/float32"])
        }
    }

    @Test("What a source says is shown, exported and removed by the source's name; a key that begins as the name is asked after")
    func bySource() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            let table = """
                network,dataset,precision,radix,accuracy_percent,source
                alex,cifar10,fixed4,layer,80.25,our lab
                alex,cifar10,binary,global,75.5,our lab
                alex,cifar10,binary,global,76.5,theirs

                """
            try sandbox.write(table, to: "own.csv")
            try await sandbox.bitfront.output(["results", "import", "own.csv"] + store, in: sandbox.home)
            let all = try JSON(
                parsing: try await sandbox.bitfront.output(
                    ["results", "show", "our lab", "--format", "json"] + store, in: sandbox.home)
            ).elements
            #expect(all.map { $0["source"] } == [.string("our lab"), .string("our lab")])
            let one = try JSON(
                parsing: try await sandbox.bitfront.output(
                    ["results", "show", "theirs", "--format", "json"] + store, in: sandbox.home))
            #expect(one["accuracy_percent"] == .number(76.5))
            let exported = try await sandbox.bitfront.output(
                ["results", "export", "-", "theirs", "--imported"] + store, in: sandbox.home)
            #expect(exported.split(separator: "\n").count == 2 && exported.contains("76.5"))
            let removed = try await sandbox.bitfront.output(["results", "remove", "our lab", "--yes"] + store, in: sandbox.home)
            #expect(removed == "removed 2 accuracies imported from our lab\n")
            let left = try await sandbox.json("results", "list", "--store", sandbox.store.path).elements
            #expect(left.map { $0["source"] } == [.string("theirs")])
            let key = try #require(left.first?["key"]?.string)
            try sandbox.write(table.replacing("our lab", with: key.prefix(3)), to: "own.csv")
            try await sandbox.bitfront.output(["results", "import", "own.csv"] + store, in: sandbox.home)
            let both = try await sandbox.bitfront.run(["results", "show", String(key.prefix(3))] + store, in: sandbox.home)
            #expect(both.status == 64 && both.errors.contains("is a source, and begins"), "\(both.errors)")
        }
    }

    @Test("A file that is there is replaced only if that is said", arguments: ["out.jsonl", "out.csv"])
    func exportOverFile(name: String) async throws {
        try await withSandbox { sandbox in
            try sandbox.write("network,dataset,precision,radix,accuracy_percent\nalex,cifar10,fixed8,global,80\n", to: "own.csv")
            try await sandbox.output("results", "import", "own.csv", "--store", sandbox.store.path)
            let file = try sandbox.write("precious\n", to: name)
            let export = ["results", "export", name, "--store", sandbox.store.path]
            let refused = try await sandbox.bitfront.run(export, in: sandbox.home)
            #expect(refused.status == 64 && refused.errors.contains("--force"), "\(refused.errors)")
            #expect(try String(contentsOf: file, encoding: .utf8) == "precious\n")
            try await sandbox.bitfront.output(export + ["--force"], in: sandbox.home)
            #expect(try String(contentsOf: file, encoding: .utf8) != "precious\n")
        }
    }

    @Test("What is no file is never replaced", arguments: ["mkfifo it", "mkdir it", "ln -s nowhere it"])
    func exportOverOther(making: String) async throws {
        try await withSandbox { sandbox in
            try sandbox.write("network,dataset,precision,radix,accuracy_percent\nalex,cifar10,fixed8,global,80\n", to: "own.csv")
            try await sandbox.output("results", "import", "own.csv", "--store", sandbox.store.path)
            try await Program(named: "sh").output(["-c", making], in: sandbox.home)
            func type() throws -> FileAttributeType? {
                try FileManager.default.attributesOfItem(atPath: sandbox.home.appending(path: "it").path)[.type]
                    as? FileAttributeType
            }
            let before = try type()
            for options in [[], ["--force"], ["--force", "--imported"]] {
                let export = ["results", "export", "it", "--store", sandbox.store.path] + options
                let refused = try await sandbox.bitfront.run(export, in: sandbox.home)
                #expect(refused.status == 64 && refused.errors.contains("is no file"), "\(refused.errors)")
            }
            #expect(try type() == before)
        }
    }

    @Test("Fractions of one are no percent: a table of them is refused, and one among percent is pointed out")
    func fractions() async throws {
        try await withSandbox { sandbox in
            let rows = ["alex,cifar10,fixed8,global,0.8123", "alex,cifar10,binary,global,0.75"]
            let header = "network,dataset,precision,radix,accuracy_percent"
            let command = ["results", "import", "own.csv", "--store", sandbox.store.path]
            try sandbox.write(([header] + rows).map { $0 + "\n" }.joined(), to: "own.csv")
            let refused = try await sandbox.bitfront.run(command, in: sandbox.home)
            #expect(refused.status == 65 && refused.errors.contains("own.csv:1:"), "\(refused.errors)")
            #expect(refused.errors.contains("write percent, as 81.25 for 0.8125"))
            try sandbox.write("\(header)\n\(rows[0])\nalex,cifar10,binary,global,75\n", to: "own.csv")
            let mixed = try await sandbox.bitfront.run(command, in: sandbox.home)
            #expect(mixed.status == 0 && mixed.errors.contains("1 accuracy is of 1 % or less, as alex/fixed8 on cifar10"))
        }
    }
}

extension Array {
    /// What a function that waits makes of each element, in order.
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
