extension TextTable {
    /// Objects under the keys of their JSON form, with unrounded numbers, so that a spreadsheet gets all there is.
    ///
    /// The objects have the same keys; the first one's become the headings.
    public init(csvOf objects: [JSONValue]) {
        let flat = objects.map { $0.flattened(prefix: "") }
        headings = (flat.first ?? []).map { Heading($0.key) }
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
