import DesignSpace
import HardwareModel
import Networks
import Precision
import Recipes

/// Reads files first and decodes them afterwards, kind by kind, so that every kind finds those that it refers to.
struct PresetLoader {
    /// A file that is a tree and says what kind of preset it is.
    struct Document {
        let file: String
        let origin: PresetRoot.Origin
        /// The position of its folder on the list.
        let rank: Int
        let kind: PresetKind
        let node: PresetNode
    }

    var catalogue = Catalogue()
    var problems: [PresetProblem] = []
    private(set) var entries: [(entry: PresetLibrary.Entry, rank: Int)] = []
    private var documents: [Document] = []
    private var rootCount = 0

    /// Reads all files of a folder.
    mutating func read(_ root: PresetRoot) {
        let rank = rootCount
        rootCount += 1
        do {
            for file in try PresetFile.list(root: root.directory) { read(file: file, origin: root.origin, rank: rank) }
        } catch {
            if root.origin == .user, !PresetFile.exists(root.directory) { return }
            problems.append(error)
        }
    }

    /// Reads one file.
    mutating func read(file: String, origin: PresetRoot.Origin, rank: Int) {
        do {
            let node = try YAMLReader.read(try PresetFile.read(file), file: file)
            var fields = FieldReader(node, called: "the file", file: file)
            let kind: PresetKind? = fields.choice("kind")
            if let kind {
                documents.append(Document(file: file, origin: origin, rank: rank, kind: kind, node: node))
                return
            }
            // Without a kind nobody knows which other keys are right.
            _ = fields.allEntries()
            fields.finish()
            problems += fields.problems
        } catch {
            problems.append(error)
        }
    }

    /// Decodes everything that was read.
    mutating func library() -> PresetLibrary {
        for document in documents(of: .costs) {
            decode(document, into: \.costTables, named: \.name) { $0.costTable(name: $1) }
        }
        let costTables = catalogue.costTables
        for document in documents(of: .accelerator) {
            decode(document, into: \.accelerators, named: \.name) { $0.accelerator(name: $1, costTables: costTables) }
        }
        for document in documents(of: .network) {
            decode(document, into: \.networks, named: \.name) { $0.network(name: $1) }
        }
        for document in documents(of: .recipe) {
            decode(document, into: \.recipes, named: \.name) { $0.recipe(name: $1) }
        }
        for document in documents(of: .precisions) { decodePrecisions(document) }
        decodeStudies(documents(of: .study))
        let studies = catalogue.studies
        for document in documents(of: .tour) {
            decode(document, into: \.tours, named: \.name) { $0.tour(name: $1, studies: studies) }
        }
        return PresetLibrary(catalogue: catalogue, problems: sortedProblems, entries: sortedEntries)
    }

    private func documents(of kind: PresetKind) -> [Document] { documents.filter { $0.kind == kind } }

    /// Reads the name of a document and what else it says; the reader's problems become the loader's.
    ///
    /// - Returns: nil if there was any problem.
    mutating func open<Value>(_ document: Document, _ read: (inout FieldReader, String) -> Value?) -> Value? {
        var fields = FieldReader(document.node, called: "the file", file: document.file)
        _ = fields.node("kind")
        let name = fields.name("name")
        let value = read(&fields, name ?? "")
        fields.finish()
        problems += fields.problems
        return fields.problems.isEmpty ? value : nil
    }

    private mutating func decode<Value>(
        _ document: Document, into list: WritableKeyPath<Catalogue, [Value]>, named name: KeyPath<Value, String>,
        _ read: (inout FieldReader, String) -> Value?
    ) {
        guard let value = open(document, read) else { return }
        guard register(document, name: value[keyPath: name], at: document.node.position) else { return }
        put(value, into: list, named: name)
    }

    private mutating func decodePrecisions(_ document: Document) {
        var fields = FieldReader(document.node, called: "the file", file: document.file)
        _ = fields.node("kind")
        let precisions = fields.precisionList()
        fields.finish()
        problems += fields.problems
        guard fields.problems.isEmpty else { return }
        for (precision, position) in precisions where register(document, name: precision.precision.name, at: position) {
            put(precision, into: \.precisions, named: \.precision.name)
        }
    }

    /// Adds a value, in the place of the one that it overrides.
    mutating func put<Value>(
        _ value: Value, into list: WritableKeyPath<Catalogue, [Value]>, named name: KeyPath<Value, String>
    ) {
        if let index = catalogue[keyPath: list].firstIndex(where: { $0[keyPath: name] == value[keyPath: name] }) {
            catalogue[keyPath: list][index] = value
        } else {
            catalogue[keyPath: list].append(value)
        }
    }

    /// Notes that a preset is taken; false, with a problem, if its folder has another of its kind and name.
    mutating func register(_ document: Document, name: String, at position: PresetProblem.Position) -> Bool {
        let namesakes = entries.indices.filter { entries[$0].entry.kind == document.kind && entries[$0].entry.name == name }
        if let twin = namesakes.first(where: { entries[$0].rank == document.rank }) {
            let fault = PresetProblem.Fault.duplicateName(kind: document.kind, name: name, otherFile: entries[twin].entry.file)
            problems.append(PresetProblem(file: document.file, position: position, fault: fault))
            return false
        }
        for index in namesakes { entries[index].entry.isOverridden = true }
        entries.append(
            (
                PresetLibrary.Entry(
                    kind: document.kind, name: name, file: document.file, origin: document.origin, isOverridden: false),
                document.rank
            ))
        return true
    }

    /// Takes back studies that could not be completed, so that what they overrode is in force.
    mutating func forgetStudies(in files: Set<String>) {
        guard !files.isEmpty else { return }
        entries.removeAll { $0.entry.kind == .study && files.contains($0.entry.file) }
        for index in entries.indices where entries[index].entry.kind == .study {
            let (entry, rank) = entries[index]
            entries[index].entry.isOverridden = entries.contains {
                $0.entry.kind == .study && $0.entry.name == entry.name && $0.rank > rank
            }
        }
    }

    /// Problems by file in the order of reading, then by line.
    private var sortedProblems: [PresetProblem] {
        var order: [String: Int] = [:]
        for problem in problems where order[problem.file] == nil { order[problem.file] = order.count }
        let start = PresetProblem.Position(line: 0, column: 0)
        return problems.sorted {
            let (left, right) = (order[$0.file] ?? 0, order[$1.file] ?? 0)
            return left == right ? $0.position ?? start < $1.position ?? start : left < right
        }
    }

    private var sortedEntries: [PresetLibrary.Entry] {
        let kinds = PresetKind.allCases
        return entries.map(\.entry).enumerated().sorted { left, right in
            let (first, second) = (left.element, right.element)
            guard first.kind == second.kind else {
                return kinds.firstIndex(of: first.kind) ?? 0 < kinds.firstIndex(of: second.kind) ?? 0
            }
            return first.name == second.name ? left.offset < right.offset : false
        }.map(\.element)
    }
}
