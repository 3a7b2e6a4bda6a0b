import DesignSpace
import HardwareModel
import Quantities
import Recipes
import Terminal

/// Measured accuracies beside published ones, the paper's statements held against them, and frontier against frontier.
public struct ReproductionReport: Hashable, Sendable {
    let reproduction: Reproduction

    /// Makes a report.
    public init(_ reproduction: Reproduction) { self.reproduction = reproduction }

    /// The report in a format; CSV holds the table of points alone.
    public func rendered(as format: ReportFormat) -> String {
        switch format {
        case .json: json.text
        case .csv:
            TextTable(csvOf: reproduction.sections.flatMap { $0.rows.flatMap(json(of:)) }, keys: Self.csvKeys).rendered(as: .csv)
        case .text, .markdown, .latex:
            (reproduction.sections.map { points(of: $0, as: format) } + statementParts(format)
                + reproduction.contests.map { rounds(of: $0, as: format) }).joined(separator: "\n")
        }
    }

    /// The headings of a reproduction without points; those of others are held against them by a test.
    static let csvKeys = [
        "network", "dataset", "precision", "radix", "energy_uj", "published_dataset", "published_accuracy_percent",
        "published_converged", "measured_accuracy_percent", "measured_accuracy_interval", "measured_converged", "recipe", "epochs",
        "seeds", "accuracies_percent",
    ]

    private func heading(_ text: String, _ format: ReportFormat) -> String {
        switch format {
        case .markdown: "## \(text)\n\n"
        case .latex: "\\section*{\(text)}\n"
        default: "\(text)\n"
        }
    }

    /// The points of one data set, under a heading.
    func points(of section: Reproduction.Section, as format: ReportFormat) -> String {
        let title = section.benchmark.title
        let paper = section.publishedDataset == section.benchmark.dataset ? "" : ", beside the paper's \(section.publishedDataset)"
        return heading("\(title)\(paper)", format) + table(of: section).rendered(as: format)
    }

    /// What became of the paper's statements, a part for each recipe.
    func statements(as format: ReportFormat) -> String { statementParts(format).joined(separator: "\n") }

    /// One line for each point and recipe; a point that nobody ran has a line as well.
    private func table(of section: Reproduction.Section) -> TextTable {
        let paper = section.publishedDataset == section.benchmark.dataset ? "paper %" : "paper, \(section.publishedDataset) %"
        var table = TextTable(headings: [
            .init("point"), .init("energy µJ", .right), .init(paper, .right), .init("measured %", .right), .init("95 %", .right),
            .init("difference", .right), .init("recipe"), .init("epochs", .right), .init("seeds", .right), .init("lowest–highest"),
        ])
        for row in section.rows {
            let start = [row.point.reference.name, row.energy.microjoules.text(decimals: 2), Self.published(row.published)]
            let measured = row.measured.filter { !$0.finished.isEmpty }
            if measured.isEmpty { table.rows.append(start + [Column.unknown, "", "", "", "", "", ""]) }
            for (index, point) in measured.enumerated() {
                table.rows.append((index == 0 ? start : ["", "", ""]) + Self.cells(of: point, beside: row.published))
            }
        }
        return table
    }

    private static func published(_ row: PublishedStudy.PointRow?) -> String {
        guard let row else { return Column.unknown }
        return (row.accuracyPercent?.text(decimals: 2) ?? "NA") + (row.converged ? "" : "!")
    }

    private static func cells(of point: MeasuredPoint, beside published: PublishedStudy.PointRow?) -> [String] {
        guard let accuracy = point.accuracy, let percent = accuracy.percent else { return Array(repeating: "", count: 7) }
        let spread = point.spread.map { "\($0.lowerBound.text(decimals: 2))–\($0.upperBound.text(decimals: 2))" }
        return [
            percent.text(decimals: 2) + (accuracy.converged ? "" : "!"),
            accuracy.halfWidth.map { "±" + $0.text(decimals: 2) } ?? "",
            published?.accuracyPercent.map { percent.shownDifference(from: $0, decimals: 2).signedText(decimals: 2) } ?? "",
            point.recipe.name,
            point.finished.first.map { String($0.epochs) } ?? "", String(point.finished.count), spread ?? "",
        ]
    }

    private func statementParts(_ format: ReportFormat) -> [String] {
        reproduction.verdicts.map { verdicts in
            let heading = heading("What the paper says in words, by recipe \(verdicts.recipe)", format)
            if format == .text { return heading + verdicts.statements.map(Self.lines(of:)).joined() }
            var table = TextTable(headings: [.init("the paper says"), .init("source"), .init("our runs"), .init("figures")])
            for verdict in verdicts.statements {
                for (index, finding) in verdict.findings.enumerated() {
                    table.rows.append([
                        index == 0 ? verdict.statement.text : "", index == 0 ? verdict.statement.source : "",
                        index == 0 ? verdict.outcome.rawValue : "", "\(finding.expectation.point.name): \(finding.figures)",
                    ])
                }
            }
            return heading + table.rendered(as: format)
        }
    }

    /// A statement on a line and its findings indented under it: sentences are too wide for columns of a terminal.
    private static func lines(of verdict: StatementVerdict) -> String {
        "\(verdict.outcome.rawValue): \(verdict.statement.text.visible) (\(verdict.statement.source.visible))\n"
            + verdict.findings.map { "    \($0.expectation.point.name): \($0.figures)\n" }.joined()
    }

    /// The paper's frontier of one data set against ours, under a heading.
    func rounds(of contest: FrontierContest, as format: ReportFormat) -> String {
        var table = TextTable(headings: [
            .init("paper's frontier"), .init("µJ", .right), .init("%", .right), .init("is"), .init("by"), .init("µJ", .right),
            .init("%", .right),
        ])
        for round in contest.rounds {
            table.rows.append(
                [round.published.point.reference.name] + Self.place(of: round.published) + [round.verdict.rawValue]
                    + (round.measured.map { [$0.point.reference.name] + Self.place(of: $0) } ?? ["", "", ""]))
        }
        return heading("Frontiers on \(contest.dataset)", format) + table.rendered(as: format) + (format == .markdown ? "\n" : "")
            + Self.summary(of: contest)
    }

    private static func place(of row: EvaluatedPoint) -> [String] {
        [row.evaluation.energy.microjoules.text(decimals: 2), row.accuracy?.percent?.text(decimals: 2) ?? Column.unknown]
    }

    /// Counts and hypervolumes in words, with the rectangle that the latter are shares of.
    static func summary(of contest: FrontierContest) -> String {
        let counts = FrontierContest.Verdict.allCases.map { "\($0.rawValue) \(contest.count($0))" }.joined(separator: ", ")
        var text = "Points on the paper's frontier: \(contest.rounds.count), of which \(counts).\n"
        if let box = contest.hypervolume, let ours = contest.measuredShare, let theirs = contest.publishedShare {
            text += """
                Hypervolume: ours \(ours.text(decimals: 3)), the paper's \(theirs.text(decimals: 3)), ratio \
                \(theirs > 0 ? (ours / theirs).text(decimals: 2) : Column.unknown); shares of the rectangle of log energy and accuracy \
                from \(box.ideal.cost.text(decimals: 2)) µJ at \(box.ideal.gain.text(decimals: 2)) % to the reference point \
                \(box.reference.cost.text(decimals: 2)) µJ at \(box.reference.gain.text(decimals: 2)) %.

                """
        }
        return text
    }
}
