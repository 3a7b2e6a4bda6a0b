import DesignSpace

/// The key of a result, or its beginning, as a person types it.
struct ResultKey {
    /// What a key may stand for.
    enum Match {
        case record(ExperimentRecord)
        case imported(ImportedAccuracy)
    }

    /// The most keys that are named where several begin alike.
    private static let mostNamed = 6

    private let text: String

    init(_ text: String) { self.text = text }

    /// The one result whose key begins so.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none, or more than one, of which it names some.
    func found(in results: Workspace.Results) throws(CommandFailure) -> Match {
        let prefix = text.lowercased()
        let records = results.records.filter { $0.key.hasPrefix(prefix) }
        let imported = results.imported.filter { $0.key.hasPrefix(prefix) }
        guard !prefix.isEmpty, records.count + imported.count > 0 else {
            throw CommandFailure(.usage, "there is no result '\(text)': bitfront results list shows the keys there are")
        }
        guard records.count + imported.count == 1 else {
            let lines = records.map { Self.line($0.key, $0.spec.point) } + imported.map { Self.line($0.key, $0.point) }
            let rest = lines.count > Self.mostNamed ? ["  ..."] : []
            throw CommandFailure(
                .usage,
                (["'\(text)' begins \(lines.count) keys: give more of it"] + lines.prefix(Self.mostNamed) + rest).joined(
                    separator: "\n"))
        }
        return records.first.map { .record($0) } ?? .imported(imported[0])
    }

    private static func line(_ key: String, _ point: DesignPoint) -> String {
        "  \(key.prefix(16))  \(point.reference.name) on \(point.dataset)"
    }
}
