/// Reads JSON (RFC 8259) into a tree, in one pass over its bytes.
///
/// Shipped results are read before the first frame, for which Foundation's decoder takes longer than for everything else together.
struct JSONParser {
    /// No record is deeper; what is would only fill the stack.
    static let deepest = 64

    private let bytes: [UInt8]
    private let unread: [String]
    private var place = 0
    private var depth = 0

    /// Reads the whole of a text.
    ///
    /// - Parameter unread: keys of the outermost object whose objects and arrays are stepped over.
    /// - Throws: `JSONSyntaxError` for what is not one value of JSON, a key that stands twice, and a number that no `Double` holds.
    static func parse(_ bytes: [UInt8], unread: [String] = []) throws(JSONSyntaxError) -> JSONTree {
        var parser = JSONParser(bytes: bytes, unread: unread)
        let tree = try parser.value()
        parser.skipBlanks()
        guard parser.place == bytes.count else { throw parser.problem("the end of the text") }
        return tree
    }

    private init(bytes: [UInt8], unread: [String]) {
        self.bytes = bytes
        self.unread = unread
    }

    private func problem(_ expected: String) -> JSONSyntaxError { JSONSyntaxError(offset: place, expected: expected) }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { place += 1 }
    }

    /// Steps over a character if it is the next one behind blanks.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONTree {
        skipBlanks()
        guard let first = next else { throw problem("a value") }
        switch first {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONSyntaxError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONSyntaxError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw problem("a value")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSONTree
    ) throws(JSONSyntaxError) -> JSONTree {
        guard depth < Self.deepest else { throw problem("at most \(Self.deepest) levels") }
        depth += 1
        place += 1
        let tree = try read(&self)
        depth -= 1
        return tree
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONTree {
        var fields: [String: JSONTree] = [:]
        // A record has some thirty keys, and what is inside it few.
        if depth == 1 { fields.reserveCapacity(32) }
        if skip("}") { return .object(fields) }
        repeat {
            skipBlanks()
            guard next == UInt8(ascii: "\"") else { throw problem("a key in quotation marks") }
            let key = try string()
            guard skip(":") else { throw problem("':'") }
            let value = depth == 1 && unread.contains(key) ? try valueUnread() : try value()
            guard fields.updateValue(value, forKey: key) == nil else { throw problem("a key only once: \(key.prefix(60))") }
        } while skip(",")
        guard skip("}") else { throw problem("',' or '}'") }
        return .object(fields)
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONTree {
        var values: [JSONTree] = []
        if skip("]") { return .array(values) }
        repeat { values.append(try value()) } while skip(",")
        guard skip("]") else { throw problem("',' or ']'") }
        return .array(values)
    }

    /// Steps over an object or an array without looking at more than its brackets and quotation marks; reads anything else.
    private mutating func valueUnread() throws(JSONSyntaxError) -> JSONTree {
        skipBlanks()
        guard next == UInt8(ascii: "{") || next == UInt8(ascii: "[") else { return try value() }
        let start = place
        guard let end = bytes.withUnsafeBytes({ Self.end(ofNestedValueFrom: start, in: $0) }) else {
            place = bytes.count
            throw problem("the end of an object or an array")
        }
        place = end
        guard let text = textRead(from: start, isASCII: false) else { throw problem("UTF-8") }
        return .unread(text)
    }

    /// The place behind an object or an array; nil if it does not end.
    private static func end(ofNestedValueFrom start: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        var (place, open) = (start, 0)
        while true {
            // Numbers and what stands between them come before all brackets: most of what is stepped over is of that kind.
            place = bytes.firstPlace(from: place) { $0.atLeast(UInt8(ascii: "[")) | $0.equal(to: UInt8(ascii: "\"")) }
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): place = self.place(behindTextFrom: place, in: bytes)
            case UInt8(ascii: "{"), UInt8(ascii: "["): open += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                open -= 1
                if open == 0 { return place }
            default: continue
            }
        }
    }

    /// The place behind the quotation mark that ends a text.
    private static func place(behindTextFrom start: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        var place = start
        while true {
            place = bytes.firstPlace(from: place) { $0.equal(to: UInt8(ascii: "\"")) | $0.equal(to: UInt8(ascii: "\\")) }
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\\") else { return place + 1 }
            place += 2
        }
    }

    private mutating func word(_ word: StaticString, _ tree: JSONTree) throws(JSONSyntaxError) -> JSONTree {
        let end = place + word.utf8CodeUnitCount
        let isThere = word.withUTF8Buffer { end <= bytes.count && bytes[place..<end].elementsEqual($0) }
        guard isThere else { throw problem("a value") }
        place = end
        return tree
    }
}

extension JSONParser {
    private mutating func skipDigits() throws(JSONSyntaxError) {
        let start = place
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
        guard place > start else { throw problem("a digit") }
    }

    /// A number: whole if it has neither fraction nor exponent and fits, else the nearest `Double`.
    private mutating func number() throws(JSONSyntaxError) -> JSONTree {
        let start = place
        if next == UInt8(ascii: "-") { place += 1 }
        let first = place
        try skipDigits()
        // Most numbers are whole and short.
        if place - first < 18, next != UInt8(ascii: "."), next != UInt8(ascii: "e"), next != UInt8(ascii: "E"),
            bytes[first] != UInt8(ascii: "0") || place == first + 1
        {
            let magnitude = bytes[first..<place].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            return .integer(first > start ? -magnitude : magnitude)
        }
        if bytes[first] == UInt8(ascii: "0"), place > first + 1 { throw problem("no digit behind a leading 0") }
        var isWhole = true
        if next == UInt8(ascii: ".") {
            isWhole = false
            place += 1
            try skipDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isWhole = false
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            try skipDigits()
        }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        if isWhole {
            if let integer = Int(text) { return .integer(integer) }
            if let integer = UInt64(text) { return .unsigned(integer) }
        }
        guard let number = Double(text), number.isFinite else { throw problem("a number that is not too large") }
        return .number(number)
    }

    /// The bytes from a place to this one as text, nil for what is no UTF-8; what is ASCII, as nearly all of a record, needs no look at it.
    private func textRead(from start: Int, isASCII: Bool) -> String? {
        guard isASCII else { return String(validating: bytes[start..<place], as: UTF8.self) }
        return String(unsafeUninitializedCapacity: place - start) { text in
            bytes.withUnsafeBytes { bytes in
                UnsafeMutableRawBufferPointer(text).copyMemory(from: .init(rebasing: bytes[start..<place]))
            }
            return place - start
        }
    }

    /// A text in quotation marks.
    private mutating func string() throws(JSONSyntaxError) -> String {
        place += 1
        var text = ""
        while true {
            let start = place
            var all: UInt8 = 0
            while place < bytes.count, case let byte = bytes[place], byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"),
                byte >= 0x20
            {
                all |= byte
                place += 1
            }
            guard let piece = textRead(from: start, isASCII: all < 0x80) else { throw problem("UTF-8") }
            if text.isEmpty { text = piece } else { text += piece }
            guard let byte = next, byte >= 0x20 else { throw problem("the end of a text, and no control character in it") }
            place += 1
            if byte == UInt8(ascii: "\"") { return text }
            text.unicodeScalars.append(try escaped())
        }
    }

    /// The character behind a backslash.
    private mutating func escaped() throws(JSONSyntaxError) -> Unicode.Scalar {
        guard let byte = next else { throw problem("an escaped character") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedUnit()
        default: throw problem("an escaped character")
        }
    }

    /// The character of one `\u`, or of the two of a surrogate pair.
    private mutating func escapedUnit() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try fourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard UTF16.isLeadSurrogate(first), next == UInt8(ascii: "\\") else { throw problem("a surrogate pair") }
        place += 1
        guard next == UInt8(ascii: "u") else { throw problem("a surrogate pair") }
        place += 1
        let second = try fourDigits()
        guard UTF16.isTrailSurrogate(second) else { throw problem("a surrogate pair") }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func fourDigits() throws(JSONSyntaxError) -> UInt16 {
        let end = min(place + 4, bytes.count)
        let digits = bytes[place..<end]
        let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }
        guard digits.count == 4, isHexadecimal, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw problem("four hexadecimal digits")
        }
        place = end
        return unit
    }
}
