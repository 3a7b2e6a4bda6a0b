import ArgumentParser
import DesignSpace
import Explorer
import HardwareModel
import Quantities
import Reports
import Terminal

/// `bitfront frontier`: the Pareto frontier of one data set.
struct FrontierCommand: ParsableCommand {
    /// The forms of a frontier: those of every report, and a vector plot.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, markdown, latex, svg
    }

    static let configuration = CommandConfiguration(
        commandName: "frontier", abstract: "Plot the Pareto frontier of a data set, or list the points on it.",
        discussion: "Text and SVG show every point; the other formats list those on the frontier, or with --all every point.")

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "text, json, csv, markdown, latex or svg.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp("The data set; default: the one with the most networks.", valueName: "name"),
        completion: NameCompletion.datasets)
    var dataset: String?

    @Option(help: "The horizontal axis: energy, power, area, latency or kib (weight memory).")
    var x: CostAxis = .energy

    @Option(help: "The vertical axis: accuracy or error.")
    var y: GainAxis = .accuracy

    @Option(help: "Columns of the text plot.")
    var width = 100

    @Option(help: "Rows of the text plot.")
    var height = 30

    @Flag(help: "List every point, not only those on the frontier.")
    var all = false

    func validate() throws {
        guard (20...1000).contains(width), (5...500).contains(height) else {
            throw ValidationError("\(width)x\(height) is out of range: use --width 20 to 1000 and --height 5 to 500")
        }
    }

    func run() throws {
        let study = try Workspace.reading(workspace).evaluatedStudy()
        let dataset = try dataset.map { try study.study.dataset(named: $0) } ?? study.study.largestBenchmark?.dataset ?? ""
        let rows = study.rows.filter { $0.point.dataset == dataset }
        let plot = FrontierPlot(rows, cost: x, quality: y)
        guard let report = ReportFormat(rawValue: format.rawValue) else {
            return Output.write(plot.svg(title: heading(of: study, dataset), notes: study.provenance(of: dataset)), as: nil)
        }
        if report == .text, !all {
            var surface = Surface(size: Size(columns: width, rows: height))
            let (title, body) = surface.bounds.splitTop(1)
            surface.put(heading(of: study, dataset), in: title, alignment: .leading)
            plot.draw(into: &surface, in: body, capabilities: .full)
            return Output.write(surface.text() + "\n", ascii: workspace.ascii)
        }
        let frontier = Set(rows.frontier(cost: x).map(\.index))
        // The flag of a listed point is that of the frontier asked for, which need not be that of energy.
        let listed = rows.filter { all || frontier.contains($0.index) }.map { row in
            var row = row
            row.isOnFrontier = frontier.contains(row.index)
            return row
        }.sorted { all ? $0.index < $1.index : x.value(of: $0) < x.value(of: $1) }
        Output.write(FrontierReport(frontier: listed).rendered(as: report), as: report, ascii: workspace.ascii)
    }

    /// What the plot shows: data set, study, accelerator, clock and energy accounting.
    private func heading(of study: EvaluatedStudy, _ dataset: String) -> String {
        let benchmark = study.study.benchmarks.first { $0.dataset == dataset }
        let accounting = workspace.accounting ?? benchmark?.accounting ?? .nominal
        let clock = study.accelerator.tile.clock.megahertz.text(significant: 3)
        return "\(benchmark?.title ?? dataset) · \(study.study.name) · \(study.accelerator.name) \(clock) MHz · "
            + "\(accounting.rawValue) energy"
    }
}

extension CostAxis: ExpressibleByArgument {}
extension GainAxis: ExpressibleByArgument {}
