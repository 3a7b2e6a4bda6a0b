/// Puts scalars together from UTF-8 that comes byte by byte.
struct UTF8Assembler: Sendable {
    private var bytes: [UInt8] = []
    private var expected = 0

    /// Forgets a scalar that is not complete.
    mutating func reset() {
        bytes = []
        expected = 0
    }

    /// Takes a byte of 0x80 or above, and returns the scalar it completes; nil if more must come or the bytes are not UTF-8.
    mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
        if byte & 0xC0 == 0x80 {
            guard !bytes.isEmpty else { return nil }
            bytes.append(byte)
        } else {
            bytes = [byte]
            expected = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        }
        guard bytes.count == expected else { return nil }
        defer { reset() }
        return String(validating: bytes, as: UTF8.self)?.unicodeScalars.first
    }
}
