/// The bytes of a data file from front to back, decompressed on the way if the file is gzip.
///
/// It holds no more than two pieces of `pieceSize` bytes, and hands out an array no larger than what has arrived.
struct ByteStream: ~Copyable {
    /// How many bytes are read, or decompressed, at a time.
    static let pieceSize = 64 << 10

    private static let gzipMagic: [UInt8] = [0x1f, 0x8b]

    /// The file's path, for messages.
    let file: String

    /// How many bytes have been handed out, counted after decompression.
    private(set) var offset = 0

    private var raw: RawBytes
    private var inflater: Inflater?
    private var gzipHasEnded = false
    private var piece: [UInt8] = []
    private var pieceStart = 0

    /// Opens a file; whether it is gzip is told by its first two bytes, not by its name.
    ///
    /// - Throws: `DatasetError.system` or `.notAFile`.
    init(path: String) throws(DatasetError) {
        try self.init(RawBytes(file: OpenFile(path: path)), file: path)
    }

    /// Reads bytes in memory as if they were a file's.
    init(bytes: [UInt8], file: String) throws(DatasetError) {
        try self.init(RawBytes(bytes: bytes), file: file)
    }

    private init(_ raw: consuming RawBytes, file: String) throws(DatasetError) {
        self.file = file
        self.raw = raw
        if try self.raw.begins(with: Self.gzipMagic) { inflater = try Inflater(file: file) }
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

    /// Checks that nothing follows, and, in a gzip file, that its checksum is right.
    ///
    /// - Throws: `DatasetError.trailingBytes`, or whatever reading or decompressing throws.
    mutating func requireEnd() throws(DatasetError) {
        guard pieceStart == piece.count, try !refill() else { throw .trailingBytes(file: file, offset: offset) }
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
        if inflater == nil {
            piece = try raw.next()
        } else {
            piece = try inflateNext()
        }
        pieceStart = 0
        return !piece.isEmpty
    }

    /// The next decompressed bytes; none when the last gzip member has ended.
    private mutating func inflateNext() throws(DatasetError) -> [UInt8] {
        while !gzipHasEnded {
            guard try raw.fill(), let step = inflater?.step(from: raw.available, atMost: Self.pieceSize) else {
                throw .truncatedGzip(file: file, offset: raw.offset)
            }
            raw.advance(by: step.consumed)
            switch step.outcome {
            case .progress: break
            case .end: try endMember()
            case .damaged(let reason): throw .damagedGzip(file: file, offset: raw.offset, reason: reason)
            }
            if !step.bytes.isEmpty { return step.bytes }
        }
        return []
    }

    /// Goes on to the next gzip member if there is one; a gzip file may have several.
    private mutating func endMember() throws(DatasetError) {
        if try raw.begins(with: Self.gzipMagic) {
            inflater?.reset()
        } else if try raw.fill() {
            throw .damagedGzip(file: file, offset: raw.offset, reason: "something follows the end of the compressed data")
        } else {
            gzipHasEnded = true
        }
    }
}
