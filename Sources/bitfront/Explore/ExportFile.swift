import DesignSpace
import Explorer
import Foundation
import Reports

/// A file of what the explorer shows.
struct ExportFile {
    let export: Export

    /// The file's contents, with study, scenario and version in them.
    var text: String {
        if let picture = export.picture { return picture }
        let format: ReportFormat = [.csv: .csv, .json: .json, .latex: .latex][export.format] ?? .markdown
        let facts = export.provenance.map { (name: $0.name, value: $0.value) }
        return PointReport(rows: export.rows, columns: export.columns).rendered(as: format, provenance: facts)
    }

    /// Writes the file, in the folder that the program was started in unless it was asked for elsewhere.
    ///
    /// A file that is there already stays: a number is put behind the name of one that was not named by a person.
    ///
    /// - Returns: its path.
    /// - Throws: `CommandFailure` if it cannot be written.
    func write() throws(CommandFailure) -> String {
        let names = export.file.map { [Self.expanded($0)] } ?? Self.names(like: export.suggestedName)
        for name in names {
            do {
                try Data(text.utf8).write(to: URL(filePath: name), options: .withoutOverwriting)
                return name
            } catch CocoaError.fileWriteFileExists {
                continue
            } catch {
                throw CommandFailure(.failed, "'\(name)' cannot be written: its folder may not be there, or not be yours")
            }
        }
        throw CommandFailure(.failed, "'\(names[0])' is there already: name another file, as :export svg other.svg")
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
