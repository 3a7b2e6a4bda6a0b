import DesignSpace
import Precision
import ShippedPresets
import Testing

@testable import Reports

@Suite("The report of a reproduction")
struct ReproductionReportTests {
    private func report() throws -> ReproductionReport {
        let catalogue = try ShippedPresets.catalogue()
        let reference = try PointReference(parsing: "alex/binary")
        let spec = ExperimentSpec(
            network: "alex", networkFingerprint: try catalogue.network("alex").fingerprint, dataset: "cifar10",
            precision: reference.precision, radix: .global, recipe: try catalogue.recipe("strong"), seed: 3)
        var record = ExperimentRecord(
            spec: spec, status: .done, engineVersion: "test", cpu: "test", threads: 2, createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = 77.5
        record.testImages = 9000
        record.epochs = 20
        return ReproductionReport(try Reproduction(of: catalogue.study("default"), records: [record], in: catalogue))
    }

    @Test("A point shows the paper's figure, ours, its interval, the difference and who ran it")
    func point() throws {
        let lines = try report().rendered(as: .text).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("alex/binary") })
        #expect(line.split(separator: " ") == ["alex/binary", "19.52", "74.84", "77.50", "±0.86", "+2.66", "strong", "20", "1"])
    }

    @Test("CSV without a point has the headings of one with points")
    func emptyCSV() throws {
        let line = try #require(try report().rendered(as: .csv).split(whereSeparator: \.isNewline).first)
        #expect(line.split(separator: ",").map { String($0) } == ReproductionReport.csvKeys)
    }

    @Test("A point that nobody ran has a dash, and one that failed in the paper its mark")
    func unknown() throws {
        let lines = try report().rendered(as: .text).split(separator: "\n")
        let line = try #require(lines.first { $0.hasPrefix("alex/fixed4 ") })
        #expect(line.split(separator: " ") == ["alex/fixed4", "23.37", "NA!", "—"])
    }

    @Test("Every format says that the frontier's point was dominated", arguments: [ReportFormat.text, .markdown, .latex, .json])
    func contest(format: ReportFormat) throws {
        #expect(try report().rendered(as: format).contains("dominated"))
    }

    @Test("CSV has a line for each point and recipe under its headings")
    func csv() throws {
        let lines = try report().rendered(as: .csv).split(separator: "\r\n")
        #expect(lines.count == 1 + 7 + 17 + 7)
        #expect(lines.first?.hasPrefix("network,dataset,precision,radix,energy_uj") == true)
    }
}
