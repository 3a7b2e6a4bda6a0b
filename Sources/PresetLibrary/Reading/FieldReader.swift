import DesignSpace

/// Reads the keys of one mapping and keeps every problem that it meets, so that a file's mistakes are all told at once.
///
/// A getter returns nil where it recorded a problem, or where an optional key is absent. `finish` must be called last: only then is
/// it known which keys nobody asked for.
struct FieldReader {
    /// The path of the file, for problems.
    let file: String

    /// The place of the mapping.
    let position: PresetProblem.Position

    /// Everything wrong so far.
    private(set) var problems: [PresetProblem] = []

    private let entries: [PresetNode.Entry]
    private var asked: [String] = []
    private var missing: [String] = []

    /// Opens a mapping; anything else is recorded as a problem, and every key is then absent without a further one.
    init(_ node: PresetNode, called name: String, file: String) {
        self.file = file
        position = node.position
        if case .mapping(let entries) = node.content {
            self.entries = entries
            isMapping = true
        } else {
            entries = []
            isMapping = false
            report(.wrongType(key: name, found: node.summary, expected: "a mapping of keys to values"), at: node.position)
        }
    }

    private let isMapping: Bool

    /// Records a problem.
    mutating func report(_ fault: PresetProblem.Fault, at place: PresetProblem.Position) {
        problems.append(PresetProblem(file: file, position: place, fault: fault))
    }

    /// Whether the mapping has a key.
    func has(_ key: String) -> Bool { entries.contains { $0.key == key } }

    /// The value of a key; its absence is a problem unless it is optional.
    mutating func node(_ key: String, isOptional: Bool = false) -> PresetNode? {
        asked.append(key)
        if let entry = entries.first(where: { $0.key == key }) { return entry.value }
        if !isOptional { missing.append(key) }
        return nil
    }

    /// Every key with its value, for mappings whose keys are names; all of them count as asked for.
    mutating func allEntries() -> [PresetNode.Entry] {
        asked += entries.map(\.key)
        return entries
    }

    /// The value of a key that is a mapping of its own.
    mutating func section<Value>(
        _ key: String, isOptional: Bool = false, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        guard let node = node(key, isOptional: isOptional) else { return nil }
        return mapping(node, called: key, read)
    }

    /// The values of a key that is a list of mappings; those with problems are left out.
    mutating func list<Value>(
        _ key: String, isOptional: Bool = false, _ read: (inout FieldReader) -> Value?
    ) -> [Value] {
        elements(key, isOptional: isOptional).compactMap { mapping($0, called: "an entry of \(key)", read) }
    }

    /// The nodes of a key that is a list.
    mutating func elements(_ key: String, isOptional: Bool = false) -> [PresetNode] {
        guard let node = node(key, isOptional: isOptional) else { return [] }
        guard case .sequence(let nodes) = node.content else {
            report(.wrongType(key: key, found: node.summary, expected: "a list"), at: node.position)
            return []
        }
        return nodes
    }

    /// Reads a node as a mapping, its problems becoming this reader's.
    mutating func mapping<Value>(
        _ node: PresetNode, called name: String, _ read: (inout FieldReader) -> Value?
    ) -> Value? {
        var reader = FieldReader(node, called: name, file: file)
        let value = read(&reader)
        reader.finish()
        problems += reader.problems
        return value
    }

    /// Reports the keys that nobody asked for and those that are missing.
    ///
    /// A key that looks like a misspelling of a missing one, or like it in another unit, is one problem and not two.
    mutating func finish() {
        guard isMapping else { return }
        var unfound = missing
        for entry in entries where !asked.contains(entry.key) {
            let free = asked.filter { key in !has(key) }
            if let expected = Unit.counterpart(of: entry.key, among: free) {
                report(.wrongUnit(key: entry.key, expected: expected), at: entry.position)
                unfound.removeAll { $0 == expected }
                continue
            }
            let suggestion = NearMiss.suggestion(for: entry.key, among: free)
            report(.unknownKey(entry.key, suggestion: suggestion, known: asked), at: entry.position)
            unfound.removeAll { $0 == suggestion }
        }
        for key in unfound { report(.missingKey(key), at: position) }
        missing = []
    }
}
