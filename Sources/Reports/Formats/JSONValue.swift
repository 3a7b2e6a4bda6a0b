import DesignSpace

/// A JSON document whose objects keep the order of their keys.
///
/// Written out because the order of keys is part of what a person reads in a diff, which Foundation's encoder does not keep.
public enum JSONValue: Hashable, Sendable {
    /// No value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A number; written as null if it is not finite.
    case number(Double)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSONValue])
    /// Members in order.
    case object([Member])

    /// A key and its value.
    public struct Member: Hashable, Sendable {
        let key: String
        let value: JSONValue
    }

    /// An object from pairs of key and value.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member(key: $0.key, value: $0.value) })
    }

    /// A number, or null for nil.
    public static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// A whole number as large as a seed may be.
    public static func whole(_ number: UInt64) -> JSONValue { Int(exactly: number).map { .integer($0) } ?? .number(Double(number)) }

    /// A text, or null for nil.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The document, two spaces an indentation, one line for each element of an array of plain values.
    public var text: String {
        var text = ""
        write(to: &text, indentation: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indentation: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? Self.text(of: value) : "null"
        case .string(let value): Self.write(value, to: &text)
        case .array(let values):
            Self.write(values, open: "[", close: "]", to: &text, indentation) { value, text in
                value.write(to: &text, indentation: indentation + 1)
            }
        case .object(let members):
            Self.write(members, open: "{", close: "}", to: &text, indentation) { member, text in
                Self.write(member.key, to: &text)
                text += ": "
                member.value.write(to: &text, indentation: indentation + 1)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], open: String, close: String, to text: inout String, _ indentation: Int,
        each: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += index == 0 ? "\n" : ",\n"
            text += String(repeating: "  ", count: indentation + 1)
            each(element, &text)
        }
        if !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indentation) }
        text += close
    }

    /// The shortest text that reads back as the same number, whole numbers without a fraction.
    /// A number in as few digits as tell it from others, a whole one without a point.
    static func text(of number: Double) -> String {
        number == number.rounded() && number.magnitude < 9e15 ? String(Int(number)) : number.description
    }

    /// What a terminal would obey is escaped as well: what is printed may go to one.
    private static func write(_ string: String, to text: inout String) {
        text.appendQuoted(string, escaping: \.isObeyedByTerminals)
    }
}
