/// The bytes of a file as they lie there, with a little of them in memory to look ahead.
struct RawBytes: ~Copyable {
    private var file: OpenFile?
    private var buffer: [UInt8]
    private var start = 0

    /// How many bytes have been used.
    private(set) var offset = 0

    /// Reads a file.
    init(file: consuming OpenFile) {
        self.file = consume file
        buffer = []
    }

    /// Reads bytes in memory.
    init(bytes: [UInt8]) {
        buffer = bytes
    }

    /// What has been read and not used; `fill()` first.
    var available: ArraySlice<UInt8> { buffer[start...] }

    /// Sees to it that at least `count` bytes are available; false if the file ends first.
    ///
    /// - Throws: `DatasetError.system`.
    mutating func fill(atLeast count: Int = 1) throws(DatasetError) -> Bool {
        while buffer.count - start < count {
            guard let more = try file?.read(atMost: ByteStream.pieceSize), !more.isEmpty else { return false }
            buffer = Array(buffer[start...]) + more
            start = 0
        }
        return true
    }

    /// Whether the next bytes are these; they stay unused.
    ///
    /// - Throws: `DatasetError.system`.
    mutating func begins(with prefix: [UInt8]) throws(DatasetError) -> Bool {
        try fill(atLeast: prefix.count) && available.starts(with: prefix)
    }

    /// Counts bytes as used.
    mutating func advance(by count: Int) {
        start += count
        offset += count
    }

    /// Takes what is available, at least one byte unless the file has ended.
    ///
    /// - Throws: `DatasetError.system`.
    mutating func next() throws(DatasetError) -> [UInt8] {
        guard try fill() else { return [] }
        let bytes = Array(available)
        advance(by: bytes.count)
        return bytes
    }
}
