/// Any JSON, carried inside other JSON without being understood.
enum JSONTree: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    /// A whole number that `Int` does not hold.
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSONTree])
    case object([String: JSONTree])

    /// An object or an array that was stepped over, as it stands in the text.
    case unread(String)

    /// Reads JSON.
    ///
    /// - Parameter unread: keys of the outermost object whose objects and arrays are stepped over.
    /// - Throws: `JSONSyntaxError` with the place and what was expected there.
    init(parsing bytes: [UInt8], unread: [String] = []) throws(JSONSyntaxError) {
        self = try JSONParser.parse(bytes, unread: unread)
    }

    /// Reads JSON; nil if the text is none.
    init?(text: String) {
        guard let tree = try? JSONTree(parsing: Array(text.utf8)) else { return nil }
        self = tree
    }
}

extension JSONTree: Encodable {
    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .bool(let bool): try value.encode(bool)
        case .integer(let integer): try value.encode(integer)
        case .unsigned(let integer): try value.encode(integer)
        case .number(let number): try value.encode(number)
        case .string(let string), .unread(let string): try value.encode(string)
        case .array(let array): try value.encode(array)
        case .object(let object): try value.encode(object)
        }
    }
}
