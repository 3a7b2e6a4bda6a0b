import CDecompression

/// What bytes are compressed with.
enum Compression {
    /// RFC 1952.
    case gzip
    /// The .xz format.
    case xz
    /// RFC 1950, which MATLAB compresses variables with.
    case zlib

    /// What a whole file can be compressed with, told by its first bytes and not by its name.
    static let ofFiles: [Compression] = [.gzip, .xz]

    /// The first bytes of a member or stream; nil if they tell nothing.
    var magic: [UInt8]? {
        switch self {
        case .gzip: [0x1f, 0x8b]
        case .xz: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]
        case .zlib: nil
        }
    }

    fileprivate var code: bf_compression {
        switch self {
        case .gzip: BF_GZIP
        case .xz: BF_XZ
        case .zlib: BF_ZLIB
        }
    }
}

/// A library's decompressor for one gzip member, zlib or xz stream at a time; the owner of its C state.
struct Decompressor: ~Copyable {
    /// What one step came to.
    enum Outcome {
        /// The member goes on.
        case progress
        /// The member has ended, with the right checksums and lengths.
        case end
        /// The input is of another format, or damaged.
        case damaged(reason: String)
    }

    /// What the input is compressed with.
    let compression: Compression

    private let state: OpaquePointer

    /// Makes a decompressor at the start of a member.
    ///
    /// - Throws: `DatasetError.system` if memory has run out.
    init(_ compression: Compression, file: String) throws(DatasetError) {
        guard let state = bf_decompressor_create(compression.code) else {
            throw .system(operation: "decompress", path: file, reason: "memory has run out")
        }
        self.compression = compression
        self.state = state
    }

    deinit { bf_decompressor_destroy(state) }

    /// Makes the decompressor ready for the next member.
    mutating func reset() { _ = bf_decompressor_reset(state) }

    /// Decompresses until the input is used, `limit` bytes are made or the member ends.
    mutating func step(
        from input: ArraySlice<UInt8>, atMost limit: Int
    ) -> (bytes: [UInt8], consumed: Int, outcome: Outcome) {
        var consumed = 0
        var status = BF_DECOMPRESS_MORE
        let bytes = input.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: limit) { output, produced in
                status = bf_decompressor_run(
                    state, input.baseAddress, input.count, &consumed, output.baseAddress, output.count, &produced)
            }
        }
        return (bytes, consumed, outcome(of: status))
    }

    private func outcome(of status: bf_decompress_status) -> Outcome {
        switch status {
        case BF_DECOMPRESS_MORE: .progress
        case BF_DECOMPRESS_END: .end
        case BF_DECOMPRESS_NO_MEMORY: .damaged(reason: "memory has run out")
        default: .damaged(reason: String(cString: bf_decompressor_message(state)))
        }
    }
}
