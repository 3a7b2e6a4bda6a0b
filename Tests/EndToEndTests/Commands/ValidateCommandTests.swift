import Foundation
import TestSupport
import Testing

@Suite("bitfront validate")
struct ValidateCommandTests {
    @Test("Every published cell of the paper is met: status 0")
    func holds() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("validate", "--study", "hashemi2017")
            #expect(result.status == 0)
            #expect(result.output.contains("alex++/pow2"))
            #expect(result.output.contains("215.05"))
        }
    }

    @Test("With a tolerance that nothing keeps, what does not hold is named: status 1")
    func doesNotHold() async throws {
        try await withSandbox { sandbox in
            let result = try await sandbox.run("validate", "--study", "hashemi2017", "--tolerance", "0.01")
            #expect(result.status == 1)
            #expect(result.output.contains("NO"))
        }
    }

    @Test("As JSON it says of every cell what was published, what is modelled, and whether it holds")
    func json() async throws {
        try await withSandbox { sandbox in
            let validation = try await sandbox.json("validate", "--study", "hashemi2017")
            #expect(validation["holds"] == .bool(true))
            let cells = validation["cells"]?.elements ?? []
            // 14 cells of Table III and 27 energies of Tables IV and V, besides shares, cycles and footprints.
            #expect(cells.count > 41)
            for cell in cells {
                #expect(cell["published"]?.number != nil && cell["modelled"]?.number != nil)
                #expect(cell["holds"] == .bool(true))
            }
        }
    }

    @Test("A report takes the place of a file, and of nothing else", arguments: ["report.md", "report-cifar10.svg"])
    func reportOverOther(name: String) async throws {
        try await withSandbox { sandbox in
            try await Program(named: "mkfifo").output([name], in: sandbox.home)
            let result = try await sandbox.run("validate", "--accuracy", "--report", "report.md")
            #expect(result.status == 64 && result.errors.contains("is no file"), "\(result.errors)")
            let facts = try FileManager.default.attributesOfItem(atPath: sandbox.home.appending(path: name).path)
            #expect(facts[.type] as? FileAttributeType != .typeRegular)
        }
    }

    @Test("The report of the paper's own study draws what was measured, too")
    func reportOfPaper() async throws {
        try await withSandbox { sandbox in
            try await sandbox.output("validate", "--study", "hashemi2017", "--accuracy", "--report", "r.md")
            let plot = try String(contentsOf: sandbox.home.appending(path: "r-cifar10.svg"), encoding: .utf8)
            #expect(plot.contains("measured") && plot.contains("the paper's frontier"), "\(plot.prefix(2_000))")
            let report = try String(contentsOf: sandbox.home.appending(path: "r.md"), encoding: .utf8)
            #expect(report.lowercased().contains("hypervolume"))
        }
    }
}
