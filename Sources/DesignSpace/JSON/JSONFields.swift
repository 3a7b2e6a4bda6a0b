/// The fields of a JSON object, read by name and type.
///
/// A record's fields are read one by one instead of by `Decodable`, whose first use of every type costs the runtime a search through all
/// conformances of the program.
struct JSONFields {
    private let fields: [String: JSONTree]
    /// The way to the object, for errors; empty for the outermost one.
    private let path: String

    /// The fields of the outermost object.
    ///
    /// - Throws: `JSONProblem` if the tree is no object.
    init(_ tree: JSONTree) throws(JSONProblem) { try self.init(tree, at: "") }

    /// The fields of an object at a path.
    init(_ tree: JSONTree, at path: String) throws(JSONProblem) {
        guard case .object(let fields) = tree else { throw Self.mismatch(tree, at: path, "an object") }
        self.fields = fields
        self.path = path
    }

    private func path(to key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private static func mismatch(_ tree: JSONTree, at path: String, _ expected: String) -> JSONProblem {
        tree == .null ? .null(path) : .mismatch(path, expected: expected)
    }

    /// A problem with the value of a key that has the right type.
    func problem(_ words: String, at key: String) -> JSONProblem { .wrong(path(to: key), words) }

    private func tree(_ key: String) throws(JSONProblem) -> JSONTree {
        guard let tree = fields[key] else { throw .missing(path(to: key)) }
        return tree
    }

    /// Reads a value by a function that is nil for another type.
    private func read<Value>(
        _ key: String, _ expected: String, _ value: (JSONTree) -> Value?
    ) throws(JSONProblem) -> Value {
        let tree = try tree(key)
        guard let value = value(tree) else { throw Self.mismatch(tree, at: path(to: key), expected) }
        return value
    }

    /// Whether a key has a value; one that stands for none is null.
    private func isNull(_ key: String) throws(JSONProblem) -> Bool { try tree(key) == .null }

    func text(_ key: String) throws(JSONProblem) -> String { try read(key, "a text", \.string) }

    func optionalText(_ key: String) throws(JSONProblem) -> String? { try isNull(key) ? nil : text(key) }

    func number(_ key: String) throws(JSONProblem) -> Double { try read(key, "a number", \.double) }

    func optionalNumber(_ key: String) throws(JSONProblem) -> Double? { try isNull(key) ? nil : number(key) }

    func bool(_ key: String) throws(JSONProblem) -> Bool { try read(key, "true or false", \.bool) }

    func whole<Integer: FixedWidthInteger>(_ key: String, as type: Integer.Type = Int.self) throws(JSONProblem) -> Integer {
        try read(key, "a whole number") { $0.whole(as: type) }
    }

    func optionalWhole(_ key: String) throws(JSONProblem) -> Int? { try isNull(key) ? nil : whole(key) }

    /// A word of a fixed list.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: String, as type: Word.Type) throws(JSONProblem) -> Word {
        let text = try text(key)
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw problem("'\(text.prefix(40))' is none of \(known)", at: key)
        }
        return word
    }

    /// An object or an array that was stepped over, as it stands in the text; nil for what was read.
    func unread(_ key: String) -> String? { if case .unread(let text)? = fields[key] { text } else { nil } }

    func object(_ key: String) throws(JSONProblem) -> JSONFields { try JSONFields(tree(key), at: path(to: key)) }

    /// The objects of an array; none of one that was stepped over.
    func objects(_ key: String) throws(JSONProblem) -> [JSONFields] {
        switch try tree(key) {
        case .unread(let text) where text.first == "[": return []
        case .array(let trees):
            var objects: [JSONFields] = []
            objects.reserveCapacity(trees.count)
            for (index, tree) in trees.enumerated() { objects.append(try JSONFields(tree, at: "\(path(to: key)).[\(index)]")) }
            return objects
        case let other: throw Self.mismatch(other, at: path(to: key), "an array")
        }
    }

    /// The JSON of a value, in the one form that equal values have unless it was stepped over; nil for null and for a key that is missing.
    func json(_ key: String) -> String? {
        guard let tree = fields[key], tree != .null else { return nil }
        return tree.text
    }
}

extension JSONTree {
    fileprivate var string: String? { if case .string(let string) = self { string } else { nil } }

    fileprivate var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }

    fileprivate var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .unsigned(let integer): Double(integer)
        case .number(let number): number
        default: nil
        }
    }

    fileprivate func whole<Integer: FixedWidthInteger>(as type: Integer.Type) -> Integer? {
        switch self {
        case .integer(let integer): Integer(exactly: integer)
        case .unsigned(let integer): Integer(exactly: integer)
        case .number(let number): Integer(exactly: number)
        default: nil
        }
    }
}
