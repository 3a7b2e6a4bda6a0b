import DesignSpace
import HardwareModel
import Quantities
import Recipes
import Terminal

/// The report of a reproduction as a document of its own, in Markdown: what was asked, found and beaten, and how it was run.
public struct ReproductionDocument: Hashable, Sendable {
    /// A plot of one data set's frontiers.
    public struct Figure: Hashable, Sendable {
        /// The plot in characters.
        let text: String
        /// The name of the vector image beside the document.
        let imageName: String

        /// Makes a figure.
        public init(text: String, imageName: String) {
            self.text = text
            self.imageName = imageName
        }
    }

    let reproduction: Reproduction
    let figures: [String: Figure]
    let command: String

    /// Makes a document.
    ///
    /// - Parameters:
    ///   - figures: the plots by data set.
    ///   - command: the command line that writes it.
    public init(_ reproduction: Reproduction, figures: [String: Figure], command: String) {
        self.reproduction = reproduction
        self.figures = figures
        self.command = command
    }

    /// The document.
    public var markdown: String {
        let report = ReproductionReport(reproduction)
        let parts = [heading, summary] + reproduction.sections.map { section($0, of: report) }
        return (parts + [report.statements(as: .markdown), runs]).joined(separator: "\n")
    }

    /// Every run behind the figures, in the order of the tables.
    var records: [ExperimentRecord] {
        reproduction.sections.flatMap { $0.rows.flatMap { $0.measured.flatMap(\.finished) } }
    }

    private var heading: String {
        """
        # \(reproduction.study.title.visible): what our runs say

        Written by `\(command.visible)` from \(records.count.counted("run")) (bitfront \(BitfrontVersion.current)); not edited by hand. Accuracies \
        named measured are those of our runs, means over their seeds; the paper's are named so; energies are the model's.

        """
    }

    /// The counts that a reader wants first.
    private var summary: String {
        var lines = ["## In short", ""]
        for verdicts in reproduction.verdicts {
            let counts = StatementVerdict.Outcome.allCases.map { outcome in
                "\(outcome.rawValue) \(verdicts.statements.count { $0.outcome == outcome })"
            }
            lines.append(
                "- Statements of the paper: \(verdicts.statements.count); in our runs by recipe \(verdicts.recipe.visible): "
                    + counts.joined(separator: ", ") + ".")
        }
        for contest in reproduction.contests {
            lines.append("- \(contest.dataset.visible): " + ReproductionReport.summary(of: contest).trimmedLines)
        }
        let failed = records.filter { $0.status == .notConverged }
        lines.append("- Runs: \(records.count), of which \(failed.count) did not converge.")
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ section: Reproduction.Section, of report: ReproductionReport) -> String {
        let dataset = section.benchmark.dataset
        var text = report.points(of: section, as: .markdown)
        if let figure = figures[dataset] {
            text += "\n```\n\(figure.text)```\n\n![frontiers on \(dataset.visible)](\(figure.imageName))\n"
        }
        if let contest = reproduction.contests.first(where: { $0.dataset == dataset }) {
            text += "\n" + report.rounds(of: contest, as: .markdown) + ReproductionDocument.additions(to: contest)
        }
        return text
    }

    /// The measured points that the paper has no accuracy of, and which of its frontier points each dominates.
    private static func additions(to contest: FrontierContest) -> String {
        let lines = contest.additions.map { addition in
            let beaten = addition.dominated.map(\.point.reference.name).joined(separator: ", ")
            let percent = addition.point.accuracy?.percent?.text(decimals: 2) ?? Column.unknown
            return
                "- \(addition.point.point.reference.name), \(percent) % at \(addition.point.evaluation.energy.microjoules.text(decimals: 2)) µJ: "
                + "dominates \(beaten)"
        }
        guard !lines.isEmpty else { return "" }
        return
            "\nMeasured points that the paper has no accuracy of, and what of its frontier they dominate beyond the 95 % intervals:\n\n"
            + lines.joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text in one line, without a last full stop's newline.
    fileprivate var trimmedLines: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
