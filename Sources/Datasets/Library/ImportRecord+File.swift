import FoundationEssentials

extension ImportRecord {
    /// The most bytes that a note may have.
    private static let largestFileSize = 64 << 10

    /// Reads the note in a data set's folder, which has the data set's name.
    ///
    /// - Throws: `DatasetError.damagedRecord`, or `.system` or `.notAFile` if there is none.
    init(in folder: URL) throws(DatasetError) {
        try self.init(aside: folder)
        guard name == folder.lastPathComponent else {
            throw .damagedRecord(
                path: folder.appending(path: Self.fileName).path, reason: "the note is of a data set '\(name)'")
        }
    }

    /// Reads the note in a data set's folder that may have been moved aside.
    ///
    /// - Throws: `DatasetError.damagedRecord`, or `.system` or `.notAFile` if there is none.
    init(aside folder: URL) throws(DatasetError) { try self.init(file: folder.appending(path: Self.fileName).path) }

    /// Reads a note.
    ///
    /// - Throws: `DatasetError.damagedRecord`, or `.system` or `.notAFile`.
    package init(file path: String) throws(DatasetError) {
        var file = try OpenFile(path: path)
        var bytes: [UInt8] = []
        while true {
            let piece = try file.read(atMost: Self.largestFileSize)
            bytes += piece
            guard !piece.isEmpty, bytes.count <= Self.largestFileSize else { break }
        }
        guard bytes.count <= Self.largestFileSize else {
            throw .damagedRecord(path: path, reason: "larger than \(Self.largestFileSize) bytes")
        }
        do {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            self = try decoder.decode(ImportRecord.self, from: Data(bytes))
        } catch {
            throw .damagedRecord(path: path, reason: "not the note of an import")
        }
    }

    /// Writes the note into a folder, and waits until the disk has it.
    ///
    /// - Throws: `DatasetError.system` or `.damagedRecord`.
    func write(in folder: URL) throws(DatasetError) {
        let path = folder.appending(path: Self.fileName).path
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            throw .damagedRecord(path: path, reason: "the note cannot be written as JSON")
        }
        var file = try WritableFile(creating: path)
        try file.write(Array(data) + [UInt8(ascii: "\n")])
        try file.synchronize()
    }
}
