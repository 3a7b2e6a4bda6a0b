import DatasetFiles
import Networks
import Testing

@testable import Datasets

@Suite("IDX files")
struct IDXFileTests {
    private func images(_ bytes: [UInt8]) throws(DatasetError) -> IDXFile.Images {
        try IDXFile.images(from: ByteStream(bytes: bytes, file: "images"))
    }

    private func labels(_ bytes: [UInt8], classCount: Int = 4) throws(DatasetError) -> [UInt8] {
        try IDXFile.labels(from: ByteStream(bytes: bytes, file: "labels"), classCount: classCount)
    }

    private let pixels = SmallDataset.pixels(3)
    private var imageBytes: [UInt8] { IDXWriter.images(count: 3, height: 2, width: 3, pixels: pixels) }

    @Test("Images and labels come out as they were written, plain and gzip", arguments: [false, true])
    func roundTrip(gzip: Bool) throws {
        let read = try images(gzip ? GzipWriter.member(imageBytes) : imageBytes)
        #expect(read.imageShape == Shape(height: 2, width: 3, channels: 1))
        #expect(read.count == 3)
        #expect(read.pixels == pixels)
        let labelBytes = IDXWriter.labels([3, 0, 1])
        #expect(try labels(gzip ? GzipWriter.member(labelBytes) : labelBytes) == [3, 0, 1])
    }

    @Test("A file cut at any byte is an error that says where it ends")
    func cutAnywhere() {
        for size in 0..<imageBytes.count {
            let error = #expect(throws: DatasetError.self) { try images(Array(imageBytes.prefix(size))) }
            guard case .truncated("images", size, _, _) = error else {
                Issue.record("cut at \(size): \(String(describing: error))")
                continue
            }
        }
    }

    @Test("A byte too many is an error at its offset")
    func trailingByte() {
        #expect(throws: DatasetError.trailingBytes(file: "images", offset: imageBytes.count)) { try images(imageBytes + [0]) }
        #expect(throws: DatasetError.trailingBytes(file: "labels", offset: 10)) { try labels(IDXWriter.labels([0, 1]) + [0]) }
    }

    @Test("Labels where images should be, and images where labels should be, are told by the magic number")
    func mixedUp() {
        #expect(
            throws: DatasetError.wrongMagic(
                file: "images", found: 0x801, expected: 0x803, format: "file of images in IDX format")
        ) { try images(IDXWriter.labels([0, 1])) }
        #expect(
            throws: DatasetError.wrongMagic(
                file: "labels", found: 0x803, expected: 0x801, format: "file of labels in IDX format")
        ) { try labels(imageBytes) }
    }

    @Test("A header that promises what no file holds is an error before memory is taken", arguments: [false, true])
    func hugePromise(gzip: Bool) {
        let headers: [(UInt32, UInt32, UInt32, Int)] = [
            (1 << 31, 28, 28, 4), (.max, .max, .max, 4), (10, 1 << 20, 1, 8), (10, 1, .max, 12), (0, 28, 28, 4), (10, 0, 28, 8),
            (10_000_000, 1_024, 1_024, 4),
        ]
        for (count, height, width, offset) in headers {
            let bytes = IDXWriter.images(count: count, height: height, width: width, pixels: [1, 2, 3])
            let error = #expect(throws: DatasetError.self) { try images(gzip ? GzipWriter.member(bytes) : bytes) }
            guard case .outOfRange("images", offset, _, _, _) = error else {
                Issue.record("\(count)×\(height)×\(width): \(String(describing: error))")
                continue
            }
        }
    }

    @Test("A promise within the limits that the file does not keep takes no memory for what does not arrive")
    func unkeptPromise() async {
        await #expect(processExitsWith: .success) {
            let bytes = IDXWriter.images(count: 500, height: 1_024, width: 1_024, pixels: [UInt8](repeating: 1, count: 1_000))
            // Half of what the header promises: asking for all of it would end this process.
            try MemoryLimit.set(moreThanNow: 250 << 20)
            #expect(throws: DatasetError.truncated(file: "f", offset: 1_016, what: "the pixels", expected: 500 << 20)) {
                try IDXFile.images(from: ByteStream(bytes: bytes, file: "f"))
            }
        }
    }

    @Test("A label that is no class is an error at its byte", arguments: [4, 10, 200, 255])
    func labelOutOfRange(label: UInt8) {
        #expect(
            throws: DatasetError.labelOutOfRange(file: "labels", offset: 10, label: Int(label), classCount: 4)
        ) { try labels(IDXWriter.labels([0, 1, label])) }
    }
}
