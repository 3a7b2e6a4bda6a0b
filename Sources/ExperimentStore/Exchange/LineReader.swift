import Foundation

/// Reads a file line by line, of which none is kept beyond a length, so that a hostile file costs no more memory than one line.
struct LineReader {
    /// A line without its end, and its number from 1.
    struct Line {
        let number: Int
        let bytes: [UInt8]
    }

    /// The most bytes of a line.
    static let longestLine = 1 << 20

    /// The file's name, for errors.
    let name: String

    private let handle: FileHandle
    private var buffer: [UInt8] = []
    /// The first byte of the buffer that belongs to no line yet.
    private var start = 0
    private var number = 0
    private var isAtEnd = false

    /// Opens a file; `-` is standard input.
    ///
    /// - Parameter isOrdinary: whether nothing but a file of the disk will do: a person may name a pipe, and it is waited for.
    /// - Throws: `ExperimentStoreError.file` if it cannot be opened.
    init(_ path: String, isOrdinary: Bool = false) throws(ExperimentStoreError) {
        guard path != "-" else {
            name = "standard input"
            handle = .standardInput
            return
        }
        name = path
        guard !isOrdinary else {
            handle = try OrdinaryFile.open(path)
            return
        }
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw .file(path: path, reason: SystemWords.of(error))
        }
    }

    /// The next line; nil at the end of the file.
    ///
    /// - Throws: `ExperimentStoreError.line` for a line that is too long, `.file` if reading fails.
    mutating func next() throws(ExperimentStoreError) -> Line? {
        var line: [UInt8] = []
        number += 1
        while true {
            let end = endOfLine
            line += buffer[start..<(end ?? buffer.count)]
            start = end.map { $0 + 1 } ?? buffer.count
            guard line.count <= Self.longestLine else {
                throw .line(file: name, line: number, problem: "more than \(Self.longestLine) bytes: no record is that long")
            }
            if end != nil { return Line(number: number, bytes: line) }
            guard !isAtEnd else { return line.isEmpty ? nil : Line(number: number, bytes: line) }
            try fill()
        }
    }

    /// The place of the next line feed in the buffer; nil if it has none.
    private var endOfLine: Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count else { return nil }
            return memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start).map { UnsafeRawPointer($0) - base }
        }
    }

    private mutating func fill() throws(ExperimentStoreError) {
        do {
            let data = try handle.read(upToCount: 1 << 16) ?? Data()
            isAtEnd = data.isEmpty
            buffer = [UInt8](data)
            start = 0
        } catch {
            throw .file(path: name, reason: SystemWords.of(error))
        }
    }
}
