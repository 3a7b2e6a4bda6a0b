extension TextTable {
    /// Objects under the keys of their JSON form, with unrounded numbers, so that a spreadsheet gets all there is.
    ///
    /// The objects have the same keys; the first one's become the headings.
    ///
    /// - Parameter keys: the headings where there is no object, so that a program finds its columns in an empty table too.
    public init(csvOf objects: [JSONValue], keys: [String] = []) {
        let flat = objects.map { $0.flattened(prefix: "") }
        headings = (flat.first?.map(\.key) ?? keys).map { Heading($0) }
        rows = flat.map { $0.map(\.text) }
    }
}

extension JSONValue {
    /// The plain members of an object, nested objects joined to their key with an underscore, null as an empty text.
    func flattened(prefix: String) -> [(key: String, text: String)] {
        guard case .object(let members) = self else { return [(prefix, plainText)] }
        return members.flatMap { $0.value.flattened(prefix: prefix.isEmpty ? $0.key : "\(prefix)_\($0.key)") }
    }

    private var plainText: String {
        switch self {
        case .null, .object: return ""
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let value): return value.isFinite ? Self.text(of: value) : ""
        case .string(let value): return value
        case .array(let values): return values.map(\.plainText).joined(separator: ";")
        }
    }
}
