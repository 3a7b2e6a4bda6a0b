import DesignSpace
import HardwareModel
import Precision
import PresetLibrary
import Quantities
import Testing

/// The figures of Hashemi et al. 2017, typed a second time from the paper.
@Suite("Every published cell")
struct PublishedCellsTests {
    let study: Study

    init() throws { study = try Shipped.library.catalogue.study("hashemi2017") }

    struct Row {
        let dataset: String
        let point: String
        let accuracy: Double?
        let energy: Double?
        let saving: PublishedStudy.Saving?
    }

    static let tableIII: [(Precision, Double, Double, Double, Double)] = [
        (.float32, 16.74, 1379.60, 0, 0), (.fixed32, 14.13, 1213.40, 15.56, 12.05), (.fixed16, 6.88, 574.75, 58.92, 58.34),
        (.fixed8, 3.36, 219.87, 79.94, 84.06), (.fixed4, 1.66, 111.17, 90.07, 91.94), (.powerOfTwo, 3.05, 209.91, 81.78, 84.78),
        (.binary, 1.21, 95.36, 92.73, 93.08),
    ]

    static func rows(_ dataset: String, _ cells: [(String, Double?, Double?, Double?)]) -> [Row] {
        cells.map { Row(dataset: dataset, point: $0.0, accuracy: $0.1, energy: $0.2, saving: $0.3.map { .percent($0) }) }
    }

    static let tableIV =
        rows(
            "mnist",
            [
                ("lenet/float32", 99.20, 60.74, 0), ("lenet/fixed32", 99.22, 52.93, 12.86), ("lenet/fixed16", 99.21, 24.60, 59.50),
                ("lenet/fixed8", 99.22, 8.86, 85.41), ("lenet/fixed4", 95.76, 4.31, 92.90), ("lenet/pow2", 99.14, 8.42, 86.13),
                ("lenet/binary", 99.40, 3.56, 94.13),
            ])
        + rows(
            "svhn",
            [
                ("convnet/float32", 86.77, 754.18, 0), ("convnet/fixed32", 86.78, 663.01, 12.09),
                ("convnet/fixed16", 86.77, 314.05, 58.36), ("convnet/fixed8", 84.03, 120.14, 84.07),
                ("convnet/fixed4", nil, nil, nil), ("convnet/pow2", 84.85, 114.70, 84.79), ("convnet/binary", 19.57, 52.11, 93.09),
            ])

    static let tableV =
        rows(
            "cifar10",
            [("alex/float32", 81.22, 335.68, 0), ("alex/fixed32", 79.71, 293.90, 12.45), ("alex/fixed16", 79.77, 136.61, 59.30)])
        + [
            Row(dataset: "cifar10", point: "alex+/fixed16", accuracy: 81.86, energy: 491.32, saving: .timesMore(1.5)),
            Row(dataset: "cifar10", point: "alex++/fixed16", accuracy: 82.26, energy: 628.17, saving: .timesMore(1.9)),
        ]
        + rows(
            "cifar10",
            [
                ("alex/fixed8", 77.99, 49.22, 85.34), ("alex+/fixed8", 78.71, 177.02, 47.27),
                ("alex++/fixed8", 75.03, 226.32, 32.59),
                ("alex/pow2", 77.03, 46.77, 86.07), ("alex+/pow2", 77.34, 168.21, 49.89), ("alex++/pow2", 81.26, 215.05, 35.93),
                ("alex/binary", 74.84, 19.79, 94.10), ("alex+/binary", 77.91, 71.18, 78.80), ("alex++/binary", 80.52, 91.00, 72.89),
                ("alex/fixed4", nil, nil, nil), ("alex+/fixed4", nil, nil, nil), ("alex++/fixed4", nil, nil, nil),
            ])

    @Test("Table III: seven rows of four figures")
    func designs() {
        #expect(study.published.designs.count == 7)
        for (row, (precision, area, power, areaSaving, powerSaving)) in zip(study.published.designs, Self.tableIII) {
            #expect(row.precision == precision)
            #expect(row.area == .squareMillimetres(area))
            #expect(row.power == .milliwatts(power))
            #expect(row.areaSavingPercent == areaSaving)
            #expect(row.powerSavingPercent == powerSaving)
        }
    }

    @Test("Tables IV and V: 27 points with figures, four without, in the paper's order")
    func points() {
        let expected = Self.tableIV + Self.tableV
        #expect(study.published.points.count == 31 && expected.count == 31)
        for (row, cells) in zip(study.published.points, expected) {
            #expect(row.point.reference.name == cells.point)
            #expect(row.point.dataset == cells.dataset)
            #expect(row.accuracyPercent == cells.accuracy)
            #expect(row.energy == cells.energy.map { .microjoules($0) })
            #expect(row.saving == cells.saving)
        }
        #expect(study.published.points.compactMap(\.energy).count == 27)
        #expect(study.published.points.compactMap(\.saving).count == 27)
    }

    @Test("What the text says failed has not converged, and nothing else")
    func converged() {
        let failed = study.published.points.filter { !$0.converged }.map(\.point.reference.name)
        #expect(failed == ["convnet/fixed4", "convnet/binary", "alex/fixed4", "alex+/fixed4", "alex++/fixed4"])
    }

    @Test("Section V-B: five memory footprints and the ranges of the buffers' shares")
    func text() {
        let footprints = study.published.footprints.map { "\($0.network) \(Int($0.paperKilobytes))" }
        #expect(footprints == ["lenet 1650", "convnet 2150", "alex 350", "alex+ 1250", "alex++ 9400"])
        #expect(study.published.bufferShares?.powerPercent == 75...93)
        #expect(study.published.bufferShares?.areaPercent == 76...96)
    }

    @Test("SVHN is accounted nominal, the others gated; savings refer to float32, ALEX's for all three ALEX networks")
    func benchmarks() {
        #expect(study.benchmarks.map(\.dataset) == ["mnist", "svhn", "cifar10"])
        #expect(study.benchmarks.map(\.accounting) == [.gated, .nominal, .gated])
        #expect(study.benchmarks.map(\.baseline.name) == ["lenet/float32", "convnet/float32", "alex/float32"])
        #expect(study.benchmarks.map(\.networks) == [["lenet"], ["convnet"], ["alex", "alex+", "alex++"]])
    }

    @Test("The model meets all of them within the study's tolerances")
    func validation() throws {
        let validation = try Validation(of: study, in: Shipped.library.catalogue)
        #expect(validation.failures.map { "\($0.kind.rawValue) \($0.subject)" } == [])
        #expect(validation.cells.count == 7 * 4 + 4 + 5 + 27 * 2 + 5)
    }
}
