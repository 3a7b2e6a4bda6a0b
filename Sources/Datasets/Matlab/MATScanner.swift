/// Finds the variables of a MATLAB 5 file, and sees to it that everything its tags promise is there, before a library is let at it.
///
/// Nothing is held of the values: what is compressed is inflated piece by piece, so that a size that is a lie is found out at the cost
/// of the file's own content.
struct MATScanner: ~Copyable {
    /// More variables than this are no data set.
    private static let largestVariableCount = 1_000
    private static let longestName = 255
    private static let largestRank = 8
    private static let matrixType: UInt32 = 14
    private static let (int8Type, int32Type, uint32Type): (UInt32, UInt32, UInt32) = (1, 5, 6)

    private var elements: MATElementStream
    /// What is left of the variable's bytes.
    private var left = 0

    /// Opens a file.
    ///
    /// - Throws: `DatasetError` with file and byte.
    init(path: String) throws(DatasetError) { elements = try MATElementStream(path: path) }

    /// The variables of the file, each name once.
    ///
    /// - Throws: `DatasetError` with file and byte.
    mutating func variables() throws(DatasetError) -> [MATVariable] {
        var variables: [MATVariable] = []
        while let tag = try elements.nextElement() {
            guard tag.type == Self.matrixType, tag.inlineContent == nil else {
                throw elements.damage("an element of type \(tag.type) instead of a variable")
            }
            left = tag.byteCount
            let variable = try variable()
            try elements.endElement()
            guard !variables.contains(where: { $0.name == variable.name }) else {
                throw elements.damage("two variables are named '\(variable.name)'")
            }
            guard variables.count < Self.largestVariableCount else {
                throw elements.damage("more than \(Self.largestVariableCount) variables")
            }
            variables.append(variable)
        }
        return variables
    }

    private mutating func variable() throws(DatasetError) -> MATVariable {
        let kind = try kind()
        let extents = try extents()
        let name = try name()
        let tag = try nextTag()
        guard let storage = MATVariable.Storage(rawValue: tag.type) else {
            throw elements.damage("the values of '\(name)' are of type \(tag.type)")
        }
        let variable = MATVariable(
            name: name, kind: kind, storage: storage, extents: extents, byteCount: tag.byteCount, offset: elements.elementOffset)
        // Text in UTF-8 has as many bytes as it needs.
        guard storage == .utf8 || variable.count.multipliedReportingOverflow(by: storage.byteCount) == (tag.byteCount, false) else {
            throw elements.damage("\(tag.byteCount) bytes do not hold the \(variable.count) values of '\(name)'")
        }
        if tag.inlineContent == nil { try skip(tag.byteCount, of: "the values of '\(name)'") }
        guard left == 0 else { throw elements.damage("\(left) bytes too many in '\(name)'") }
        return variable
    }

    private mutating func name() throws(DatasetError) -> String {
        let bytes = try smallContent(Self.int8Type, atMost: Self.longestName, of: "the name of a variable")
        // MATLAB's names are of these; a zero would end the name for a library in C alone.
        let isValid = bytes.allSatisfy { byte in
            let letter = Unicode.Scalar(byte)
            return letter.properties.isASCIIHexDigit || ("a"..."z").contains(letter) || ("A"..."Z").contains(letter)
                || letter == "_"
        }
        guard isValid else { throw elements.damage("the name of a variable is not MATLAB's") }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func kind() throws(DatasetError) -> MATVariable.Class {
        let bytes = try smallContent(Self.uint32Type, atMost: 8, of: "the flags of a variable")
        guard bytes.count == 8 else { throw elements.damage("flags of \(bytes.count) bytes") }
        let flags = elements.number(bytes[0..<4])
        guard let kind = MATVariable.Class(rawValue: Int(flags & 0xff)) else {
            throw elements.damage("a variable of MATLAB's class \(flags & 0xff), which is neither numbers nor text")
        }
        guard flags & 0x800 == 0 else { throw elements.damage("a variable of complex numbers") }
        return kind
    }

    private mutating func extents() throws(DatasetError) -> [Int] {
        let bytes = try smallContent(Self.int32Type, atMost: 4 * Self.largestRank, of: "the extents of a variable")
        guard bytes.count >= 8, bytes.count % 4 == 0 else { throw elements.damage("extents of \(bytes.count) bytes") }
        let extents = stride(from: 0, to: bytes.count, by: 4).map { Int(elements.number(bytes[$0..<$0 + 4])) }
        var count = 1
        for extent in extents {
            let product = count.multipliedReportingOverflow(by: extent)
            count = product.partialValue
            guard !product.overflow, count <= ReadingLimits.largestByteCount else {
                throw elements.damage("a variable of \(extents.map(String.init).joined(separator: "×")) values")
            }
        }
        return extents
    }

    /// The content of an element that cannot be large.
    private mutating func smallContent(_ type: UInt32, atMost limit: Int, of what: String) throws(DatasetError) -> ArraySlice<UInt8>
    {
        let tag = try nextTag()
        guard tag.type == type else { throw elements.damage("\(what) should be of type \(type) and is of \(tag.type)") }
        guard tag.byteCount <= limit else { throw elements.damage("\(what) take \(tag.byteCount) bytes, more than \(limit)") }
        if let content = tag.inlineContent { return content[...] }
        try use(tag.byteCount)
        let bytes = try elements.read(exactly: tag.byteCount, of: what)
        try pad(tag.byteCount)
        return bytes[...]
    }

    private mutating func nextTag() throws(DatasetError) -> MATElementStream.Tag {
        try use(8)
        return try elements.nextTag()
    }

    private mutating func skip(_ count: Int, of what: String) throws(DatasetError) {
        try use(count)
        try elements.skip(count, of: what)
        try pad(count)
    }

    /// Passes over the bytes that fill an element up to a multiple of eight.
    private mutating func pad(_ count: Int) throws(DatasetError) {
        let padding = min((8 - count % 8) % 8, left)
        try use(padding)
        try elements.skip(padding, of: "a variable")
    }

    /// Counts bytes of the variable as used.
    private mutating func use(_ count: Int) throws(DatasetError) {
        guard count <= left else { throw elements.damage("an element reaches beyond the end of its variable") }
        left -= count
    }
}
