import DatasetFiles
import Foundation
import TestSupport
import Testing

@testable import Datasets

@Suite("Importing archives")
struct ArchiveImportTests {
    /// Ten records in the layout of CIFAR-10.
    private static func records(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { record in [UInt8(record % 10)] + (0..<3072).map { UInt8(truncatingIfNeeded: $0 &* 3 &+ record) } }
    }

    private static let files: [(path: String, content: [UInt8])] = [
        ("images/train_batch_1.bin", records(10)), ("images/test_batch.bin", records(10)), ("images/README", [65]),
    ]

    @Test("An archive gives the same data set as the folder it was made of, compressed or not", arguments: [false, true])
    func sameAsFolder(gzip: Bool) throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file.content, to: file.path) }
        let archive = TarWriter.archive(Self.files)
        let path = try folder.write(gzip ? GzipWriter.member(archive) : archive, to: "mine.tar")
        let library = DatasetLibrary(directory: folder.folder("library"))
        let fromFolder = try library.import("one", from: folder.folder("images"))
        let fromArchive = try library.import("two", from: URL(filePath: path))
        #expect(fromFolder.sha256 == fromArchive.sha256)
        #expect(try library.load("two").train.labels.count == 10)
        let left = try FileManager.default.contentsOfDirectory(atPath: library.directory.path)
        #expect(Set(left) == ["one", "two"])
    }

    @Test("A folder with one archive and no images is taken for the archive, one with two is not")
    func folderWithArchive() throws {
        let folder = try TemporaryFolder()
        let archive = TarWriter.archive(Self.files)
        try folder.write(archive, to: "download/images.tar")
        try folder.write([65], to: "download/README.txt")
        let library = DatasetLibrary(directory: folder.folder("library"))
        let record = try library.import("one", from: folder.folder("download"))
        #expect(record.source.hasSuffix("download/images.tar"))
        #expect(try library.load("one").train.labels.count == 10)
        try folder.write(archive, to: "download/other.tar")
        #expect(throws: DatasetError.self) { try library.import("two", from: folder.folder("download")) }
    }

    @Test(
        "What is wrong with a file of an archive is said of the archive, not of the folder it was taken into",
        arguments: ["mine", "svhn"])
    func archiveIsNamed(name: String) throws {
        let folder = try TemporaryFolder()
        let broken: [(path: String, content: [UInt8])] = [("train_batch_1.bin", Self.records(10) + [1]), ("test_batch.bin", [])]
        let path = try folder.write(TarWriter.archive(broken), to: "mine.tar")
        let library = DatasetLibrary(directory: folder.folder("library"))
        do {
            _ = try library.import(name, from: URL(filePath: path))
            Issue.record("a broken archive was imported")
        } catch {
            #expect(error.description.contains(path) && !error.description.contains(".importing"), "\(error.description)")
            #expect(error.cause == .file)
        }
    }

    @Test("No path of an archive leads out of the folder it is taken into")
    func traversal() throws {
        let folder = try TemporaryFolder()
        let archive = TarWriter.archive([("../../escaped.bin", [1]), ("/tmp/absolute.bin", [2])])
        let path = try folder.write(archive, to: "evil.tar")
        let target = folder.folder("a/b/target")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try Archive.extract(URL(filePath: path), to: target)
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: target.path)) == ["escaped.bin", "absolute.bin"])
        #expect(!FileManager.default.fileExists(atPath: folder.folder("escaped.bin").path))
    }

    @Test("Two files of one name are refused, and nothing is left behind")
    func twins() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(TarWriter.archive([("a/x.bin", [1]), ("b/x.bin", [2])]), to: "twins.tar")
        let library = DatasetLibrary(directory: folder.folder("library"))
        #expect(throws: DatasetError.self) { try library.import("twins", from: URL(filePath: path)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: library.directory.path).isEmpty)
    }

    @Test("What a killed import left is cleared up, and a data set that it had moved aside goes back")
    func leftovers() throws {
        let folder = try TemporaryFolder()
        for file in Self.files { try folder.write(file.content, to: file.path) }
        let library = DatasetLibrary(directory: folder.folder("library"))
        _ = try library.import("one", from: folder.folder("images"))
        let gone = 4_194_305  // Above the largest process identifier there is.
        let place = library.directory
        try FileManager.default.moveItem(at: place.appending(path: "one"), to: place.appending(path: ".replaced-\(gone)-A"))
        try FileManager.default.createDirectory(
            at: place.appending(path: ".importing-\(gone)-B"), withIntermediateDirectories: false)
        let mine = ".importing-\(ProcessInfo.processInfo.processIdentifier)-C"
        try FileManager.default.createDirectory(at: place.appending(path: mine), withIntermediateDirectories: false)
        #expect(try library.check(nil).map(\.problem) == [nil])
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: place.path)) == ["one", mine])
    }

    @Test(
        "The archive of svhn-subset imports as what it is known by",
        .enabled(if: SharedDatasets.mustRun("svhn"), Comment(rawValue: SharedDatasets.reasonToSkip("svhn"))))
    func published() throws {
        let shared = try #require(SharedDatasets.folder("svhn"))
        let folder = try TemporaryFolder()
        let library = DatasetLibrary(directory: folder.folder("library"))
        let archive = shared.appending(path: "svhn-cropped-binary.tar.xz")
        let record = try library.import("svhn-subset", from: archive)
        #expect(record.authenticity == .official)
        #expect(record.trainCount == 10_853 && record.testCount == 10_000)
    }
}
