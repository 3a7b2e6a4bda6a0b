import DatasetFiles
import Testing

@testable import Datasets

@Suite("What is checked of a MATLAB file before libmatio sees it")
struct MATScannerTests {
    private static let writer = MATWriter()
    private static let compressing = MATWriter(isCompressed: true)
    private static let pixels = [UInt8](repeating: 5, count: 24)

    private func error(opening file: [UInt8]) throws -> DatasetError? {
        let folder = try TemporaryFolder()
        let path = try folder.write(file, to: "file.mat")
        return #expect(throws: DatasetError.self) { try MATImages(path: path) }
    }

    private static let labels = writer.labels([1, 2])

    @Test(
        "Extents that promise more than the file holds are refused before memory is taken",
        arguments: [
            [2, 2, 3, 0x7fff_ffff], [0x7fff_ffff, 0x7fff_ffff, 0x7fff_ffff, 0x7fff_ffff], [2, 2, 3, 1 << 20], [-1, 2, 3, 2],
            [2, 2, 3, 0],
        ] as [[Int32]], [false, true])
    func lyingExtents(extents: [Int32], isCompressed: Bool) throws {
        let writer = isCompressed ? Self.compressing : Self.writer
        let file =
            writer.header + writer.element(writer.images(extents: extents, pixels: Self.pixels)) + writer.element(Self.labels)
        let words = try #require(try error(opening: file)).description
        #expect(words.contains("file.mat"))
        #expect(words.contains("byte "))
    }

    @Test("A variable that promises more bytes than the file has is found out at the file's end", arguments: [false, true])
    func lyingSize(isCompressed: Bool) throws {
        let writer = isCompressed ? Self.compressing : Self.writer
        // 2^29 values in extents and tag, and 24 of them there.
        var variable = writer.images(extents: [1_024, 1_024, 1, 512], pixels: Self.pixels)
        variable.replaceSubrange(4..<8, with: [0xff, 0xff, 0xff, 0x7f])
        let size = variable.count - Self.pixels.count - 4
        variable.replaceSubrange(size..<size + 4, with: [0, 0, 0, 0x20])
        let words = try #require(try error(opening: writer.header + writer.element(variable))).description
        #expect(words.contains(isCompressed ? "the compressed variable ends within the values of 'X'" : "ends at byte"))
    }

    @Test("A compressed variable with more in it than its size says is refused")
    func hiddenRest() throws {
        let variable = Self.writer.images(extents: [2, 2, 3, 2], pixels: Self.pixels) + [UInt8](repeating: 0, count: 100_000)
        let file = Self.writer.header + Self.compressing.element(variable) + Self.labels
        #expect(try error(opening: file)?.description.contains("more than its size says") == true)
    }

    @Test("A compressed variable is damaged where a bit of it is", arguments: Array(stride(from: 144, to: 300, by: 7)))
    func damagedCompression(place: Int) throws {
        var file = Self.compressing.file(extents: [2, 2, 3, 2], pixels: Self.pixels, labels: [1, 2])
        file[place] ^= 0x10
        _ = try error(opening: file)
    }

    @Test("A file that is cut short anywhere is refused", arguments: [false, true])
    func cutShort(isCompressed: Bool) throws {
        let writer = isCompressed ? Self.compressing : Self.writer
        let file = writer.file(extents: [2, 2, 3, 2], pixels: Self.pixels, labels: [1, 2])
        let folder = try TemporaryFolder()
        for size in 0..<file.count {
            let path = try folder.write(Array(file.prefix(size)), to: "file.mat")
            #expect(throws: DatasetError.self) { try MATImages(path: path) }
        }
    }

    @Test(
        "A file of MATLAB 7.3, of another version or of no MATLAB is told apart",
        arguments: [(UInt16(0x200), "7.3"), (0x300, "version")])
    func versions(version: UInt16, words: String) throws {
        let writer = MATWriter(version: version)
        let file = writer.file(extents: [2, 2, 3, 2], pixels: Self.pixels, labels: [1, 2])
        #expect(try error(opening: file)?.description.contains(words) == true)
        #expect(try error(opening: [UInt8](repeating: 7, count: 500))?.description.contains("not MATLAB's") == true)
    }

    @Test(
        "Cells, structures, sparse and complex numbers are refused by their class, not walked into",
        arguments: [1, 2, 3, 5, 16, 17, 255, 0x806] as [UInt32])
    func otherClasses(kind: UInt32) throws {
        let file =
            Self.writer.header
            + Self.writer.variable("c", kind: kind, extents: [1, 1], storage: 9, content: [UInt8](repeating: 0, count: 8))
        #expect(try error(opening: file)?.description.contains("a variable of ") == true)
    }

    @Test("Two variables of one name, or a name with a zero in it, are refused")
    func names() throws {
        let images = Self.writer.images(extents: [2, 2, 3, 2], pixels: Self.pixels)
        #expect(
            try error(opening: Self.writer.header + images + images + Self.labels)?.description.contains("two variables") == true)
        let hidden = Self.writer.variable("X\0Y", kind: 9, extents: [2, 2, 3, 2], storage: 2, content: Self.pixels)
        #expect(try error(opening: Self.writer.header + hidden + Self.labels)?.description.contains("name") == true)
    }

    @Test("Other variables of numbers or text may stand beside X and y")
    func others() throws {
        let writer = Self.writer
        let file =
            writer.header + writer.variable("about", kind: 4, extents: [1, 2], storage: 16, content: Array("ab".utf8))
            + writer.images(extents: [2, 2, 3, 2], pixels: Self.pixels)
            + writer.variable("k_1", kind: 12, extents: [1, 3], storage: 5, content: [UInt8](repeating: 1, count: 12)) + Self.labels
        let folder = try TemporaryFolder()
        let images = try MATImages(path: folder.write(file, to: "file.mat"))
        #expect(images.count == 2)
        #expect(try images.pixels() == Self.pixels)
        #expect(try images.labels() == [1, 2])
    }

    @Test("A file without X or y is told which is missing", arguments: ["X", "y"])
    func missing(name: String) throws {
        let variable = name == "y" ? Self.writer.images(extents: [2, 2, 3, 2], pixels: Self.pixels) : Self.labels
        #expect(try error(opening: Self.writer.header + variable)?.description.contains("no variable \(name)") == true)
    }
}
