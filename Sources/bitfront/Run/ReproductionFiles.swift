import DesignSpace
import Explorer
import Foundation
import Reports
import Terminal

/// The report of a reproduction as files: a Markdown document, and beside it a vector plot for each data set that was measured.
struct ReproductionFiles {
    let workspace: Workspace
    let reproduction: Reproduction

    /// Writes the files, taking the place of older ones, but of nothing that is no file.
    ///
    /// - Parameter path: the document; the plots' names begin with its own.
    /// - Returns: the paths that were written.
    /// - Throws: `CommandFailure` if one cannot be written, or the study cannot be priced.
    func write(to path: String, command: String) throws(CommandFailure) -> [String] {
        _ = try ReplacedFile.isThere(path)
        let document = URL(filePath: path)
        let stem = document.deletingPathExtension().lastPathComponent
        var figures: [String: ReproductionDocument.Figure] = [:]
        var written: [String] = []
        let study = try workspace.evaluated(reproduction.study, records: workspace.records())
        for section in reproduction.sections where section.rows.contains(where: { !$0.measured.isEmpty }) {
            let dataset = section.benchmark.dataset
            let rows = study.rows(on: dataset)
            let plot = FrontierPlot(rows)
            let name = "\(stem)-\(dataset).svg"
            let image = document.deletingLastPathComponent().appending(path: name)
            let title = "\(section.benchmark.title): accuracy over energy"
            try write(plot.svg(title: title, notes: Provenance(of: rows, in: study, dataset: dataset).notes), to: image)
            written.append(image.relativePath)
            figures[dataset] = ReproductionDocument.Figure(text: Self.text(of: plot), imageName: name)
        }
        try write(ReproductionDocument(reproduction, figures: figures, command: command).markdown, to: document)
        return [document.relativePath] + written
    }

    private static func text(of plot: FrontierPlot) -> String {
        var surface = Surface(size: Size(columns: 100, rows: 26))
        plot.draw(into: &surface, in: surface.bounds, capabilities: .full)
        return surface.text() + "\n"
    }

    private func write(_ text: String, to file: URL) throws(CommandFailure) {
        _ = try ReplacedFile.isThere(file.path)
        do {
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw CommandFailure(.failed, "'\(file.relativePath)' cannot be written: its folder may not be there, or not be yours")
        }
    }
}
