import DesignSpace
import Explorer
import Foundation
import Reports

/// A file of what the explorer shows.
struct ExportFile {
    let export: Export

    /// The file's contents, with study, scenario and version in them.
    var text: String {
        let format: ReportFormat = [.csv: .csv, .json: .json, .latex: .latex][export.format] ?? .markdown
        let facts = export.provenance
        return switch export.content {
        case .picture(let picture): picture
        case .points(let rows, let columns):
            PointReport(
                rows: rows, columns: columns, comparesWithPaper: !export.isHypothetical, isComplete: export.isComplete
            ).rendered(as: format, provenance: facts)
        case .breakdown(let designs): BreakdownReport(designs).rendered(as: format, provenance: facts)
        case .comparison(let reference, let others):
            CompareReport(reference: reference, others: others).rendered(as: format, provenance: facts)
        case .layers(let point): LayersReport(point.evaluation, run: point.runs.first).rendered(as: format, provenance: facts)
        case .queue(let queue): QueueReport(queue).rendered(as: format, provenance: facts)
        case .explanations(let explanations): ExplanationReport(explanations).rendered(as: format, provenance: facts)
        case .radixPoints(let run): MeasuredLayersReport(run).rendered(as: format, provenance: facts)
        }
    }

    /// Writes the file, in the folder that the program was started in unless it was asked for elsewhere.
    ///
    /// A file that is there already stays: a number is put behind the name of one that was not named by a person.
    ///
    /// - Returns: its path.
    /// - Throws: `CommandFailure` if it cannot be written.
    func write() throws(CommandFailure) -> String {
        let names = export.file.map { [Self.expanded($0)] } ?? Self.names(like: export.suggestedName)
        let text = text
        for name in names {
            do {
                try NewFile(path: name).write(text)
                return name
            } catch .isThere {
                continue
            } catch {
                throw CommandFailure(.failed, "'\(name)' cannot be written: \(error.reason)")
            }
        }
        let (format, ending) = (export.format.rawValue, export.format.fileExtension)
        throw CommandFailure(.failed, "'\(names[0])' is there already: name another file, as :export \(format) other.\(ending)")
    }

    /// The file of a name as a shell would understand it: `~/` is the home that the environment names, any other tilde itself.
    private static func expanded(_ name: String) -> String {
        guard name.hasPrefix("~") else { return name }
        let home = ProcessInfo.processInfo.environment["HOME"] ?? FileManager.default.homeDirectoryForCurrentUser.path
        return name.hasPrefix("~/") ? home + name.dropFirst(1) : "./" + name
    }

    private static func names(like name: String) -> [String] {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let (stem, ending) = (parts.dropLast().joined(separator: "."), parts.last ?? "")
        return [name] + (2...99).map { "\(stem)-\($0).\(ending)" }
    }
}
