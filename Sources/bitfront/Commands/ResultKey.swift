import DesignSpace

/// The key of a result, or its beginning, or the source of imported accuracies, as a person types it.
struct ResultKey {
    /// What a key may stand for.
    enum Match {
        case record(ExperimentRecord)
        case imported(ImportedAccuracy)
        /// Everything that one source says, which is more than one accuracy.
        case source(String, [ImportedAccuracy])
    }

    /// The most keys that are named where several begin alike.
    private static let mostNamed = 6

    private let text: String

    init(_ text: String) { self.text = text }

    /// Whether an imported accuracy is meant: its key begins so, or its source is called so.
    func means(_ accuracy: ImportedAccuracy) -> Bool {
        !text.isEmpty && (accuracy.source == text || accuracy.key.hasPrefix(text.lowercased()))
    }

    /// The one result whose key begins so, or what a source of that name says.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none, or more than one key begins so, of which it names some.
    func found(in results: Workspace.Results) throws(CommandFailure) -> Match {
        let prefix = text.lowercased()
        let ofSource = results.imported.filter { $0.source == text }
        if let first = ofSource.first, !Self.beginsKey(prefix, in: results) {
            return ofSource.count == 1 ? .imported(first) : .source(text, ofSource)
        }
        let records = results.records.filter { $0.key.hasPrefix(prefix) }
        let imported = results.imported.filter { $0.key.hasPrefix(prefix) }
        guard !prefix.isEmpty, records.count + imported.count > 0 else {
            throw CommandFailure(.usage, "there is no result '\(text)': bitfront results list shows the keys and sources there are")
        }
        guard records.count + imported.count == 1, ofSource.isEmpty else {
            let lines = (records.map { Self.line($0.key, $0.spec.point) } + imported.map { Self.line($0.key, $0.point) })
            let rest = lines.count > Self.mostNamed ? ["  ..."] : []
            let alsoSource = ofSource.isEmpty ? "" : "is a source, and "
            throw CommandFailure(
                .usage,
                (["'\(text)' \(alsoSource)begins \(lines.count.counted("key")): give more of a key"] + lines.prefix(Self.mostNamed)
                    + rest).joined(
                        separator: "\n"))
        }
        return records.first.map { .record($0) } ?? .imported(imported[0])
    }

    private static func beginsKey(_ prefix: String, in results: Workspace.Results) -> Bool {
        results.records.contains { $0.key.hasPrefix(prefix) } || results.imported.contains { $0.key.hasPrefix(prefix) }
    }

    private static func line(_ key: String, _ point: DesignPoint) -> String {
        "  \(key.prefix(16))  \(point.reference.name) on \(point.dataset)"
    }
}
