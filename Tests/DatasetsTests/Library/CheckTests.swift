import Foundation
import Testing

@testable import Datasets

@Suite("Checking imported data sets")
struct CheckTests {
    @Test("A data set whose files were changed since is told, the others hold")
    func changed() throws {
        let folder = try TemporaryFolder()
        try SmallDataset().write(to: folder, under: "files")
        let library = DatasetLibrary(directory: folder.folder("library"))
        for name in ["good", "bad"] { _ = try library.import(name, from: folder.folder("files")) }
        let file = library.directory.appending(path: "bad/train-images-idx3-ubyte")
        var bytes = [UInt8](try Data(contentsOf: file))
        bytes[bytes.count - 1] ^= 1
        try Data(bytes).write(to: file)
        let results = try library.check(nil)
        #expect(results.map(\.name) == ["bad", "good"])
        if case .changed = results[0].problem {} else { Issue.record("\(String(describing: results[0].problem))") }
        #expect(results[1].problem == nil)
        #expect(try library.check(["good"]).count == 1)
    }

    @Test("A name that is not imported is an error")
    func unknown() throws {
        let library = DatasetLibrary(directory: try TemporaryFolder().folder("library"))
        #expect(try library.check(nil).isEmpty)
        #expect(throws: DatasetError.self) { try library.check(["nothing"]) }
        #expect(throws: DatasetError.self) { try library.check(["mnist"]) }
    }
}
