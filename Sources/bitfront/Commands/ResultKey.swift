import DesignSpace
import Recipes

/// The key of a result, or its beginning, or the source of imported accuracies, or the point of one result, as a person types it.
struct ResultKey {
    /// What a key may stand for.
    enum Match {
        case record(ExperimentRecord)
        case imported(ImportedAccuracy)
        /// Everything that one source says, which is more than one accuracy.
        case source(String, [ImportedAccuracy])
    }

    /// The most keys that are named where several begin alike.
    private static let mostNamed = 12

    /// What stands before a source that is called as keys begin.
    private static let sourcePrefix = "source:"

    private let text: String

    init(_ text: String) { self.text = text }

    /// Whether an imported accuracy is meant: its key begins so, or its source is called so.
    func means(_ accuracy: ImportedAccuracy) -> Bool {
        !text.isEmpty
            && (accuracy.source == text || "\(Self.sourcePrefix)\(accuracy.source)" == text
                || accuracy.key.hasPrefix(text.lowercased()))
    }

    /// The one result whose key begins so, or what a source of that name says, or the one result of the point of that name.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none, or more than one, of which it names some.
    func found(in results: Workspace.Results) throws(CommandFailure) -> Match {
        let prefix = text.lowercased()
        let isSource = text.hasPrefix(Self.sourcePrefix)
        let source = isSource ? String(text.dropFirst(Self.sourcePrefix.count)) : text
        let ofSource = results.imported.filter { $0.source == source }
        if let first = ofSource.first, isSource || !Self.beginsKey(prefix, in: results) {
            return ofSource.count == 1 ? .imported(first) : .source(source, ofSource)
        }
        let records = results.records.filter { $0.key.hasPrefix(prefix) }
        let imported = results.imported.filter { $0.key.hasPrefix(prefix) }
        guard !prefix.isEmpty, records.count + imported.count > 0 else {
            if let name = try? RowName(text) { return try Self.found(of: name, in: results) }
            throw CommandFailure(.usage, "there is no result '\(text)': bitfront results list shows the keys and sources there are")
        }
        guard records.count + imported.count == 1, ofSource.isEmpty else {
            let alsoSource = ofSource.isEmpty ? "" : "is a source, and "
            let count = (records.count + imported.count).counted("key")
            let orSource = ofSource.isEmpty ? "" : ", or source:\(text)"
            throw Self.choice("'\(text)' \(alsoSource)begins \(count): give more of a key\(orSource)", records, imported)
        }
        return records.first.map { .record($0) } ?? .imported(imported[0])
    }

    /// The one result of a point, on whatever data set, or of a row as the table names it.
    private static func found(of name: RowName, in results: Workspace.Results) throws(CommandFailure) -> Match {
        let records = results.records.filter {
            $0.spec.point.reference == name.reference && name.fits(.measured, $0.spec.recipe.name)
        }
        let imported = results.imported.filter { $0.point.reference == name.reference && name.fits(.imported, $0.source) }
        switch records.count + imported.count {
        case 0:
            throw CommandFailure(
                .usage, "there is no result of \(name.text): bitfront results list shows the keys and sources there are")
        case 1: return records.first.map { .record($0) } ?? .imported(imported[0])
        case let count:
            throw choice("there are \(count.counted("result")) of \(name.text): give the key of one", records, imported)
        }
    }

    private static func choice(
        _ question: String, _ records: [ExperimentRecord], _ imported: [ImportedAccuracy]
    ) -> CommandFailure {
        let lines =
            records.map {
                line($0.key, $0.spec.point, "recipe \($0.spec.recipe.name), seed \($0.spec.seed), \($0.status.rawValue)")
            } + imported.map { line($0.key, $0.point, "imported from \($0.source)") }
        let rest = lines.count > mostNamed ? ["  and \(lines.count - mostNamed) more, which bitfront results list shows"] : []
        return CommandFailure(.usage, ([question] + lines.prefix(mostNamed) + rest).joined(separator: "\n"))
    }

    private static func beginsKey(_ prefix: String, in results: Workspace.Results) -> Bool {
        results.records.contains { $0.key.hasPrefix(prefix) } || results.imported.contains { $0.key.hasPrefix(prefix) }
    }

    private static func line(_ key: String, _ point: DesignPoint, _ rest: String) -> String {
        "  \(key.prefix(16))  \(point.reference.name) on \(point.dataset), \(rest)"
    }
}
