import DesignSpace
import HardwareModel
import Precision
import Reports
import ShippedPresets
import Testing

@Suite("Reports with where their figures come from")
struct AttributedReportTests {
    /// The reports that the explorer exports.
    enum Kind: String, CaseIterable, Sendable {
        case points
        case breakdown
        case comparison
        case layers
        case explanations

        func report() throws -> any AttributedReport {
            let catalogue = try ShippedPresets.catalogue()
            let study = try EvaluatedStudy(catalogue.study("hashemi2017"), in: catalogue)
            return switch self {
            case .points: PointReport(rows: study.rows, columns: Column.standard)
            case .breakdown: BreakdownReport(Precision.ofThePaper.map { Design(study.accelerator, precision: $0) })
            case .comparison: CompareReport(reference: study.rows[0], others: [study.rows[1], study.rows[2]])
            case .layers: LayersReport(study.rows[0].evaluation)
            case .explanations: ExplanationReport(Column.allCases.compactMap(study.rows[0].explanation))
            }
        }
    }

    private static let facts = [
        Provenance.Fact(name: "study", value: "my_study"), Provenance.Fact(name: "scenario", value: "clock=300 sb=64"),
    ]

    @Test("JSON is one object with the facts and, under the keys of the command, the figures", arguments: Kind.allCases)
    func json(kind: Kind) throws {
        let report = try kind.report()
        let text = report.rendered(as: .json, provenance: Self.facts)
        #expect(text.contains("\"study\": \"my_study\"") && text.contains("\"scenario\": \"clock=300 sb=64\""))
        let key =
            [
                Kind.points: "points", .breakdown: "breakdown", .comparison: "others", .layers: "layers",
                .explanations: "explanations",
            ][kind] ?? ""
        #expect(text.contains("\n  \"\(key)\": ["))
    }

    @Test(
        "Every row of CSV has a cell for every heading, no heading twice, and the facts behind its figures",
        arguments: Kind.allCases)
    func csv(kind: Kind) throws {
        let report = try kind.report()
        let headings = report.csv.headings.count
        #expect(report.csv.rows.allSatisfy { $0.count == headings })
        let lines = report.rendered(as: .csv, provenance: Self.facts).split(separator: "\r\n")
        let names = lines[0].split(separator: ",")
        #expect(Set(names).count == names.count && names.suffix(2) == ["study", "scenario"])
        #expect(lines.dropFirst().allSatisfy { $0.hasSuffix("my_study,clock=300 sb=64") })
        #expect(lines.count == report.csv.rows.count + 1)
    }

    @Test("A fact that a report says itself is said once, by the report")
    func twice() throws {
        let facts = [Provenance.Fact(name: "accelerator", value: "another")]
        let json = try Kind.layers.report().rendered(as: .json, provenance: facts)
        #expect(json.contains("\"accelerator\": \"tile-65nm\"") && !json.contains("another"))
    }

    @Test("No value can begin what Markdown, LaTeX or a terminal carries out", arguments: Kind.allCases)
    func hostile(kind: Kind) throws {
        let report = try kind.report()
        let facts = [Provenance.Fact(name: "filter", value: "a\n\\input{x}\u{1b}[31m<script>\u{2028}|")]
        for format in ReportFormat.allCases {
            let text = report.rendered(as: format, provenance: facts)
            #expect(!text.contains("\u{1b}") && !text.contains("\n\\input"), "\(format)")
        }
        #expect(!report.rendered(as: .markdown, provenance: facts).contains(" <script>"))
        let latex = report.rendered(as: .latex, provenance: facts)
        #expect(latex.split(separator: "\n").first?.hasPrefix("% filter: a") == true)
        #expect(latex.split(separator: "\n").dropFirst().first?.hasPrefix("\\begin{tabular}") == true)
    }

    @Test("Differences and ratios of a comparison are unrounded in CSV")
    func comparison() throws {
        let csv = try Kind.comparison.report().csv
        let energy = try #require(csv.rows.first { $0[0].hasPrefix("energy") })
        let numbers = try energy.dropFirst().map { try #require(Double($0)) }
        #expect(numbers.count == 7)
        #expect(abs(numbers[2] - (numbers[1] - numbers[0])) < 1e-9 && abs(numbers[3] - numbers[1] / numbers[0]) < 1e-12)
    }

    @Test("What a run found stands beside the layers: formats, clipping, accumulator bits; null where it found nothing")
    func measured() throws {
        let catalogue = try ShippedPresets.catalogue()
        let network = try catalogue.network("lenet")
        let spec = ExperimentSpec(
            network: "lenet", networkFingerprint: "f", dataset: "mnist", precision: .fixed8, radix: .global,
            recipe: try catalogue.recipe("paper"), seed: 3)
        var run = ExperimentRecord(
            key: "k", spec: spec, status: .done, engineVersion: "0", cpu: "none", threads: 1, createdAt: "today")
        run.quantizationJSON = """
            {"input": {"bits": 8, "fraction_bits": 5}, "layers": [
              {"layer": "conv1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": 9}}}, "output": {"bits": 8, "fraction_bits": 4}}]}
            """
        run.arithmetic = ArithmeticReport(
            precision: .fixed8, images: 10, imagesBelowLimit: 10, imagesEqual: 10, imagesDiffering: 0, imagesTraced: 10,
            inputSaturatedPercent: 1.5,
            layers: [
                LayerArithmetic(
                    name: "conv1", accumulatorBits: 19, featureMapsSaturatedPercent: 0.25, weightsSaturatedPercent: 12)
            ])
        let evaluation = Evaluation(network: network, precision: .fixed8, accelerator: try catalogue.accelerator("tile-65nm"))
        let report = LayersReport(evaluation, run: run)
        let (headings, rows) = (report.csv.headings.map(\.text), report.csv.rows)
        func value(_ key: String, _ row: [String]) throws -> String { row[try #require(headings.firstIndex(of: key))] }
        #expect(rows.allSatisfy { $0.count == headings.count })
        let first = try #require(rows.first { $0[0] == "conv1" })
        #expect(try value("weight_format_fraction_bits", first) == "9" && value("weights_saturated_percent", first) == "12")
        #expect(try value("accumulator_bits", first) == "19")
        let other = try #require(rows.first { $0[0] == "pool1" })
        #expect(try value("weight_format_bits", other) == "" && value("accumulator_bits", other) == "")
        let json = report.rendered(as: .json)
        #expect(json.contains("\"run_seed\": 3") && json.contains("\"input_saturated_percent\": 1.5"))
        #expect(report.rendered(as: .markdown).contains("8 bits, 9 after the radix point"))
        #expect(!LayersReport(evaluation).rendered(as: .json).contains("run_key"))
    }

    @Test("What a run found in its layers is a row for each layer, and the run beside it")
    func layersOfARun() throws {
        let catalogue = try ShippedPresets.catalogue()
        let spec = ExperimentSpec(
            network: "alex", networkFingerprint: try catalogue.network("alex").fingerprint, dataset: "cifar10", precision: .fixed8,
            radix: .global, recipe: try catalogue.recipe("paper"), seed: 1)
        var record = ExperimentRecord(
            spec: spec, status: .done, engineVersion: "1", cpu: "test", threads: 1, createdAt: "2026-01-01T00:00:00Z")
        record.quantizationJSON = """
            {"input": {"bits": 8, "fraction_bits": 5}, "layers": [
              {"layer": "conv1", "weights": {"fixed": {"format": {"bits": 8, "fraction_bits": 9}}}, "output": {"bits": 8, "fraction_bits": 4}}]}
            """
        let report = MeasuredLayersReport(record)
        let csv = report.rendered(as: .csv, provenance: Self.facts).split(separator: "\r\n")
        #expect(csv.count == 2 && csv[0].hasPrefix("name,") && csv[1].hasPrefix("conv1,8,9,"))
        #expect(csv[0].split(separator: ",").contains("run_key"))
        #expect(report.json.text.contains("\"fraction_bits\": 9"))
        #expect(report.rendered(as: .markdown).contains("8 bits, 9 after the radix point"))
    }
}
