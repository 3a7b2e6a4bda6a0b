import CCrypto

/// A SHA-256 computation (FIPS 180-4) in progress, fed piece by piece.
///
/// libcrypto's functions for it cannot fail.
public struct SHA256: ~Copyable {
    private var context = SHA256_CTX()

    /// Starts a computation with nothing in it.
    public init() { SHA256_Init(&context) }

    /// Appends raw bytes to the message.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        SHA256_Update(&context, start, bytes.count)
    }

    /// Appends bytes, such as `[UInt8]`, `Data` or a string's `utf8`, to the message.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        guard wasContiguous == nil else { return }
        Array(bytes).withUnsafeBytes { update($0) }
    }

    /// Ends the computation and gives the digest of everything that was appended.
    public consuming func finalize() -> SHA256Digest {
        SHA256Digest(
            exactly: [UInt8](unsafeUninitializedCapacity: SHA256Digest.byteCount) { buffer, count in
                SHA256_Final(buffer.baseAddress, &context)
                count = SHA256Digest.byteCount
            })
    }
}

extension SHA256 {
    /// The digest of bytes, such as `[UInt8]` or `Data`.
    public static func digest(of bytes: some Sequence<UInt8>) -> SHA256Digest {
        var computation = SHA256()
        computation.update(bytes)
        return computation.finalize()
    }

    /// The digest of a text's UTF-8.
    public static func digest(of text: String) -> SHA256Digest { digest(of: text.utf8) }

    /// The digest of raw memory.
    public static func digest(of bytes: UnsafeRawBufferPointer) -> SHA256Digest {
        var computation = SHA256()
        computation.update(bytes)
        return computation.finalize()
    }
}
