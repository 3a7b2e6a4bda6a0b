/// The 32 bytes that SHA-256 makes of a message.
public struct SHA256Digest: Hashable, Sendable {
    /// The size of every SHA-256 digest in bytes.
    public static let byteCount = 32

    /// The digest's bytes; always `byteCount` of them.
    public let bytes: [UInt8]

    /// Takes 32 bytes as a digest; nil if there are more or fewer.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    /// Takes the bytes of a computation, which are `byteCount`.
    init(exactly bytes: [UInt8]) {
        precondition(bytes.count == Self.byteCount)
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits of either case; nil if the text is anything else.
    public init?(hexadecimal: some StringProtocol) {
        let digits = Array(hexadecimal.utf8)
        guard digits.count == 2 * Self.byteCount else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Self.byteCount)
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(ofDigit: digits[index]), let low = Self.value(ofDigit: digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    /// The digest as 64 lowercase hexadecimal digits.
    public var hexadecimal: String {
        String(unsafeUninitializedCapacity: 2 * Self.byteCount) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = Self.digit(of: byte >> 4)
                text[2 * index + 1] = Self.digit(of: byte & 15)
            }
            return 2 * Self.byteCount
        }
    }

    /// Whether a text is the digest in lowercase hexadecimal digits.
    public func isWritten(as text: String) -> Bool {
        text.utf8.withContiguousStorageIfAvailable { isWritten(as: UnsafeRawBufferPointer($0)) } ?? (text == hexadecimal)
    }

    /// Whether bytes are the digest in lowercase hexadecimal digits of ASCII.
    public func isWritten(as digits: UnsafeRawBufferPointer) -> Bool {
        guard digits.count == 2 * Self.byteCount else { return false }
        var difference: UInt8 = 0
        for place in 0..<Self.byteCount {
            difference |= digits[2 * place] ^ Self.digit(of: bytes[place] >> 4)
            difference |= digits[2 * place + 1] ^ Self.digit(of: bytes[place] & 15)
        }
        return difference == 0
    }

    private static func digit(of value: UInt8) -> UInt8 {
        value &+ (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension SHA256Digest: CustomStringConvertible {
    /// The digest as 64 lowercase hexadecimal digits.
    public var description: String { hexadecimal }
}
