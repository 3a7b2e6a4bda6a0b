import Foundation
import TestSupport
import Testing

@Suite("Results by their names")
struct ResultKeyTests {
    @Test("Images that are not here are no finding: status 2; a shipped result is where it came from")
    func elsewhere() async throws {
        try await withSandbox { sandbox in
            let verify = try await sandbox.run("results", "verify", "--evaluate", "mnist")
            #expect(verify.status == 2 && verify.errors.contains("'mnist' is not in"), "\(verify.errors)")
            let shipped = try await sandbox.json("results", "list", "--shipped")
            let key = try #require(shipped.elements.first?["key"]?.string)
            let export = try await sandbox.run("results", "export", "out.jsonl", String(key.prefix(12)))
            #expect(export.status == 64 && export.errors.contains("has come with the program"), "\(export.errors)")
        }
    }

    @Test("Of how many runs an accuracy is stays unknown where nobody has said it")
    func unknownSeeds() async throws {
        try await withSandbox { sandbox in
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,seeds,source\nalex,cifar10,fixed8,global,81,,lab\nalex,cifar10,pow2,global,82,3,lab\n",
                to: "mine.csv")
            try await sandbox.output("results", "import", "mine.csv")
            let list = try await sandbox.json("results", "list", "--imported").elements
            #expect(list.map { $0["seeds"]?.number } == [nil, 3] || list.map { $0["seeds"]?.number } == [3, nil])
            let again = try await sandbox.output("results", "export", "-", "--imported")
            #expect(again.contains("81.0,,,,lab") && again.contains("82.0,,3,,lab"), "\(again)")
            #expect(try await !sandbox.output("explain", "alex/fixed8 imported lab", "accuracy").contains("runs"))
            try sandbox.write(again, to: "again.csv")
            #expect(try await sandbox.output("results", "import", "again.csv").contains("2 were there already"))
        }
    }

    @Test("A source that is called as a key begins can be named as a source")
    func sourcePrefix() async throws {
        try await withSandbox { sandbox in
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,fixed8,global,81,b\n", to: "mine.csv")
            try await sandbox.output("results", "import", "mine.csv")
            let list = try await sandbox.json("results", "list", "--imported")
            let first = try #require(list.elements.first?["key"]?.string?.first)
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,pow2,global,81,\(first)\n", to: "other.csv")
            try await sandbox.output("results", "import", "other.csv")
            let ambiguous = try await sandbox.run("results", "show", "\(first)")
            #expect(ambiguous.status == 64 && ambiguous.errors.contains("or source:\(first)"), "\(ambiguous.errors)")
            #expect(try await sandbox.output("results", "show", "source:\(first)").contains("alex/pow2"))
        }
    }

    @Test(
        "A result is shown by the name that its row has; what came with the program is pointed to, and what was imported is counted"
    )
    func rowNames() async throws {
        try await withSandbox { sandbox in
            let empty = try await sandbox.run("results", "list")
            #expect(empty.errors.contains("came with the program, which --shipped lists"), "\(empty.errors)")
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,fixed8,global,81,our  lab\n", to: "mine.csv")
            try await sandbox.output("results", "import", "mine.csv")
            #expect(try await sandbox.output("results", "show", "alex/fixed8 imported our lab").contains("our  lab"))
            let shown = try await sandbox.output("results", "show", "alex++/binary measured strong")
            #expect(shown.contains("alex++/binary") && shown.contains("strong"), "\(shown)")
            let missing = try await sandbox.run("results", "show", "alex/fixed8 imported nobody")
            #expect(missing.status == 64 && missing.errors.contains("there is no result of alex/fixed8 imported nobody"))
            #expect(try await sandbox.output("results", "verify").contains(", 1 imported, "))
        }
    }

    @Test("What the store's list shows can be removed by the name that it shows; what was altered is named as damage there as well")
    func altered() async throws {
        try await withSandbox { sandbox in
            try sandbox.write(
                "network,dataset,precision,radix,accuracy_percent,source\nalex,cifar10,fixed8,global,81,lab\n", to: "mine.csv")
            let store = sandbox.store.path
            try await sandbox.output("results", "import", "mine.csv", "--store", store)
            try await Program(named: "sqlite3").output([store, "UPDATE imported_accuracies SET source = 'other'"])
            let list = try await sandbox.run("results", "list", "--imported", "--store", store)
            #expect(list.errors.contains("is damaged") && !list.output.contains("other"), "\(list.output) \(list.errors)")
        }
    }
}
