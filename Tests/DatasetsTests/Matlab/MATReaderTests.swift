import DatasetFiles
import FoundationEssentials
import Networks
import Testing

@testable import Datasets

@Suite("Data sets in MATLAB files")
struct MATReaderTests {
    /// Pixel values that tell where they belong: image, channel, row and column.
    private static func value(_ image: Int, _ channel: Int, _ row: Int, _ column: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: image * 101 + channel * 53 + row * 7 + column)
    }

    /// As MATLAB lays them: the row fastest, then column, channel and image.
    private static func matlabPixels(_ count: Int) -> [UInt8] {
        (0..<count).flatMap { image in
            (0..<3).flatMap { channel in (0..<5).flatMap { column in (0..<4).map { value(image, channel, $0, column) } } }
        }
    }

    private static func write(
        _ writer: MATWriter, train: [Double], test: [Double], names: [String] = ["train_32x32.mat", "test_32x32.mat"],
        to folder: TemporaryFolder
    ) throws {
        for (name, labels) in zip(names, [train, test]) {
            let extents = [4, 5, 3, Int32(labels.count)]
            try folder.write(
                writer.file(extents: extents, pixels: matlabPixels(labels.count), labels: labels), to: "files/\(name)")
        }
    }

    @Test(
        "Every pixel comes to its place and label 10 is the digit 0, in either order of bytes, compressed or not",
        arguments: [true, false], [true, false])
    func read(isLittleEndian: Bool, isCompressed: Bool) throws {
        let folder = try TemporaryFolder()
        let writer = MATWriter(isLittleEndian: isLittleEndian, isCompressed: isCompressed)
        try Self.write(writer, train: [10, 1, 9, 2], test: [3, 10], to: folder)
        let dataset = try MATReader().read(name: "svhn", classCount: 10, in: folder.folder("files"))
        #expect(dataset.imageShape == Shape(height: 4, width: 5, channels: 3))
        #expect(dataset.train.labels == [0, 1, 9, 2])
        #expect(dataset.test.labels == [3, 0])
        let expected = (0..<4).flatMap { image in
            (0..<3).flatMap { channel in (0..<4).flatMap { row in (0..<5).map { Self.value(image, channel, row, $0) } } }
        }
        #expect(dataset.train.pixels == expected)
    }

    @Test("A user's own files count classes from 1 or from 0, as their training labels say")
    func own() throws {
        let folder = try TemporaryFolder()
        try Self.write(MATWriter(), train: [1, 2, 3], test: [3, 1], names: ["train.mat", "test.mat"], to: folder)
        let fromOne = try MATReader().read(name: "own", classCount: nil, in: folder.folder("files"))
        #expect(fromOne.classCount == 3)
        #expect(fromOne.train.labels == [1, 2, 0])
        try Self.write(MATWriter(), train: [0, 1, 2], test: [2, 1], names: ["train.mat", "test.mat"], to: folder)
        let fromZero = try MATReader().read(name: "own", classCount: nil, in: folder.folder("files"))
        #expect(fromZero.classCount == 3)
        #expect(fromZero.test.labels == [2, 1])
    }

    @Test("Own files are imported, checked and loaded again like any other")
    func imported() throws {
        let folder = try TemporaryFolder()
        try Self.write(MATWriter(isCompressed: true), train: [1, 2, 3], test: [3, 1], to: folder)
        let library = DatasetLibrary(directory: folder.folder("library"))
        let record = try library.import("own", from: folder.folder("files"))
        #expect(record.format == .matlab)
        #expect(record.trainCount == 3)
        #expect(try library.load("own").sha256 == record.sha256)
        #expect(try library.import("svhn", from: folder.folder("files")).authenticity != .official)
    }

    @Test("One image, whose file has three extents, is read; labels may be bytes")
    func singleImage() throws {
        let folder = try TemporaryFolder()
        let writer = MATWriter()
        let file =
            writer.header + writer.images(extents: [4, 5, 3], pixels: Self.matlabPixels(1))
            + writer.variable("y", kind: 9, extents: [1, 1], storage: 2, content: [2])
        let images = try MATImages(path: folder.write(file, to: "one.mat"))
        #expect(images.count == 1)
        #expect(try images.labels() == [2])
    }

    @Test(
        "A label that is no class is refused with its image",
        arguments: [
            (11.0, "label 11 for image 1"), (0, "label 0 for image 1"), (1.5, "1.5"), (-1, "-1"), (.nan, "nan"), (.infinity, "inf"),
        ])
    func wrongLabel(label: Double, words: String) throws {
        let folder = try TemporaryFolder()
        try Self.write(MATWriter(), train: [1, 10], test: [2, label], to: folder)
        let error = #expect(throws: DatasetError.self) {
            try MATReader().read(name: "svhn", classCount: 10, in: folder.folder("files"))
        }
        #expect(error?.description.contains(words) == true)
        #expect(error?.description.contains("test_32x32.mat") == true)
    }

    @Test("As many labels as images are needed")
    func labelCount() throws {
        let folder = try TemporaryFolder()
        let file = MATWriter().file(extents: [4, 5, 3, 2], pixels: Self.matlabPixels(2), labels: [1])
        let path = try folder.write(file, to: "few.mat")
        #expect(throws: DatasetError.countMismatch(imageFile: path, images: 2, labelFile: path, labels: 1)) {
            try MATImages(path: path)
        }
    }

    @Test("A folder without the files is told which are missing")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: DatasetError.missingFile(folder: folder.url.path, names: ["train_32x32.mat", "train.mat"])) {
            try MATReader().files(in: folder.url)
        }
    }
}
