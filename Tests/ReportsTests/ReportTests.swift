import DesignSpace
import HardwareModel
import Precision
import Reports
import ShippedPresets
import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Reports")
struct ReportTests {
    private func study() throws -> EvaluatedStudy {
        let catalogue = try ShippedPresets.catalogue()
        return try EvaluatedStudy(catalogue.study("hashemi2017"), in: catalogue)
    }

    /// The keys that the command line promises for a design point.
    private static let pointKeys: Set = [
        "network", "dataset", "precision", "radix", "weight_bits", "data_bits", "accelerator", "accounting", "cycles",
        "utilisation",
        "latency_ms", "images_per_second", "area_mm2", "power_mw", "energy_uj", "energy_saving_percent", "area_saving_percent",
        "power_saving_percent", "macs", "pj_per_mac", "tops_per_watt", "parameter_count", "parameter_kib", "feature_map_kib",
        "accuracy_percent", "accuracy_interval", "accuracy_source", "converged", "seeds", "on_frontier", "published",
        "error_percent",
    ]

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// An object's keys and which of them are null.
    private struct Keys: Decodable {
        var all: Set<String> = []
        var null: Set<String> = []

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            all = Set(container.allKeys.map(\.stringValue))
            null = Set(try container.allKeys.filter { try container.decodeNil(forKey: $0) }.map(\.stringValue))
        }
    }

    private func keys(_ json: String) throws -> [Keys] { try JSONDecoder().decode([Keys].self, from: Data(json.utf8)) }

    @Test("JSON of points has every promised key, null where nothing is known")
    func pointKeys() throws {
        let study = try study()
        let objects = try keys(PointReport(rows: study.rows).rendered(as: .json))
        #expect(objects.count == 31)
        for (object, row) in zip(objects, study.rows) {
            #expect(object.all.isSuperset(of: Self.pointKeys))
            #expect(object.null.contains("accuracy_percent") == (row.accuracy?.percent == nil))
        }
    }

    @Test("CSV without a row has the headings of one with rows")
    func emptyCSV() throws {
        let rows = try study().rows
        #expect(PointReport(rows: []).csv.headings == PointReport(rows: rows).csv.headings)
        for columns in [[Column.energy, .drop], Column.allCases] {
            func report(_ rows: [EvaluatedPoint]) -> PointReport { PointReport(rows: rows, columns: columns, isComplete: false) }
            #expect(report([]).csv.headings == report(rows).csv.headings)
        }
    }

    @Test("CSV of chosen columns holds them in their order, as the complete one has them under the same keys")
    func chosenColumns() throws {
        func cells(_ report: PointReport) -> [[String]] {
            let table = report.csv
            return [table.headings.map(\.text)] + table.rows
        }
        let rows = try study().rows
        let whole = cells(PointReport(rows: rows))
        let chosen = cells(PointReport(rows: rows, columns: [.energy, .network, .precision, .accuracy, .drop], isComplete: false))
        #expect(
            chosen[0] == [
                "energy_uj", "network", "precision", "radix", "accuracy_percent", "converged", "accuracy_source",
                "accuracy_drop_points",
            ])
        let all = cells(PointReport(rows: rows, columns: Column.allCases, isComplete: false))
        #expect(all.count == whole.count && all[0].count == Set(all[0]).count)
        for (place, key) in all[0].enumerated() where key != "accuracy_drop_points" {
            let column = try #require(whole[0].firstIndex(of: key), "no figure is called \(key)")
            #expect(all.map { $0[place] } == whole.map { $0[column] }, "\(key)")
        }
        let drops = try #require(chosen[0].firstIndex(of: "accuracy_drop_points"))
        #expect(zip(chosen.dropFirst(), rows).allSatisfy { ($0[drops] == "") == ($1.accuracyDrop == nil) })
    }

    @Test("A report of chosen columns says in JSON all that is promised, and in Markdown and LaTeX the columns alone")
    func chosenFormats() throws {
        let rows = try study().rows
        let report = PointReport(rows: rows, columns: [.network, .energy], isComplete: false)
        #expect(report.rendered(as: .json) == PointReport(rows: rows).rendered(as: .json))
        #expect(report.rendered(as: .markdown).hasPrefix("| network | energy µJ |\n"))
        #expect(report.rendered(as: .latex).hasPrefix("\\begin{tabular}{lr}\n"))
        // What the command line calls seeds is a number of runs, which no fact may pass for.
        let facts = report.rendered(
            as: .csv,
            provenance: [.init(name: "study", value: "s"), .init(name: "dataset", value: "d"), .init(name: "seeds", value: "1, 2")])
        #expect(facts.hasPrefix("network,energy_uj,study,dataset\r\n"))
        for format in [ReportFormat.markdown, .latex] {
            let attributed = report.rendered(as: format, provenance: [.init(name: "study", value: "s")])
            #expect(attributed.contains(report.rendered(as: format)), "an export's table is that of the command line")
        }
    }

    @Test(
        "Where no column says in a word whose an accuracy is, its sign does, and a line below the table says what that means",
        arguments: [
            (ReportFormat.text, "85.66*", "71.50^", "acc %: unmarked published, * measured, ^ imported, ! did not converge"),
            (.markdown, "| 85.66\\* |", "71.50^ |", "acc %: unmarked published, \\* measured, ^ imported, ! did not converge"),
            (
                .latex, "85.66{*} ", "71.50\\textasciicircum{} ",
                "acc \\%: unmarked published, {*} measured, \\textasciicircum{} imported, ! did not converge"
            ),
        ])
    func signs(format: ReportFormat, measured: String, imported: String, line: String) throws {
        let rows = try Self.rowsOfEverySource()
        let text = PointReport(rows: rows, columns: [.network, .accuracy]).rendered(as: format)
        #expect(text.contains(measured) && text.contains(imported) && text.contains("\n\n\(line)\n"), "\(text)")
        for column in [Column.source, .state] {
            let worded = PointReport(rows: rows, columns: [.network, .accuracy, column]).rendered(as: format)
            #expect(!worded.contains("unmarked") && worded.contains("85.66") && !worded.contains(measured), "\(worded)")
        }
        #expect(!PointReport(rows: rows, columns: [.network, .energy]).rendered(as: format).contains("unmarked"))
    }

    /// A published point that did not converge, a measured one and imported ones, of which one source has a long name.
    private static func rowsOfEverySource() throws -> [EvaluatedPoint] {
        let catalogue = try ShippedPresets.catalogue()
        var record = ExperimentRecord(
            key: "k",
            spec: ExperimentSpec(
                network: "alex++", networkFingerprint: try catalogue.network("alex++").fingerprint, dataset: "cifar10",
                precision: .powerOfTwo, radix: .global, recipe: try catalogue.recipe("paper"), seed: 1), status: .done,
            engineVersion: "0", cpu: "none", threads: 1, createdAt: "today")
        record.testAccuracyPercent = 85.66
        let point = DesignPoint(network: "alex++", dataset: "cifar10", precision: .powerOfTwo)
        let imported = [("lab", 71.5), (longSource, 72.5)].map {
            ImportedAccuracy(point: point, source: $0.0, accuracyPercent: $0.1, importedAt: "2026-01-01T00:00:00Z")
        }
        return try EvaluatedStudy(
            catalogue.study("default"), in: catalogue, records: [record], imported: imported
        ).rows.filter { $0.point == point || $0.accuracy?.converged == false }
    }

    private static let longSource = "a laboratory with_a name that is long"

    @Test(
        "A source's long name stands whole in Markdown and LaTeX, where nothing limits the width",
        arguments: [(ReportFormat.markdown, "with\\_a name that is long)"), (.latex, "with\\_a name that is long)")])
    func longSource(format: ReportFormat, name: String) throws {
        let text = PointReport(rows: try Self.rowsOfEverySource(), columns: [.network, .source]).rendered(as: format)
        #expect(text.contains("imported (a laboratory \(name)"), "\(text)")
    }

    @Test("Every format of the table has a line for every point", arguments: [ReportFormat.text, .csv, .markdown, .latex])
    func formats(format: ReportFormat) throws {
        let rows = try study().rows
        let text = PointReport(rows: rows).rendered(as: format)
        // The heading, and in text a line on the two kinds of energy that this study charges.
        let overhead = [ReportFormat.text: 2, .csv: 1, .markdown: 2, .latex: 6][format] ?? 0
        #expect(text.split(whereSeparator: \.isNewline).count == rows.count + overhead)
    }

    @Test(
        "Radix points and largest weights of a result are told layer by layer",
        arguments: [
            (#"{"fixed":{"format":{"bits":4,"fraction_bits":-1}}}"#, "4 bits, -1 after the radix point"),
            (#"{"binary":{"format":{"exponent":-3}}}"#, "±2^-3"),
            (#"{"power_of_two":{"format":{"bits":6,"largest_exponent":0}}}"#, "6 bits, ±2^n up to 2^0"),
        ])
    func radixPoints(weights: String, words: String) throws {
        var record = ExperimentRecord(
            key: "k", spec: try Self.spec(), status: .done, engineVersion: "0", cpu: "none", threads: 1, createdAt: "today")
        record.quantizationJSON =
            #"{"input":{"bits":8,"fraction_bits":6},"layers":[{"layer":"conv1","weights":"# + weights + "}]}"
        let text = RecordReport(record).rendered(as: .text)
        #expect(text.contains("conv1  \(words)"))
        #expect(text.contains("8 bits, 6 after the radix point"))
    }

    private static func spec() throws -> ExperimentSpec {
        let catalogue = try ShippedPresets.catalogue()
        return ExperimentSpec(
            network: "lenet", networkFingerprint: "f", dataset: "mnist", precision: .float32, radix: .global,
            recipe: try catalogue.recipe("paper"), seed: 1)
    }

    @Test("JSON of a breakdown adds up to its totals", arguments: Precision.ofThePaper)
    func breakdown(precision: Precision) throws {
        struct Part: Decodable { let area_mm2, power_mw: Double, name, group, source: String, count: Int }
        struct Whole: Decodable {
            let precision: String, area_mm2, power_mw, buffer_area_share_percent, buffer_power_share_percent: Double,
                components: [Part]
        }
        let json = BreakdownReport(try study().accelerator, precisions: [precision]).rendered(as: .json)
        let whole = try #require(try JSONDecoder().decode([Whole].self, from: Data(json.utf8)).first)
        #expect(whole.precision == precision.name)
        #expect(abs(whole.components.reduce(0) { $0 + $1.area_mm2 } / whole.area_mm2 - 1) < 1e-9)
        #expect(abs(whole.components.reduce(0) { $0 + $1.power_mw } / whole.power_mw - 1) < 1e-9)
        let buffers = whole.components.filter { $0.group == "buffer" }.reduce(0) { $0 + $1.power_mw }
        #expect(abs(buffers / whole.power_mw * 100 - whole.buffer_power_share_percent) < 1e-9)
        #expect(Set(whole.components.map(\.group)) == ["buffer", "weight block", "adder tree", "registers", "control"])
        #expect(whole.components.allSatisfy { !$0.source.isEmpty && $0.count > 0 })
    }

    @Test("Layers add up to the network", arguments: ["lenet", "convnet", "alex", "alex+", "alex++"])
    func layers(network: String) throws {
        struct Layer: Decodable { let cycles, macs: Int, energy_uj: Double }
        struct Whole: Decodable { let cycles, macs: Int, energy_uj: Double, layers: [Layer] }
        let catalogue = try ShippedPresets.catalogue()
        let evaluation = Evaluation(
            network: try catalogue.network(network), precision: .fixed8, accelerator: try catalogue.accelerator("tile-65nm"))
        let whole = try JSONDecoder().decode(Whole.self, from: Data(LayersReport(evaluation).rendered(as: .json).utf8))
        #expect(whole.layers.reduce(0) { $0 + $1.cycles } == whole.cycles)
        #expect(whole.layers.reduce(0) { $0 + $1.macs } == whole.macs)
        #expect(abs(whole.layers.reduce(0) { $0 + $1.energy_uj } / whole.energy_uj - 1) < 1e-9)
    }

    @Test("CSV holds plain numbers under the JSON's keys, for every report that has rows")
    func plainNumbers() throws {
        let catalogue = try ShippedPresets.catalogue()
        let evaluation = Evaluation(
            network: try catalogue.network("alex"), precision: .fixed8, accelerator: try catalogue.accelerator("tile-65nm"))
        let layers = LayersReport(evaluation).rendered(as: .csv).split(whereSeparator: \.isNewline)
        #expect(layers.first?.hasPrefix("name,kind,input,output,macs") == true)
        #expect(layers.dropFirst().first?.contains(",2457600,") == true)
        #expect(layers.count == evaluation.mapping.layers.count + 1)
        let parts = BreakdownReport(evaluation.accelerator, precisions: [.fixed8]).rendered(as: .csv)
        #expect(parts.hasPrefix("precision,name,group,count,area_mm2,power_mw"))
        #expect(parts.contains("fixed8,SB,buffer,655360,"))
        let validation = try Validation(of: catalogue.study("hashemi2017"), in: catalogue)
        let cells = ValidationReport(validation).rendered(as: .csv).split(whereSeparator: \.isNewline)
        #expect(cells.count == validation.cells.count + 1)
        #expect(cells.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count >= 10 })
    }

    @Test("A comparison says what is gained for what")
    func comparison() throws {
        let study = try study()
        let reference = try #require(study.rows(of: PointReference(network: "alex", precision: .float32)).first)
        let other = try #require(study.rows(of: PointReference(network: "alex++", precision: .powerOfTwo)).first)
        let text = CompareReport(reference: reference, others: [other]).rendered(as: .text)
        #expect(text.contains("ALEX++ power of two (6,16) ties ALEX floating point (32,32)'s accuracy (+0.04, inside ±0.81)"))
        #expect(text.contains("18 % of its area"))
    }

    @Test("Validation prints every cell and a verdict")
    func validation() throws {
        let catalogue = try ShippedPresets.catalogue()
        let validation = try Validation(of: catalogue.study("hashemi2017"), in: catalogue)
        let text = ValidationReport(validation).rendered(as: .text)
        #expect(text.contains("all \(validation.cells.count) published figures are met"))
        let strict = try Validation(of: catalogue.study("hashemi2017"), in: catalogue, tolerancePercent: 0.5)
        #expect(ValidationReport(strict).rendered(as: .text).contains("are not met"))
        #expect(ValidationReport(strict).rendered(as: .text).contains("  NO  "))
    }
}
