import DatasetFiles
import Foundation
import Networks
import Testing

@testable import Datasets

@Suite("The library of data sets")
struct DatasetLibraryTests {
    private let folder: TemporaryFolder
    private let library: DatasetLibrary

    init() throws {
        folder = try TemporaryFolder()
        library = DatasetLibrary(directory: folder.folder("library"))
        try SmallDataset().write(to: folder, under: "source", gzip: true)
    }

    private var leftovers: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: library.directory.path).filter { $0.hasPrefix(".") }
        }
    }

    @Test("It lies where the XDG rules say")
    func defaultDirectory() {
        let directory = { DatasetLibrary.defaultDirectory(environment: $0).path }
        #expect(directory(["XDG_DATA_HOME": "/data", "HOME": "/home/a"]) == "/data/bitfront/datasets")
        #expect(directory(["HOME": "/home/a"]) == "/home/a/.local/share/bitfront/datasets")
        #expect(directory(["XDG_DATA_HOME": "data", "HOME": "/home/a"]) == "/home/a/.local/share/bitfront/datasets")
        #expect(directory(["XDG_DATA_HOME": "", "HOME": "/home/a"]) == "/home/a/.local/share/bitfront/datasets")
    }

    @Test("A data set of one's own is imported, listed and loaded, and its files are only copied")
    func ownDataset() throws {
        let record = try library.import("mine", from: folder.folder("source"))
        #expect(record.authenticity == .notPublished)
        #expect((record.trainCount, record.testCount, record.classCount) == (5, 3, 4))
        let dataset = try library.load("mine")
        #expect(dataset.sha256 == record.sha256)
        #expect(dataset.train.labels == SmallDataset().trainLabels)
        let entry = try #require(library.list().last)
        #expect(entry.name == "mine")
        guard case .present(let listed) = entry.availability else {
            Issue.record("unexpected: \(entry.availability)")
            return
        }
        #expect(listed.sha256 == record.sha256)
        #expect(listed.source == record.source)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.folder("source").path).count == 4)
        #expect(try leftovers.isEmpty)
    }

    @Test("Other files under the name 'mnist' are imported and said to be unofficial")
    func unofficial() throws {
        let record = try library.import("mnist", from: folder.folder("source"))
        #expect(record.authenticity == .unofficial(files: record.files))
        #expect(record.classCount == 10)
        #expect(try library.load("mnist").train.count == 5)
    }

    @Test("Importing again replaces what was there")
    func importAgain() throws {
        try SmallDataset(trainLabels: [1, 0, 1], testLabels: [0, 1]).write(to: folder, under: "other")
        _ = try library.import("mine", from: folder.folder("source"))
        let record = try library.import("mine", from: folder.folder("other"))
        #expect(try library.load("mine").train.labels == [1, 0, 1])
        #expect(record.files.allSatisfy { !$0.hasSuffix(".gz") })
        #expect(try leftovers.isEmpty)
    }

    @Test("A damaged file stops the import, names the user's file and leaves what was there")
    func damagedSource() throws {
        _ = try library.import("mine", from: folder.folder("source"))
        let bytes = SmallDataset().files["train-images-idx3-ubyte", default: []]
        let path = try folder.write(bytes.dropLast(), to: "source/train-images-idx3-ubyte.gz")
        #expect(throws: DatasetError.truncated(file: path, offset: 45, what: "the pixels", expected: 30)) {
            try library.import("mine", from: folder.folder("source"))
        }
        #expect(try library.load("mine").train.count == 5)
        #expect(try leftovers.isEmpty)
    }

    @Test(
        "A known data set that is absent says the command that brings it in",
        arguments: ["mnist", "cifar10", "svhn", "svhn-subset"])
    func absent(name: String) {
        let error = #expect(throws: DatasetError.self) { try library.load(name) }
        #expect(error == .absent(name: name, directory: library.directory.path))
        #expect(error?.description.contains("'bitfront datasets import \(name) PATH'") == true)
    }

    @Test("A name nobody knows is answered with the names that would do")
    func unknownName() {
        let known = ["digits", "objects", "mnist", "cifar10", "svhn", "svhn-subset"]
        #expect(throws: DatasetError.unknownName("imagenet", known: known)) { try library.load("imagenet") }
    }

    @Test(
        "A name that would leave the library's folder is refused", arguments: ["", ".", "..", "../x", "a/b", "A", "a\u{1b}", "a b"])
    func invalidName(name: String) {
        #expect(throws: DatasetError.invalidName(name)) { try library.import(name, from: folder.folder("source")) }
        #expect(throws: DatasetError.self) { try library.load(name) }
    }

    @Test("A built-in name cannot be imported over", arguments: ProceduralDataset.allCases)
    func builtInName(dataset: ProceduralDataset) {
        #expect(throws: DatasetError.builtIn(dataset.rawValue)) {
            try library.import(dataset.rawValue, from: folder.folder("source"))
        }
    }

    @Test("A folder that is not there, and one without data, are errors that say so")
    func emptySource() throws {
        let missing = folder.folder("missing")
        #expect(throws: DatasetError.system(operation: "open", path: missing.path, reason: "there is no such file or folder")) {
            try library.import("mnist", from: missing)
        }
        try folder.write([1], to: "empty/readme")
        let error = #expect(throws: DatasetError.self) { try library.import("mine", from: folder.folder("empty")) }
        #expect(error?.description.contains("train-images-idx3-ubyte") == true)
        #expect(error?.description.contains("test_batch.bin") == true)
    }

    @Test("Files that changed since their import are told by their digest")
    func changedFile() throws {
        _ = try library.import("mine", from: folder.folder("source"))
        var bytes = SmallDataset().files["t10k-images-idx3-ubyte", default: []]
        bytes[20] ^= 1
        try Data(GzipWriter.member(bytes)).write(to: library.directory.appending(path: "mine/t10k-images-idx3-ubyte.gz"))
        let error = #expect(throws: DatasetError.self) { try library.load("mine") }
        guard case .changed("mine", _, _, _) = error else {
            Issue.record("unexpected: \(String(describing: error))")
            return
        }
    }

    @Test("A damaged note makes its data set damaged in the list, and no other", arguments: ["", "{}", "[", "{\"name\":\"mine\"}"])
    func damagedNote(text: String) throws {
        _ = try library.import("mine", from: folder.folder("source"))
        _ = try library.import("other", from: folder.folder("source"))
        let note = library.directory.appending(path: "mine/import.json")
        try Data(text.utf8).write(to: note)
        let error = DatasetError.damagedRecord(path: note.path, reason: "not the note of an import")
        #expect(throws: error) { try library.load("mine") }
        #expect(library.list().first { $0.name == "mine" }?.availability == .damaged(error))
        #expect(try library.load("other").train.count == 5)
    }

    @Test("A huge note is not read")
    func hugeNote() throws {
        _ = try library.import("mine", from: folder.folder("source"))
        let note = library.directory.appending(path: "mine/import.json")
        try Data(repeating: UInt8(ascii: " "), count: 1 << 20).write(to: note)
        #expect(throws: DatasetError.damagedRecord(path: note.path, reason: "larger than 65536 bytes")) { try library.load("mine") }
    }

    @Test("Built-in data sets are always there")
    func builtIn() throws {
        let names = library.list().filter { if case .builtIn = $0.availability { true } else { false } }.map(\.name)
        #expect(names == ["digits", "objects"])
    }
}
