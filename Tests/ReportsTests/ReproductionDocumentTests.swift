import DesignSpace
import Precision
import Reports
import ShippedPresets
import Testing

@Suite("The document of a reproduction")
struct ReproductionDocumentTests {
    private static func record(_ name: String, _ percent: Double, seed: UInt64 = 1, reason: String? = nil) throws
        -> ExperimentRecord
    {
        let catalogue = try ShippedPresets.catalogue()
        let reference = try PointReference(parsing: name)
        let spec = ExperimentSpec(
            network: reference.network, networkFingerprint: try catalogue.network(reference.network).fingerprint,
            dataset: "cifar10", precision: reference.precision, radix: reference.radix, recipe: try catalogue.recipe("strong"),
            seed: seed)
        var record = ExperimentRecord(
            spec: spec, status: reason == nil ? .done : .notConverged, engineVersion: "9.9", cpu: "a <b> | processor", threads: 2,
            createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = percent
        record.testImages = 9000
        record.epochs = 20
        record.seconds = 90
        record.reason = reason
        record.datasetSHA256 = "0123456789abcdef0123"
        return record
    }

    private static func markdown(_ records: [ExperimentRecord]) throws -> String {
        let catalogue = try ShippedPresets.catalogue()
        let reproduction = try Reproduction(of: catalogue.study("default"), records: records, in: catalogue)
        let figure = ReproductionDocument.Figure(text: "the plot\n", imageName: "x-cifar10.svg")
        return ReproductionDocument(reproduction, figures: ["cifar10": figure], command: "bitfront validate").markdown
    }

    @Test("It has every run with its seed, time and what became of it, and no figure without its run")
    func runs() throws {
        let records = [
            try Self.record("alex/binary", 77.5), try Self.record("alex/binary", 78.5, seed: 2),
            try Self.record("alex/fixed4", 10, reason: "the loss grew without end"),
        ]
        let text = try Self.markdown(records)
        for record in records { #expect(text.contains("| \(record.key.prefix(12)) |")) }
        #expect(text.contains("not converged: the loss grew without end"))
        #expect(text.contains("| alex/binary | 19.52 | 74.84 | 78.00 |"))
        #expect(text.contains("| 2 | 77.50–78.50 |"))
        #expect(text.contains("Runs: 3, of which 1 did not converge."))
        #expect(text.contains("`0123456789abcdef…`"))
    }

    @Test("What the paper lacks and what of its frontier that dominates is named")
    func additions() throws {
        let text = try Self.markdown([try Self.record("alex/fixed4@layer", 81)])
        #expect(text.contains("- alex/fixed4@layer, 81.00 % at 23.37 µJ: dominates alex/pow2, alex/fixed8"))
        #expect(!(try Self.markdown([try Self.record("alex/fixed8", 90)])).contains("has no accuracy of"))
    }

    @Test("Plots stand under their data set, in characters and as an image")
    func figures() throws {
        let text = try Self.markdown([try Self.record("alex/binary", 77.5)])
        #expect(text.contains("```\nthe plot\n```"))
        #expect(text.contains("![frontiers on cifar10](x-cifar10.svg)"))
    }

    @Test("Signs that mean something in Markdown come out as themselves")
    func escaped() throws {
        let text = try Self.markdown([try Self.record("alex/binary", 77.5, reason: "a | b <c>")])
        #expect(text.contains("a \\| b \\<c>"))
    }

    @Test("A point that cannot be told from the paper's is a tie, below it and above it; beyond the interval it is not")
    func ties() throws {
        let catalogue = try ShippedPresets.catalogue()
        for (percent, verdict) in [(74.5, "tied"), (75.2, "tied"), (72, "unbeaten"), (79, "dominated")] as [(Double, String)] {
            let record = try Self.record("alex/binary", percent)
            let reproduction = try Reproduction(of: catalogue.study("default"), records: [record], in: catalogue)
            let round = try #require(reproduction.contests.first?.rounds.first)
            #expect(round.published.point.reference.name == "alex/binary")
            #expect(round.verdict.rawValue == verdict, "\(percent)")
        }
    }
}
