/// Reads what `ByteWriter` wrote, from bytes that may be anything: no count is believed before the bytes behind it are there.
struct ByteReader {
    private let bytes: [UInt8]
    private let end: Int
    private var offset = 0

    /// What the bytes are meant to be, for errors.
    private let what: String

    /// Takes bytes and checks their checksum.
    ///
    /// - Throws: `TrainingError.unreadable` if they are too few or damaged.
    init(_ bytes: [UInt8], what: String) throws(TrainingError) {
        self.bytes = bytes
        self.what = what
        end = bytes.count - 8
        guard end >= 0 else { throw .unreadable(what: what, byte: bytes.count, problem: "too few bytes") }
        var checksum = Checksum()
        bytes.withUnsafeBytes { checksum.add(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        let expected = bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: end, as: UInt64.self)) }
        guard checksum.value == expected else { throw .unreadable(what: what, byte: end, problem: "the checksum does not fit") }
    }

    /// An error at the place that was reached.
    func problem(_ text: String) -> TrainingError {
        .unreadable(what: what, byte: offset, problem: text)
    }

    private mutating func take(_ count: Int) throws(TrainingError) -> Int {
        guard count <= end - offset else { throw problem("\(count) bytes announced, \(end - offset) left") }
        defer { offset += count }
        return offset
    }

    /// Reads a whole number.
    mutating func readInteger() throws(TrainingError) -> UInt64 {
        let start = try take(8)
        return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: start, as: UInt64.self)) }
    }

    /// Reads a whole number within a range.
    mutating func readInteger(in range: ClosedRange<Int>) throws(TrainingError) -> Int {
        let value = Int64(bitPattern: try readInteger())
        guard let integer = Int(exactly: value), range.contains(integer) else {
            throw problem("\(value), expected \(range.lowerBound) to \(range.upperBound)")
        }
        return integer
    }

    /// Reads a count from 0 to `most`.
    mutating func readCount(most: Int) throws(TrainingError) -> Int {
        try readInteger(in: 0...most)
    }

    /// Reads a number.
    mutating func readDouble() throws(TrainingError) -> Double {
        Double(bitPattern: try readInteger())
    }

    /// Reads a text of at most `most` bytes, which must be UTF-8.
    mutating func readText(most: Int) throws(TrainingError) -> String {
        let count = try readCount(most: most)
        let start = try take(count)
        guard let text = String(validating: bytes[start..<(start + count)], as: UTF8.self) else {
            throw problem("a text that is not UTF-8")
        }
        return text
    }

    /// The bytes that are left in front of the checksum.
    var remaining: Int { end - offset }

    /// Reads bytes of which there must be `count`.
    mutating func readBytes(count: Int) throws(TrainingError) -> [UInt8] {
        let start = try take(count)
        return Array(bytes[start..<(start + count)])
    }

    /// Reads numbers, however many there are.
    mutating func readFloats() throws(TrainingError) -> [Float] {
        let count = try readCount(most: (end - offset) / 4)
        let start = try take(4 * count)
        return bytes.withUnsafeBytes { bytes in
            (0..<count).map { index in
                Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * index, as: UInt32.self)))
            }
        }
    }

    /// Reads numbers of which there must be `count`.
    mutating func readFloats(count: Int) throws(TrainingError) -> [Float] {
        let values = try readFloats()
        guard values.count == count else { throw problem("\(values.count) values, expected \(count)") }
        return values
    }

    /// Checks that nothing is left.
    func finish() throws(TrainingError) {
        guard offset == end else { throw problem("\(end - offset) bytes too many") }
    }
}
