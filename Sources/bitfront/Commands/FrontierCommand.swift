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
        discussion: """
            Text and SVG show every point; the other formats list those on the frontier, or with --all every point. With --where \
            the frontier is that of the points that pass, as --where 'area<4 net=alex'; it is the language of 'bitfront table --where'.
            """)

    @OptionGroup var workspace: WorkspaceOptions

    @Option(help: "text, json, csv, markdown, latex or svg.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "The data set; default: the one with the most networks, or the first of which --where leaves a point.",
            valueName: "name"),
        completion: NameCompletion.datasets)
    var dataset: String?

    @Option(name: .customLong("where"), help: ArgumentHelp("Only the points that pass.", valueName: "filter"))
    var filter = ""

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
        let filter = try RowFilter(filter)
        let study = try Workspace.reading(workspace).evaluatedStudy()
        let chosen = try dataset.map { try study.study.dataset(named: $0) }
        let passing = filter.passing(chosen.map(study.rows(on:)) ?? study.rows, on: chosen)
        let dataset = chosen ?? Self.dataset(of: passing, in: study.study)
        let rows = passing.filter { $0.point.dataset == dataset }
        let heading = heading(of: study, dataset) + (filter.text.isEmpty ? "" : " · \(filter.text.visible)")
        guard let report = ReportFormat(rawValue: format.rawValue) else {
            let plot = plot(of: rows, among: study.rows(on: dataset), filter)
            return Output.write(plot.svg(title: heading, notes: provenance(of: rows, in: study, dataset).notes), as: nil)
        }
        let everything = study.rows(on: dataset)
        guard report == .text, !all else {
            let listed = listed(rows, frontierOf: filter.asksForFrontier ? everything : rows)
            let text = FrontierReport(frontier: listed).printed(as: report, provenance(of: listed, in: study, dataset))
            return Output.write(text, as: report, ascii: workspace.ascii)
        }
        guard !rows.isEmpty || everything.isEmpty else {
            return Output.write("\(heading)\nno point passes the filter\n", ascii: workspace.ascii)
        }
        write(plot(of: rows, among: everything, filter), under: heading, study.accelerator.warnings)
    }

    /// The data set to plot where none is named: the one with the most networks, unless a filter leaves points of others alone.
    private static func dataset(of rows: [EvaluatedPoint], in study: Study) -> String {
        let largest = study.largestBenchmark?.dataset ?? ""
        return rows.contains { $0.point.dataset == largest } ? largest : rows.first?.point.dataset ?? largest
    }

    private func provenance(of rows: [EvaluatedPoint], in study: EvaluatedStudy, _ dataset: String) -> Provenance {
        Provenance(of: rows, in: study, dataset: dataset, filter: filter)
    }

    /// Writes the plot as text, without the empty lines below one that has no point, and what is to be said against its figures.
    private func write(_ plot: FrontierPlot, under heading: String, _ warnings: [String]) {
        let whole = lines(of: plot, under: heading, rows: height)
        // A plot that has few lines needs them itself.
        let signs = height < 20 ? [] : plot.signs(in: Array(whole.dropFirst()), columns: width)
        let drawn = signs.isEmpty ? whole : lines(of: plot, under: heading, rows: height - signs.count)
        let caveats = warnings.isEmpty ? "" : "caveats \(warnings.joined(separator: ", "))\n"
        Output.write((drawn + signs).joined(separator: "\n") + "\n" + caveats, ascii: workspace.ascii)
    }

    private func lines(of plot: FrontierPlot, under heading: String, rows: Int) -> [String] {
        var surface = Surface(size: Size(columns: width, rows: rows))
        let (title, body) = surface.bounds.splitTop(1)
        surface.put(heading, in: title, alignment: .leading)
        let isASCII = workspace.ascii || Output.isASCIIAskedFor
        plot.draw(into: &surface, in: body, capabilities: isASCII ? .plain : .full)
        let blank = surface.lines.reversed().prefix(while: \.isEmpty).count
        return surface.lines.dropLast(blank)
    }

    /// The plot of the rows that pass, with their frontier; for a filter that asks for the frontier, with that of all.
    private func plot(of rows: [EvaluatedPoint], among all: [EvaluatedPoint], _ filter: RowFilter) -> FrontierPlot {
        filter.asksForFrontier
            ? FrontierPlot(all, cost: x, quality: y, passing: filter.filter) : FrontierPlot(rows, cost: x, quality: y)
    }

    /// The rows of a list: those on the frontier by rising cost, or all.
    private func listed(_ rows: [EvaluatedPoint], frontierOf contenders: [EvaluatedPoint]) -> [EvaluatedPoint] {
        let frontier = Set(contenders.frontier(cost: x).map(\.index))
        // The flag of a listed point is that of the frontier asked for, which need not be that of energy.
        return rows.filter { all || frontier.contains($0.index) }.map { row in
            var row = row
            row.isOnFrontier = frontier.contains(row.index)
            return row
        }.sorted { all ? $0.index < $1.index : x.value(of: $0) < x.value(of: $1) }
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
