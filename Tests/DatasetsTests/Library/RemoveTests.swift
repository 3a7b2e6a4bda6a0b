import Foundation
import Testing

@testable import Datasets

@Suite("Removing data sets")
struct RemoveTests {
    private let folder: TemporaryFolder
    private let library: DatasetLibrary

    init() throws {
        folder = try TemporaryFolder()
        library = DatasetLibrary(directory: folder.folder("library"))
        try SmallDataset().write(to: folder, under: "source")
        _ = try library.import("mine", from: folder.folder("source"))
        _ = try library.import("yours", from: folder.folder("source"))
    }

    @Test("One is gone, with its bytes told before, and the other stays")
    func removed() throws {
        #expect(try library.byteCount(of: "mine") > SmallDataset().files.values.map(\.count).reduce(0, +))
        try library.remove("mine")
        #expect(throws: DatasetError.self) { try library.load("mine") }
        #expect(try library.load("yours").train.count == 5)
    }

    @Test("One whose note is damaged can be removed as well")
    func damaged() throws {
        try folder.write([0], to: "library/mine/import.json")
        try library.remove("mine")
        #expect(!library.list().contains { $0.name == "mine" })
    }

    @Test(
        "What is built in, not there or no name is refused",
        arguments: ["digits", "objects:0.3", "mnist", "theirs", "../library", ""])
    func refused(name: String) throws {
        #expect(throws: DatasetError.self) { try library.remove(name) }
        #expect(try library.load("mine").train.count == 5)
    }
}
