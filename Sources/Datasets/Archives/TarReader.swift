/// Reads a tar archive from front to back, compressed or not; nothing is held of it but one piece.
package struct TarReader: ~Copyable {
    /// An ordinary file of the archive.
    package struct Member {
        /// The path within the archive, not to be trusted.
        package let path: String
        /// The bytes of its content.
        package let byteCount: Int
    }

    /// More members than this are no data set.
    static let largestMemberCount = 10_000
    /// The longest name that is read, in bytes.
    private static let longestName = 4096

    private var stream: ByteStream
    /// The bytes of the current member that were not read, and those that fill its last block.
    private var (unread, padding) = (0, 0)
    private var memberCount = 0

    /// Reads an archive from a stream of its bytes.
    package init(_ stream: consuming ByteStream) { self.stream = stream }

    /// The next ordinary file; nil at the end. What was not read of the one before is passed over.
    ///
    /// - Throws: `DatasetError` with file and byte.
    package mutating func next() throws(DatasetError) -> Member? {
        var longName: String?
        while let header = try nextHeader() {
            switch header.kind {
            case .longName: longName = TarHeader.text(try shortContent())
            case .extended: longName = Self.path(inExtended: try shortContent()) ?? longName
            case .other: longName = nil
            case .file: return Member(path: longName ?? header.path, byteCount: header.byteCount)
            }
        }
        return nil
    }

    /// Some of the next bytes of the current member; none at its end.
    ///
    /// - Throws: `DatasetError.truncated` if the archive ends first, or whatever reading throws.
    package mutating func read() throws(DatasetError) -> ArraySlice<UInt8> {
        guard unread > 0 else { return [] }
        let bytes = try stream.read(atMost: unread)
        guard !bytes.isEmpty else {
            throw .truncated(file: stream.file, offset: stream.offset, what: "a member of the archive", expected: unread)
        }
        unread -= bytes.count
        return bytes
    }

    private mutating func nextHeader() throws(DatasetError) -> TarHeader? {
        try skipRest()
        let start = stream.offset
        let block = try stream.read(exactly: TarHeader.size, of: "a member header")
        let header: TarHeader?
        do {
            header = try TarHeader(block)
        } catch {
            throw .damagedArchive(file: stream.file, offset: start, reason: error.reason)
        }
        guard let header else { return nil }
        memberCount += 1
        guard memberCount <= Self.largestMemberCount else {
            throw .archiveTooLarge(file: stream.file, what: "files", most: Self.largestMemberCount)
        }
        guard header.byteCount <= ReadingLimits.largestByteCount else {
            throw .outOfRange(
                file: stream.file, offset: start + 124, what: "the size of a member", found: header.byteCount,
                allowed: 0...ReadingLimits.largestByteCount)
        }
        unread = header.byteCount
        padding = (TarHeader.size - header.byteCount % TarHeader.size) % TarHeader.size
        return header
    }

    private mutating func skipRest() throws(DatasetError) {
        while unread > 0 { _ = try read() }
        _ = try stream.read(exactly: padding, of: "the end of a member")
        padding = 0
    }

    /// The content of a member that is about the one behind it.
    private mutating func shortContent() throws(DatasetError) -> [UInt8] {
        guard unread <= Self.longestName else {
            throw .outOfRange(
                file: stream.file, offset: stream.offset, what: "the length of a member's name", found: unread,
                allowed: 0...Self.longestName)
        }
        var bytes: [UInt8] = []
        while unread > 0 { bytes += try read() }
        return bytes
    }

    /// The value of `path` among lines of `length key=value`.
    private static func path(inExtended bytes: [UInt8]) -> String? {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let text = String(decoding: line, as: UTF8.self)
            guard let space = text.firstIndex(of: " ") else { continue }
            let pair = text[text.index(after: space)...]
            if pair.hasPrefix("path=") { return String(pair.dropFirst(5)) }
        }
        return nil
    }
}
