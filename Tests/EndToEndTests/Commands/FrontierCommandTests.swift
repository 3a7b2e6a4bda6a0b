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

    @Test("The table marks the same points, whatever its filter leaves")
    func marksInTable() async throws {
        try await withSandbox { sandbox in
            let rows = try await sandbox.json("table", "--study", "hashemi2017", "--where", "data=cifar10").elements
            #expect(Set(rows.filter { $0["on_frontier"] == .bool(true) }.map(\.point)) == Self.ofTableV)
            let few = try await sandbox.json("table", "--study", "hashemi2017", "--where", "data=cifar10 prec=binary").elements
            #expect(Set(few.filter { $0["on_frontier"] == .bool(true) }.map(\.point)) == ["alex/binary", "alex++/binary"])
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
