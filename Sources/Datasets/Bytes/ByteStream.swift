/// The bytes of a data file from front to back, decompressed on the way if the file is gzip or xz.
///
/// It holds no more than two pieces of `pieceSize` bytes, and hands out an array no larger than what has arrived.
package struct ByteStream: ~Copyable {
    /// How many bytes are read, or decompressed, at a time.
    static let pieceSize = 64 << 10

    /// The file's path, for messages.
    let file: String

    /// How many bytes have been handed out, counted after decompression.
    private(set) var offset = 0

    private var raw: RawBytes
    private var decompressor: Decompressor?
    private var compressionHasEnded = false
    private var piece: [UInt8] = []
    private var pieceStart = 0

    /// Opens a file; whether it is compressed is told by its first bytes, not by its name.
    ///
    /// - Throws: `DatasetError.system` or `.notAFile`.
    init(path: String) throws(DatasetError) {
        try self.init(RawBytes(file: OpenFile(path: path)), file: path)
    }

    /// Reads bytes in memory as if they were a file's.
    package init(bytes: [UInt8], file: String) throws(DatasetError) {
        try self.init(RawBytes(bytes: bytes), file: file)
    }

    private init(_ raw: consuming RawBytes, file: String) throws(DatasetError) {
        self.file = file
        self.raw = raw
        for compression in Compression.ofFiles {
            guard let magic = compression.magic, try self.raw.begins(with: magic) else { continue }
            decompressor = try Decompressor(compression, file: file)
        }
    }

    /// Exactly `count` bytes; the array grows with what arrives, and is never sized by the promise alone.
    ///
    /// - Throws: `DatasetError.truncated` if the file ends first, or whatever reading or decompressing throws.
    mutating func read(exactly count: Int, of what: String) throws(DatasetError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            if pieceStart == piece.count {
                guard try refill() else {
                    throw .truncated(file: file, offset: offset, what: what, expected: count)
                }
            }
            let taken = min(count - bytes.count, piece.count - pieceStart)
            bytes.append(contentsOf: piece[pieceStart..<pieceStart + taken])
            pieceStart += taken
            offset += taken
        }
        return bytes
    }

    /// A big-endian number of four bytes.
    ///
    /// - Throws: as `read(exactly:of:)`.
    mutating func readUInt32(of what: String) throws(DatasetError) -> UInt32 {
        try read(exactly: 4, of: what).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Checks that nothing follows, and, in a compressed file, that its checksum is right.
    ///
    /// - Throws: `DatasetError.trailingBytes`, or whatever reading or decompressing throws.
    mutating func requireEnd() throws(DatasetError) {
        guard pieceStart == piece.count, try !refill() else { throw .trailingBytes(file: file, offset: offset) }
    }

    /// Some of the next bytes, at least one and at most `limit`; none at the end.
    ///
    /// - Throws: whatever reading or decompressing throws.
    mutating func read(atMost limit: Int) throws(DatasetError) -> ArraySlice<UInt8> {
        if pieceStart == piece.count, try !refill() { return [] }
        let taken = piece[pieceStart..<min(piece.count, pieceStart + limit)]
        pieceStart += taken.count
        offset += taken.count
        return taken
    }

    /// The next piece, up to `pieceSize` bytes; empty at the end.
    ///
    /// - Throws: whatever reading or decompressing throws.
    mutating func nextPiece() throws(DatasetError) -> [UInt8] {
        if pieceStart == piece.count, try !refill() { return [] }
        let rest = Array(piece[pieceStart...])
        pieceStart = piece.count
        offset += rest.count
        return rest
    }

    /// Fetches the next piece; false at the end.
    private mutating func refill() throws(DatasetError) -> Bool {
        if decompressor == nil {
            piece = try raw.next()
        } else {
            piece = try decompressNext()
        }
        pieceStart = 0
        return !piece.isEmpty
    }

    /// The next decompressed bytes; none when the last member has ended.
    private mutating func decompressNext() throws(DatasetError) -> [UInt8] {
        while !compressionHasEnded {
            guard try raw.fill(), let step = decompressor?.step(from: raw.available, atMost: Self.pieceSize) else {
                throw .truncatedCompression(file: file, offset: raw.offset)
            }
            raw.advance(by: step.consumed)
            if step.consumed == 0, step.bytes.isEmpty, case .progress = step.outcome {
                throw .damagedCompression(file: file, offset: raw.offset, reason: "the data leads nowhere")
            }
            switch step.outcome {
            case .progress: break
            case .end: try endMember()
            case .damaged(let reason): throw .damagedCompression(file: file, offset: raw.offset, reason: reason)
            }
            if !step.bytes.isEmpty { return step.bytes }
        }
        return []
    }

    /// Goes on to the next member if there is one; a file may have several.
    private mutating func endMember() throws(DatasetError) {
        if let magic = decompressor?.compression.magic, try raw.begins(with: magic) {
            decompressor?.reset()
        } else if try raw.fill() {
            throw .damagedCompression(file: file, offset: raw.offset, reason: "something follows the end of the compressed data")
        } else {
            compressionHasEnded = true
        }
    }
}
