/// The elements of a MATLAB 5 file from front to back, decompressed on the way; nothing is held of them but a piece.
///
/// Format: MAT-File Format, The MathWorks, chapter 1: 128 bytes of header, then elements, each a tag with its type and byte count and
/// behind it its content; an element of type `miCOMPRESSED` holds another one in a zlib stream.
struct MATElementStream: ~Copyable {
    /// The tag of an element.
    struct Tag {
        let type: UInt32
        let byteCount: Int
        /// The content of an element of up to four bytes, which lies in its tag.
        let inlineContent: [UInt8]?
    }

    private static let headerSize = 128
    private static let compressedType: UInt32 = 15

    /// The file's path, for messages.
    let file: String

    private var raw: RawBytes
    private let isLittleEndian: Bool
    private var inflation: Decompressor?
    private var inflationHasEnded = false
    /// The bytes of the compressed element that were not used.
    private var unused = 0
    /// What was inflated and not handed out.
    private var piece: ArraySlice<UInt8> = []

    /// The byte of the file at which the element begins.
    private(set) var elementOffset = 0

    /// Opens a file and checks its header.
    ///
    /// - Throws: `DatasetError.damagedMatlabFile`, or whatever opening throws.
    init(path: String) throws(DatasetError) {
        var raw = RawBytes(file: try OpenFile(path: path))
        guard try raw.fill(atLeast: Self.headerSize) else {
            throw .truncated(file: path, offset: raw.available.count, what: "the header", expected: Self.headerSize)
        }
        let header = Array(raw.available.prefix(Self.headerSize))
        raw.advance(by: Self.headerSize)
        self.init(raw, file: path, isLittleEndian: try Self.isLittleEndian(header, file: path))
    }

    private init(_ raw: consuming RawBytes, file: String, isLittleEndian: Bool) {
        self.file = file
        self.raw = raw
        self.isLittleEndian = isLittleEndian
    }

    private static func isLittleEndian(_ header: [UInt8], file: String) throws(DatasetError) -> Bool {
        let order = String(decoding: header[126..<128], as: UTF8.self)
        guard order == "IM" || order == "MI" else {
            throw .damagedMatlabFile(file: file, offset: 126, reason: "the header is not MATLAB's")
        }
        let version = order == "IM" ? header[124..<126].reversed() : Array(header[124..<126])
        guard version == [1, 0] else {
            let reason = version == [2, 0] ? "this is a file of MATLAB 7.3 (HDF5)" : "the version is not 1"
            throw .damagedMatlabFile(file: file, offset: 124, reason: reason)
        }
        return order == "IM"
    }

    /// The byte that messages name: the next one, or, of a compressed element, its first.
    var position: Int { inflation == nil ? raw.offset : elementOffset }

    /// The error of a file that is not as it should be here.
    func damage(_ reason: String) -> DatasetError { .damagedMatlabFile(file: file, offset: position, reason: reason) }

    /// Goes to the next element of the file and reads its tag, or the tag of what is compressed in it; nil at the end.
    ///
    /// - Throws: `DatasetError` with file and byte.
    mutating func nextElement() throws(DatasetError) -> Tag? {
        elementOffset = raw.offset
        guard try raw.fill() else { return nil }
        let tag = try nextTag()
        guard tag.type == Self.compressedType else { return tag }
        guard tag.inlineContent == nil else { throw damage("a compressed variable of \(tag.byteCount) bytes") }
        unused = tag.byteCount
        inflationHasEnded = false
        inflation = try Decompressor(.zlib, file: file)
        return try nextTag()
    }

    /// Checks that a compressed element has no more than what was handed out, and that its checksum is right.
    ///
    /// - Throws: `DatasetError` with file and byte.
    mutating func endElement() throws(DatasetError) {
        guard inflation != nil else { return }
        guard try take(atMost: 1).isEmpty, unused == 0 else { throw damage("a compressed variable holds more than its size says") }
        inflation = nil
    }

    /// Reads the next tag.
    ///
    /// - Throws: `DatasetError` with file and byte.
    mutating func nextTag() throws(DatasetError) -> Tag {
        let bytes = try read(exactly: 8, of: "a tag")
        let first = number(bytes[0..<4])
        // A small element has its size in the upper half of the word in which others have their type.
        let smallSize = Int(first >> 16)
        guard smallSize > 0 else { return Tag(type: first, byteCount: Int(number(bytes[4..<8])), inlineContent: nil) }
        guard smallSize <= 4 else { throw damage("an element in its tag of \(smallSize) bytes") }
        return Tag(type: first & 0xffff, byteCount: smallSize, inlineContent: Array(bytes[4..<4 + smallSize]))
    }

    /// The number in four bytes.
    func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let bigEndian = isLittleEndian ? bytes.reversed() : Array(bytes)
        return bigEndian.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Exactly `count` bytes; the array grows with what arrives.
    ///
    /// - Throws: `DatasetError.truncated` if the file ends first, or `.damagedMatlabFile` if the compressed element does.
    mutating func read(exactly count: Int, of what: String) throws(DatasetError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += try some(of: count - bytes.count, what) }
        return bytes
    }

    /// Passes over `count` bytes, which have to be there.
    ///
    /// - Throws: as `read(exactly:of:)`.
    mutating func skip(_ count: Int, of what: String) throws(DatasetError) {
        var left = count
        while left > 0 { left -= try some(of: left, what).count }
    }

    private mutating func some(of count: Int, _ what: String) throws(DatasetError) -> ArraySlice<UInt8> {
        let bytes = try take(atMost: count)
        guard bytes.isEmpty else { return bytes }
        guard inflation == nil else { throw damage("the compressed variable ends within \(what)") }
        throw .truncated(file: file, offset: raw.offset, what: what, expected: count)
    }

    /// Some of the next bytes; none at the end of the file or of the compressed element.
    private mutating func take(atMost limit: Int) throws(DatasetError) -> ArraySlice<UInt8> {
        let bytes: ArraySlice<UInt8>
        if inflation == nil {
            guard try raw.fill() else { return [] }
            bytes = raw.available.prefix(limit)
            raw.advance(by: bytes.count)
        } else {
            while piece.isEmpty, !inflationHasEnded { try inflateNext() }
            bytes = piece.prefix(limit)
            piece = piece.dropFirst(bytes.count)
        }
        return bytes
    }

    private mutating func inflateNext() throws(DatasetError) {
        guard unused > 0 else { throw damage("a compressed variable is cut short") }
        guard try raw.fill(), let step = inflation?.step(from: raw.available.prefix(unused), atMost: ByteStream.pieceSize) else {
            throw .truncatedCompression(file: file, offset: raw.offset)
        }
        raw.advance(by: step.consumed)
        unused -= step.consumed
        piece = step.bytes[...]
        switch step.outcome {
        case .progress where step.consumed == 0 && step.bytes.isEmpty: throw damage("the compressed data leads nowhere")
        case .progress: break
        case .end: inflationHasEnded = true
        case .damaged(let reason): throw .damagedCompression(file: file, offset: raw.offset, reason: reason)
        }
    }
}
