/// The fields of one record of comma-separated values (RFC 4180), which may go on over several lines inside quotes.
struct CSVRecord {
    /// Where a record stops being one.
    enum Mistake: Error {
        /// The record goes on in the next line.
        case incomplete
        /// Something other than a comma follows a closing quote.
        case textBehindQuote
        /// A quote stands inside a field that does not begin with one.
        case strayQuote
    }

    let fields: [String]

    /// Cuts a record into fields.
    ///
    /// - Throws: `Mistake`; `.incomplete` where a quote is still open at the end.
    init(_ bytes: [UInt8]) throws(Mistake) {
        let (comma, quote) = (UInt8(ascii: ","), UInt8(ascii: "\""))
        var fields: [String] = []
        var field: [UInt8] = []
        var rest = bytes[...]
        while true {
            field.removeAll(keepingCapacity: true)
            if rest.first == quote {
                rest = try Self.quoted(rest.dropFirst(), into: &field)
                guard rest.first == comma || rest.isEmpty else { throw .textBehindQuote }
            } else {
                let end = rest.firstIndex(of: comma) ?? rest.endIndex
                field += rest[..<end]
                guard !field.contains(quote) else { throw .strayQuote }
                rest = rest[end...]
            }
            fields.append(String(decoding: field, as: UTF8.self))
            guard !rest.isEmpty else { break }
            rest = rest.dropFirst()
        }
        self.fields = fields
    }

    /// Reads up to the closing quote; two quotes stand for one. Returns what follows.
    private static func quoted(_ bytes: ArraySlice<UInt8>, into field: inout [UInt8]) throws(Mistake) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        var rest = bytes
        while let end = rest.firstIndex(of: quote) {
            field += rest[..<end]
            rest = rest[(end + 1)...]
            guard rest.first == quote else { return rest }
            field.append(quote)
            rest = rest.dropFirst()
        }
        throw .incomplete
    }
}
