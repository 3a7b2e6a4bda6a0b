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
    private var buffer: ArraySlice<UInt8> = []
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
            let end = buffer.firstIndex(of: UInt8(ascii: "\n"))
            line += buffer[..<(end ?? buffer.endIndex)]
            buffer = end.map { buffer[($0 + 1)...] } ?? []
            guard line.count <= Self.longestLine else {
                throw .line(file: name, line: number, problem: "more than \(Self.longestLine) bytes: no record is that long")
            }
            if end != nil { return Line(number: number, bytes: line) }
            guard !isAtEnd else { return line.isEmpty ? nil : Line(number: number, bytes: line) }
            try fill()
        }
    }

    private mutating func fill() throws(ExperimentStoreError) {
        do {
            let data = try handle.read(upToCount: 1 << 16) ?? Data()
            isAtEnd = data.isEmpty
            buffer = [UInt8](data)[...]
        } catch {
            throw .file(path: name, reason: SystemWords.of(error))
        }
    }
}
