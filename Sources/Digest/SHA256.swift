import CCrypto

/// A SHA-256 computation (FIPS 180-4) in progress, fed piece by piece.
///
/// It is the one owner of libcrypto's context, and frees it when it goes. libcrypto refuses only when memory has run out or when
/// it was built without SHA-256; both end the program, as running out of memory does everywhere in Swift.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// Starts a computation with nothing in it.
    public init() {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("libcrypto: no memory for a digest context") }
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto: SHA-256 is not available")
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Appends raw bytes to the message.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        precondition(EVP_DigestUpdate(context, start, bytes.count) == 1, "libcrypto: SHA-256 cannot be continued")
    }

    /// Appends bytes, such as `[UInt8]`, `Data` or a string's `utf8`, to the message.
    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
        guard wasContiguous == nil else { return }
        Array(bytes).withUnsafeBytes { update($0) }
    }

    /// Ends the computation and gives the digest of everything that was appended.
    public consuming func finalize() -> SHA256Digest {
        let bytes = [UInt8](unsafeUninitializedCapacity: SHA256Digest.byteCount) { buffer, count in
            precondition(EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1, "libcrypto: SHA-256 cannot be ended")
            count = SHA256Digest.byteCount
        }
        return SHA256Digest(exactly: bytes)
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
