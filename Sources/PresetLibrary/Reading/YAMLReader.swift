import CYAML

/// Turns the bytes of a file into a tree of nodes; the one place that knows the YAML library.
///
/// It takes the parser's events as they come, so that what no preset may have, an alias above all, ends it where it stands, and nothing of
/// the text is ever multiplied.
struct YAMLReader {
    /// No preset is deeper.
    static let deepest = 16

    /// No preset has more values.
    static let mostNodes = 50_000

    private let file: String
    private let bytes: [UInt8]
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var count = 0

    /// Reads a file's bytes.
    ///
    /// - Throws: the first problem that leaves no tree: not UTF-8, not YAML, keys given twice, anchors, tags, or too many values.
    static func read(_ bytes: [UInt8], file: String) throws(PresetProblem) -> PresetNode {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw PresetProblem(file: file, position: positionOfInvalidUTF8(in: bytes), fault: .notUTF8)
        }
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            throw PresetProblem(file: file, position: nil, fault: .syntax("no memory for the parser"))
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        return try bytes.withUnsafeBufferPointer { text throws(PresetProblem) in
            yaml_parser_set_input_string(parser, text.baseAddress, text.count)
            var reader = YAMLReader(file: file, bytes: bytes, parser: parser)
            return try reader.document()
        }
    }

    private init(file: String, bytes: [UInt8], parser: UnsafeMutablePointer<yaml_parser_t>) {
        self.file = file
        self.bytes = bytes
        self.parser = parser
    }

    /// The one document of the text.
    private mutating func document() throws(PresetProblem) -> PresetNode {
        _ = try next()
        guard try next().kind == YAML_DOCUMENT_START_EVENT else {
            throw PresetProblem(file: file, position: nil, fault: .syntax("an empty file"))
        }
        let root = try node(from: next(), depth: 0)
        _ = try next()
        let rest = try next()
        guard rest.kind == YAML_STREAM_END_EVENT else {
            throw problem(.syntax("a second document, where a file holds one preset"), rest.position)
        }
        return root
    }

    private mutating func node(from event: Event, depth: Int) throws(PresetProblem) -> PresetNode {
        let position = event.position
        count += 1
        guard depth < Self.deepest else { throw problem(.tooComplex(limit: "\(Self.deepest) levels"), position) }
        guard count <= Self.mostNodes else { throw problem(.tooComplex(limit: "\(Self.mostNodes) values"), position) }
        guard event.kind != YAML_ALIAS_EVENT, !event.hasAnchor else { throw problem(.alias, position) }
        switch event.tag {
        case nil, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq": break
        case let name?: throw problem(.tag(name), position)
        }
        switch event.kind {
        case YAML_MAPPING_START_EVENT: return PresetNode(content: .mapping(try entries(depth: depth)), position: position)
        case YAML_SEQUENCE_START_EVENT: return PresetNode(content: .sequence(try values(depth: depth)), position: position)
        default: return PresetNode(content: .scalar(event.text, isPlain: event.isPlain), position: position)
        }
    }

    private mutating func values(depth: Int) throws(PresetProblem) -> [PresetNode] {
        var values: [PresetNode] = []
        while true {
            let event = try next()
            if event.kind == YAML_SEQUENCE_END_EVENT { return values }
            values.append(try node(from: event, depth: depth + 1))
        }
    }

    private mutating func entries(depth: Int) throws(PresetProblem) -> [PresetNode.Entry] {
        var entries: [PresetNode.Entry] = []
        while true {
            let event = try next()
            if event.kind == YAML_MAPPING_END_EVENT { break }
            let key = try node(from: event, depth: depth + 1)
            guard let text = key.text else {
                throw problem(.wrongType(key: "a key", found: key.summary, expected: "a word"), key.position)
            }
            entries.append(PresetNode.Entry(key: text, position: key.position, value: try node(from: next(), depth: depth + 1)))
        }
        try check(entries)
        return entries
    }

    /// Checks that no key stands twice.
    private func check(_ entries: [PresetNode.Entry]) throws(PresetProblem) {
        var known: Set<String> = []
        var twice: Set<String> = []
        for entry in entries where !known.insert(entry.key).inserted { twice.insert(entry.key) }
        guard let first = twice.min() else { return }
        throw problem(.duplicateKeys(twice.sorted()), entries.last { $0.key == first }?.position ?? .start)
    }

    private func problem(_ fault: PresetProblem.Fault, _ position: PresetProblem.Position) -> PresetProblem {
        PresetProblem(file: file, position: position, fault: fault)
    }
}

extension YAMLReader {
    /// What the parser has found: the beginning or end of something, or a scalar.
    private struct Event {
        let kind: yaml_event_type_t
        let position: PresetProblem.Position
        var text = ""
        var isPlain = false
        var hasAnchor = false
        var tag: String?

        init(_ event: yaml_event_t) {
            kind = event.type
            position = PresetProblem.Position(event.start_mark)
            switch kind {
            case YAML_SCALAR_EVENT:
                let scalar = event.data.scalar
                text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
                isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
                (hasAnchor, tag) = (scalar.anchor != nil, Self.text(scalar.tag))
            case YAML_SEQUENCE_START_EVENT:
                (hasAnchor, tag) = (event.data.sequence_start.anchor != nil, Self.text(event.data.sequence_start.tag))
            case YAML_MAPPING_START_EVENT:
                (hasAnchor, tag) = (event.data.mapping_start.anchor != nil, Self.text(event.data.mapping_start.tag))
            default: break
            }
        }

        private static func text(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? { start.map { String(cString: $0) } }
    }

    private func next() throws(PresetProblem) -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw mistake }
        defer { yaml_event_delete(&event) }
        return Event(event)
    }

    /// What the parser stumbled over.
    private var mistake: PresetProblem {
        let found = parser.pointee
        let words = found.problem.map { String(cString: $0) } ?? "it cannot be read"
        // A character that YAML does not have is told by its place in the bytes.
        let isOfReader = found.error == YAML_READER_ERROR
        let line = 1 + bytes.prefix(found.problem_offset).count { $0 == UInt8(ascii: "\n") }
        let position = isOfReader ? PresetProblem.Position(line: line, column: 1) : PresetProblem.Position(found.problem_mark)
        return problem(.syntax(words + advice(on: words, at: Int(found.problem_mark.index))), position)
    }

    /// What would be right, for mistakes that are made with what is not seen, or with what means more to YAML than to who writes it.
    private func advice(on words: String, at index: Int) -> String {
        switch words {
        case "mapping values are not allowed in this context": return ": a text that holds ': ' stands in quotes"
        case "found character that cannot start any token":
            // The mark counts characters, which are no more than the bytes.
            let character = String(decoding: bytes, as: UTF8.self).unicodeScalars.dropFirst(index).first
            if character == "\t" { return ": a tab, where only spaces indent" }
            return character.map { ": a text that begins with '\($0)' stands in quotes" } ?? ""
        default: return ""
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
    /// The place of a mark, whose lines and columns are counted from 0.
    fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1) }

    /// Where a file begins.
    fileprivate static let start = PresetProblem.Position(line: 1, column: 1)
}
