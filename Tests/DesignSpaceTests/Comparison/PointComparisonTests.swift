import DesignSpace
import HardwareModel
import Precision
import ShippedPresets
import Testing

@Suite("Points side by side")
struct PointComparisonTests {
    private func comparison(_ name: String, with other: String) throws -> [Column: PointComparison.Line] {
        let study = try PaperStudy.evaluated()
        func row(_ name: String) throws -> EvaluatedPoint {
            try #require(study.rows(of: try PointReference(parsing: name)).first)
        }
        let lines = PointComparison(try row(name), with: try row(other)).lines
        return Dictionary(lines.map { ($0.column, $0) }) { first, _ in first }
    }

    @Test("On one data set every metric has a difference and a ratio")
    func comparable() throws {
        for line in try comparison("alex++/pow2", with: "alex/float32").values {
            #expect(line.difference != nil && line.ratio != nil)
        }
    }

    @Test("Accuracies on two data sets and energies under two accountings have none; area has")
    func incomparable() throws {
        let lines = try comparison("convnet/fixed8", with: "alex/fixed8")
        for column in [Column.accuracy, .energy, .energyPerMAC, .efficiency, .energyDelay] {
            let line = try #require(lines[column])
            #expect(line.value != nil && line.difference == nil && line.ratio == nil)
        }
        #expect(lines[.area]?.ratio == 1)
        #expect(try comparison("lenet/fixed8", with: "alex/fixed8")[.energy]?.ratio != nil)
    }

    @Test("What a tie is inside of is no less than the difference, as both are shown")
    func insideOfTie() throws {
        let rows = try PaperStudy.evaluated().rows
        var ties = 0
        for (one, other) in rows.flatMap({ one in rows.map { (one, $0) } }) where one.point.dataset == other.point.dataset {
            let verdict = PointComparison(one, with: other).verdict
            guard let part = verdict.firstMatch(of: /\(([+-]?[0-9.]+), inside ±([0-9.]+)\)/) else { continue }
            ties += 1
            let (difference, width) = (try #require(Double(part.1)), try #require(Double(part.2)))
            #expect(abs(difference) <= width, "\(verdict)")
        }
        #expect(ties > 40)
    }

    @Test("Of accuracies without an interval none is better: they differ")
    func noInterval() throws {
        let imported = [(Precision.fixed8, 78.4), (.fixed4, 78.7)].map { precision, percent in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: precision), source: "lab",
                accuracyPercent: percent,
                importedAt: "2026-01-01T00:00:00Z")
        }
        let catalogue = try ShippedPresets.catalogue()
        let study = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: imported)
        let rows = study.rows.filter { $0.accuracy?.source == .imported }
        let verdict = PointComparison(rows[1], with: rows[0]).verdict
        #expect(
            verdict.contains("differs from") && verdict.contains("no interval known") && !verdict.contains("beats"), "\(verdict)")
    }

    @Test(
        "A verdict names what the point takes more of: latency and weights, where they are more",
        arguments: [("alex++/binary", true), ("alex/pow2", false)])
    func price(name: String, isWorse: Bool) throws {
        let study = try PaperStudy.evaluated()
        let rows = try [name, "alex/float32"].map { try #require(study.rows(of: try PointReference(parsing: $0)).first) }
        let verdict = PointComparison(rows[0], with: rows[1]).verdict
        #expect(verdict.contains(", but takes ") == isWorse && verdict.contains("times its latency") == isWorse, "\(verdict)")
        #expect(
            !verdict.contains("times its weight memory"),
            "binary weights of a larger network take less than float ones of a smaller")
    }

    @Test(
        "What takes more energy or area than the reference is no gain: it stands among what is paid",
        arguments: [
            ("alex++/fixed16", "alex/fixed16", " at the same area, but takes 4.60 times its energy, 4.60 times its latency"),
            ("alex/float32", "alex/pow2", " but takes 7.03 times its energy, 5.48 times its area and 5.33 times its weight memory"),
            ("alex++/pow2", "alex/float32", " for 65 % of its energy and 18 % of its area"),
            // 1.0487 times the energy, which is shown as 1.05.
            ("convnet/fixed8", "convnet/pow2", " and takes 1.05 times its energy"),
        ])
    func dearer(name: String, reference: String, words: String) throws {
        let study = try PaperStudy.evaluated()
        let rows = try [name, reference].map { try #require(study.rows(of: try PointReference(parsing: $0)).first) }
        let verdict = PointComparison(rows[0], with: rows[1]).verdict
        #expect(verdict.contains(words), "\(verdict)")
        for number in verdict.matches(of: /([0-9]+) % of its/).compactMap({ Int($0.1) }) { #expect(number < 105, "\(verdict)") }
    }

    @Test(
        "Between data sets too what is more is told in times and what is less in percent",
        arguments: [
            ("alex/float32", "lenet/binary", " times the energy and 13.9 times the area of LeNet"),
            ("lenet/binary", "alex/float32", " % of the energy and 7 % of the area of ALEX"),
        ])
    func betweenDatasets(name: String, reference: String, words: String) throws {
        let study = try PaperStudy.evaluated()
        let rows = try [name, reference].map { try #require(study.rows(of: try PointReference(parsing: $0)).first) }
        let verdict = PointComparison(rows[0], with: rows[1]).verdict
        #expect(verdict.contains(words), "\(verdict)")
    }

    @Test("Where one of two accuracies has no interval, the other's does not make it better or worse")
    func oneInterval() throws {
        let point = DesignPoint(network: "alex", dataset: "cifar10", precision: .powerOfTwo)
        let imported = ImportedAccuracy(point: point, source: "lab", accuracyPercent: 82.5, importedAt: "2026-01-01T00:00:00Z")
        let catalogue = try ShippedPresets.catalogue()
        let rows = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: [imported]).rows(of: point.reference)
        let verdict = PointComparison(try #require(rows.last), with: try #require(rows.first)).verdict
        #expect(verdict.contains("differs from") && verdict.contains("the interval of one of them unknown"), "\(verdict)")
    }

    @Test("A verdict between accuracies of two sources names both, with recipe or import, one of a single source neither")
    func sources() throws {
        let catalogue = try PaperStudy.catalogue()
        let point = try PointReference(parsing: "alex/pow2")
        let imported = ImportedAccuracy(
            point: DesignPoint(network: "alex", dataset: "cifar10", precision: point.precision), source: "lab",
            accuracyPercent: 83, testImages: 10_000, importedAt: "2026-01-01T00:00:00Z")
        let rows = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: [imported]).rows(of: point)
        #expect(rows.count == 2)
        let ours = PointComparison(rows[1], with: rows[0]).verdict
        #expect(
            ours.hasPrefix(
                "ALEX power of two (6,16) as imported (lab) beats ALEX power of two (6,16)'s published accuracy (+5.97 points)"))
        let brought = ["house", "lab"].map { source in
            ImportedAccuracy(
                point: DesignPoint(network: "alex", dataset: "cifar10", precision: point.precision), source: source,
                accuracyPercent: 70,
                importedAt: "2026-01-01T00:00:00Z")
        }
        let theirs = try EvaluatedStudy(catalogue.study("default"), in: catalogue, imported: brought).rows.filter {
            $0.state == .imported
        }
        let between = PointComparison(theirs[theirs.count - 1], with: theirs[0]).verdict
        #expect(between.contains("as imported (lab)") && between.contains("imported (house) accuracy"), "\(between)")
        let study = try PaperStudy.evaluated()
        let both = try ["alex/pow2", "alex/float32"].map {
            try #require(study.rows(of: try PointReference(parsing: $0)).first)
        }
        #expect(!PointComparison(both[0], with: both[1]).verdict.contains("published"))
    }
}
