import DatasetFiles
import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("Fetching from a server that may misbehave")
struct FetchTests {
    private static let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 7) }

    /// Impatient only with a server that stalls: on a busy machine an honest one may take its time.
    private static func patience(with behaviours: [LoopbackServer.Behaviour]) -> Downloader.Patience {
        let stalls = behaviours.contains { if case .stalls = $0 { true } else { false } }
        return Downloader.Patience(
            attempts: stalls ? 10 : 3, connectSeconds: 600, stallSeconds: stalls ? 1 : 600, firstPause: .milliseconds(5))
    }

    /// Downloads the content and returns what has arrived.
    private func download(_ behaviours: [LoopbackServer.Behaviour], begun: [UInt8] = []) throws -> (bytes: [UInt8], requests: Int) {
        let server = try LoopbackServer(Self.content, behaviours)
        defer { server.close() }
        let folder = try TemporaryFolder()
        let path = try folder.write(begun, to: "part")
        try Downloader(patience: Self.patience(with: behaviours)).download(
            server.address + "file", to: path, byteCount: Self.content.count, progress: { _ in })
        return ([UInt8](try Data(contentsOf: URL(filePath: path))), server.requests)
    }

    @Test("An honest server's file arrives whole at once")
    func honest() throws {
        let (bytes, requests) = try download([.honest])
        #expect(bytes == Self.content)
        #expect(requests == 1)
    }

    @Test(
        "A broken connection, a stall, a busy server and a length that is a lie are mended by going on",
        arguments: [
            [.breaksOff(after: 100_000), .honest], [.stalls(after: 50_000), .honest], [.status(503), .honest],
            [.status(429), .honest],
            [.liesAboutLength(by: 1000), .honest], [.liesAboutLength(by: -1000), .honest], [.breaksOff(after: 0), .honest],
            [.breaksOff(after: 10), .breaksOff(after: 10), .honest],
        ] as [[LoopbackServer.Behaviour]])
    func mended(behaviours: [LoopbackServer.Behaviour]) throws {
        #expect(try download(behaviours).bytes == Self.content)
    }

    @Test("What an earlier attempt left is gone on from")
    func resumed() throws {
        #expect(try download([.honest], begun: Array(Self.content.prefix(200_000))).bytes == Self.content)
    }

    @Test("A server that does not know ranges sends everything again")
    func noRanges() throws {
        #expect(try download([.breaksOff(after: 100_000), .ignoresRanges]).bytes == Self.content)
    }

    @Test(
        "What does not mend ends in an error with the address, and what has arrived is kept",
        arguments: [
            [.status(404)], [.status(500)], [.redirectsForEver], [.breaksOff(after: 10), .status(404)],
            [.stalls(after: 10), .status(404)],
        ] as [[LoopbackServer.Behaviour]])
    func failed(behaviours: [LoopbackServer.Behaviour]) throws {
        let error = #expect(throws: DatasetError.self) { try download(behaviours) }
        guard case .downloadFailed(let address, _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(address.hasPrefix("http://127.0.0.1:"))
    }

    @Test("A file that does not end is given up as soon as it is larger than the published one")
    func endless() throws {
        let error = #expect(throws: DatasetError.self) { try download([.endless]) }
        guard case .wrongDownload = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("No server at all is an error, not a wait")
    func nobody() throws {
        let server = try LoopbackServer([], [.honest])
        let address = server.address
        server.close()
        let folder = try TemporaryFolder()
        #expect(throws: DatasetError.self) {
            try Downloader(patience: Self.patience(with: [])).download(
                address, to: folder.folder("part").path, byteCount: 10, progress: { _ in })
        }
    }
}

@Suite("Fetching a data set")
struct FetchDatasetTests {
    private func fetch(_ content: [UInt8], in library: DatasetLibrary) throws -> ImportRecord {
        let server = try LoopbackServer(content, [.honest])
        defer { server.close() }
        let download = Download(fileName: "mine.tar", base: "http://nowhere.invalid/", byteCount: content.count)
        return try library.fetch(
            [download], as: "mine", from: server.address,
            patience: .init(attempts: 2, connectSeconds: 600, stallSeconds: 600, firstPause: .milliseconds(5)), progress: { _ in })
    }

    private let archive: [UInt8] = {
        let records = (0..<10).flatMap { [UInt8($0)] + [UInt8](repeating: UInt8($0), count: 3072) }
        return TarWriter.archive([("x/train_batch_1.bin", records), ("x/test_batch.bin", records)])
    }()

    @Test("It is imported, and the download is not kept")
    func imported() throws {
        let folder = try TemporaryFolder()
        let library = DatasetLibrary(directory: folder.folder("library"))
        #expect(try fetch(archive, in: library).trainCount == 10)
        #expect(try FileManager.default.contentsOfDirectory(atPath: library.directory.path) == ["mine"])
    }

    @Test("A wrong file is refused by its content, thrown away, and imports nothing")
    func wrongFile() throws {
        let folder = try TemporaryFolder()
        let library = DatasetLibrary(directory: folder.folder("library"))
        let error = #expect(throws: DatasetError.self) { try fetch([UInt8](repeating: 9, count: 5000), in: library) }
        guard case .wrongDownload = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: library.directory.path).isEmpty)
    }

    @Test("A data set that nobody offers is refused with those that are", arguments: ["svhn-subset", "digits", "nothing"])
    func notOffered(name: String) throws {
        let library = DatasetLibrary(directory: try TemporaryFolder().folder("library"))
        let error = #expect(throws: DatasetError.self) { try library.fetch(name) }
        #expect(error == .notOffered(name, offered: ["mnist", "cifar10", "svhn"]))
    }
}

@Suite("Downloads of one data set, one at a time")
struct FetchLockTests {
    @Test("A data set that another process is downloading is not downloaded twice at once, nor removed")
    func busy() throws {
        let library = DatasetLibrary(directory: try TemporaryFolder().folder("library"))
        let folder = library.fetchFolder(of: "mnist")
        try Folder.create(folder)
        let lock = try FetchLock(on: folder, name: "mnist")
        #expect(throws: DatasetError.busy(name: "mnist")) { try library.fetch("mnist", from: "http://127.0.0.1:1/") }
        #expect(throws: DatasetError.busy(name: "mnist")) { try library.remove("mnist") }
        _ = consume lock
        try library.remove("mnist")
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
}
