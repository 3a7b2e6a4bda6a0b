import DatasetFiles
import Foundation
import Testing

@testable import Datasets

@Suite("The bytes of a data file")
struct ByteStreamTests {
    private let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 8) }

    @Test("Plain and gzip files of several pieces come out whole", arguments: [false, true])
    func wholeFile(gzip: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(gzip ? GzipWriter.member(content) : content, to: "data")
        var stream = try ByteStream(path: path)
        #expect(try stream.read(exactly: content.count, of: "everything") == content)
        let offset = stream.offset
        #expect(offset == content.count)
        try stream.requireEnd()
    }

    @Test("Gzip members behind each other come out as one content")
    func severalMembers() throws {
        let bytes = GzipWriter.member([1, 2, 3]) + GzipWriter.member([]) + GzipWriter.member([4])
        var stream = try ByteStream(bytes: bytes, file: "members")
        #expect(try stream.read(exactly: 4, of: "everything") == [1, 2, 3, 4])
        try stream.requireEnd()
    }

    @Test("What follows a gzip file's end is an error at its compressed byte")
    func rubbishBehindGzip() throws {
        let member = GzipWriter.member([1, 2, 3])
        var stream = try ByteStream(bytes: member + [9], file: "tail.gz")
        #expect(
            throws: DatasetError.damagedCompression(
                file: "tail.gz", offset: member.count, reason: "something follows the end of the compressed data")
        ) {
            _ = try stream.read(exactly: 3, of: "everything")
            try stream.requireEnd()
        }
    }

    @Test(
        "A wrong checksum and a wrong length are errors", arguments: [(8, "incorrect data check"), (4, "incorrect length check")])
    func wrongTrailer(distanceFromEnd: Int, reason: String) throws {
        var bytes = GzipWriter.member(content)
        bytes[bytes.count - distanceFromEnd] ^= 1
        var stream = try ByteStream(bytes: bytes, file: "data.gz")
        let error = #expect(throws: DatasetError.self) {
            _ = try stream.read(exactly: content.count, of: "everything")
            try stream.requireEnd()
        }
        guard case .damagedCompression("data.gz", let offset, reason) = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
        #expect(offset > bytes.count - 9)
    }

    @Test("A gzip file cut anywhere is an error")
    func cutGzip() throws {
        let bytes = GzipWriter.member([1, 2, 3, 4, 5])
        for size in 2..<bytes.count {
            var stream = try ByteStream(bytes: Array(bytes.prefix(size)), file: "cut.gz")
            #expect(throws: DatasetError.truncatedCompression(file: "cut.gz", offset: size)) {
                _ = try stream.read(exactly: 5, of: "everything")
                try stream.requireEnd()
            }
        }
    }

    @Test("A folder, a missing file and a pipe are errors, and nothing waits for the pipe")
    func notAFile() throws {
        let folder = try TemporaryFolder()
        #expect(throws: DatasetError.notAFile(path: folder.url.path)) { _ = try ByteStream(path: folder.url.path) }
        let missing = folder.url.appending(path: "missing").path
        #expect(throws: DatasetError.system(operation: "open", path: missing, reason: "No such file or directory")) {
            _ = try ByteStream(path: missing)
        }
        let pipe = folder.url.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(throws: DatasetError.notAFile(path: pipe)) { _ = try ByteStream(path: pipe) }
    }
}
