import Yams

/// Turns the bytes of a file into a tree of nodes; the one place that knows the YAML library.
struct YAMLReader {
    /// No preset is deeper.
    static let deepest = 16

    /// No preset has more values.
    static let mostNodes = 50_000

    let file: String
    private var count = 0

    /// Reads a file's bytes.
    ///
    /// - Throws: the first problem that leaves no tree: not UTF-8, not YAML, keys given twice, anchors, tags, or too many values.
    static func read(_ bytes: [UInt8], file: String) throws(PresetProblem) -> PresetNode {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw PresetProblem(file: file, position: positionOfInvalidUTF8(in: bytes), fault: .notUTF8)
        }
        if let position = positionOfAlias(in: bytes) {
            throw PresetProblem(file: file, position: position, fault: .alias)
        }
        // A parser without rules leaves scalars as text: resolving their types takes a regular expression each, which costs ten
        // times what parsing does. The parser must outlive the tree, whose anchors it owns.
        let parser: Parser
        let root: Node?
        do {
            parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            root = try parser.singleRoot()
        } catch {
            throw PresetProblem(file: file, yaml: error, text: text)
        }
        guard let root else {
            throw PresetProblem(file: file, position: nil, fault: .syntax("an empty file"))
        }
        return try withExtendedLifetime(parser) { () throws(PresetProblem) in
            var reader = YAMLReader(file: file)
            return try reader.convert(root, depth: 0)
        }
    }

    private init(file: String) { self.file = file }

    private mutating func convert(_ node: Node, depth: Int) throws(PresetProblem) -> PresetNode {
        let position = PresetProblem.Position(node.mark)
        count += 1
        guard depth < Self.deepest else { throw problem(.tooComplex(limit: "\(Self.deepest) levels"), position) }
        guard count <= Self.mostNodes else { throw problem(.tooComplex(limit: "\(Self.mostNodes) values"), position) }
        guard node.anchor == nil else { throw problem(.alias, position) }
        switch node {
        case .scalar(let scalar):
            try check(scalar.tag, position)
            return PresetNode(content: .scalar(scalar.string, isPlain: scalar.style == .plain), position: position)
        case .mapping(let mapping):
            try check(mapping.tag, position)
            var entries: [PresetNode.Entry] = []
            entries.reserveCapacity(mapping.count)
            for (key, value) in mapping { entries.append(try entry(key, value, depth: depth)) }
            return PresetNode(content: .mapping(entries), position: position)
        case .sequence(let sequence):
            try check(sequence.tag, position)
            var values: [PresetNode] = []
            values.reserveCapacity(sequence.count)
            for value in sequence { values.append(try convert(value, depth: depth + 1)) }
            return PresetNode(content: .sequence(values), position: position)
        case .alias:
            throw problem(.alias, position)
        }
    }

    private mutating func entry(_ key: Node, _ value: Node, depth: Int) throws(PresetProblem) -> PresetNode.Entry {
        let converted = try convert(key, depth: depth + 1)
        guard let text = converted.text else {
            throw problem(.wrongType(key: "a key", found: converted.summary, expected: "a word"), converted.position)
        }
        return PresetNode.Entry(key: text, position: converted.position, value: try convert(value, depth: depth + 1))
    }

    private func check(_ tag: Tag, _ position: PresetProblem.Position) throws(PresetProblem) {
        switch tag.rawValue {
        case "", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq": return
        case let name: throw problem(.tag(name), position)
        }
    }

    private func problem(_ fault: PresetProblem.Fault, _ position: PresetProblem.Position) -> PresetProblem {
        PresetProblem(file: file, position: position, fault: fault)
    }
}

extension YAMLReader {
    /// The place of a possible alias in a text that may also have an anchor; nil if it cannot have both.
    ///
    /// Composing a tree hashes its keys, and a key that is an alias of aliases of aliases would take forever, so this has to be
    /// known before. It is careful rather than exact: `*` and `&` behind anything but a letter or digit, before a name's character.
    private static func positionOfAlias(in bytes: [UInt8]) -> PresetProblem.Position? {
        var (hasAnchor, alias, line, lineStart) = (false, PresetProblem.Position?.none, 1, 0)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"): (line, lineStart) = (line + 1, index + 1)
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                let follows = index + 1 < bytes.count && isNameByte(bytes[index + 1])
                guard follows, index == 0 || !isNameByte(bytes[index - 1]) else { continue }
                if byte == UInt8(ascii: "&") {
                    hasAnchor = true
                } else if alias == nil {
                    alias = PresetProblem.Position(line: line, column: index - lineStart + 1)
                }
            default: continue
            }
        }
        return hasAnchor ? alias : nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func positionOfInvalidUTF8(in bytes: [UInt8]) -> PresetProblem.Position {
        var (decoder, iterator, line, column) = (UTF8(), bytes.makeIterator(), 1, 1)
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        return PresetProblem.Position(line: line, column: column)
    }
}

extension PresetProblem.Position {
    /// The place that the YAML library gives; the file's start if it gives none.
    init(_ mark: Mark?) { self.init(line: mark?.line ?? 1, column: mark?.column ?? 1) }
}

extension PresetProblem {
    /// Words what the YAML library found.
    init(file: String, yaml error: any Error, text: String) {
        let place: (position: Position?, fault: Fault) =
            switch error as? YamlError {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (Position(mark), .syntax(problem))
            case .duplicatedKeysInMapping(let keys, let context):
                (Position(context.mark), .duplicateKeys(keys))
            case .reader(let problem, let offset?, _, _):
                (Position(line: 1 + text.prefix(offset).count { $0.isNewline }, column: 1), .syntax(problem))
            case .reader(let problem, nil, _, _):
                (nil, .syntax(problem))
            default:
                (nil, .syntax("\(error)"))
            }
        self.init(file: file, position: place.position, fault: place.fault)
    }
}
