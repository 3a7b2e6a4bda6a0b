import DatasetFiles
import Testing

@testable import Datasets

@Suite("Tar archives")
struct TarReaderTests {
    private func members(of bytes: [UInt8]) throws -> [String: [UInt8]] {
        var reader = TarReader(try ByteStream(bytes: bytes, file: "a.tar"))
        var members: [String: [UInt8]] = [:]
        while let member = try reader.next() {
            var content: [UInt8] = []
            while true {
                let piece = try reader.read()
                if piece.isEmpty { break }
                content += piece
            }
            members[member.path] = content
        }
        return members
    }

    @Test("Files come out whole, of every size around a block, compressed or not", arguments: [false, true])
    func files(gzip: Bool) throws {
        let files = [0, 1, 511, 512, 513, 70_000].map { (path: "folder/f\($0)", content: [UInt8](repeating: 7, count: $0)) }
        let archive = TarWriter.archive(files)
        let members = try members(of: gzip ? GzipWriter.member(archive) : archive)
        #expect(members.count == files.count)
        for file in files { #expect(members[file.path] == file.content) }
    }

    @Test("A member that is not read is passed over")
    func passedOver() throws {
        var reader = TarReader(
            try ByteStream(bytes: TarWriter.archive([("a", [1, 2, 3]), ("b", [4])]), file: "a.tar"))
        _ = try reader.next()
        #expect(try reader.next()?.path == "b")
        #expect(try Array(reader.read()) == [4])
    }

    @Test("Folders, links and devices are left out", arguments: ["1", "2", "3", "4", "5", "6"] as [Character])
    func others(kind: Character) throws {
        let bytes = TarWriter.member("odd", [], kind: kind) + TarWriter.archive([("a", [1])])
        #expect(try members(of: bytes) == ["a": [1]])
    }

    @Test("Long names of GNU and of POSIX name the file behind them")
    func longNames() throws {
        let long = String(repeating: "d/", count: 80) + "name.bin"
        let gnu = TarWriter.member("././@LongLink", Array(long.utf8) + [0], kind: "L") + TarWriter.archive([("cut", [1])])
        #expect(try members(of: gnu) == [long: [1]])
        let line = "30 path=" + long + "\n"
        let posix = TarWriter.member("PaxHeaders/x", Array(line.utf8), kind: "x") + TarWriter.archive([("cut", [2])])
        #expect(try members(of: posix) == [long: [2]])
    }

    @Test("A damaged header is told with its byte")
    func damaged() throws {
        var bytes = TarWriter.archive([("a", [1]), ("b", [2])])
        bytes[1024] ^= 1
        #expect(
            throws: DatasetError.damagedArchive(
                file: "a.tar", offset: 1024, reason: "the member header's checksum is wrong")
        ) { try members(of: bytes) }
    }

    @Test("A size that no data set has is refused before anything is read, and a content that is not there is an end too early")
    func sizes() throws {
        #expect(throws: DatasetError.self) { try members(of: TarWriter.member("a", [], size: 8_000_000_000)) }
        let error = #expect(throws: DatasetError.self) { try members(of: TarWriter.member("a", [1], size: 1_000_000)) }
        if case .truncated = error {} else { Issue.record("\(String(describing: error))") }
    }

    @Test("An archive of changed bytes gives members or an error, never a crash", arguments: 0..<200)
    func mutations(seed: Int) throws {
        var bytes = TarWriter.archive([("a/b.bin", [UInt8](repeating: 3, count: 700)), ("c", [1])])
        var generator = SplitMixForTests(state: UInt64(seed))
        for _ in 0..<4 { bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next()) }
        if seed % 3 == 0 { bytes.removeLast(Int(generator.next() % UInt64(bytes.count))) }
        do { _ = try members(of: bytes) } catch is DatasetError {}
    }
}

/// Random numbers that are the same in every run.
struct SplitMixForTests {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
