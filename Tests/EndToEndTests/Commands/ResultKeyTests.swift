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
}
