import DatasetFiles
import FoundationEssentials
import Networks
import Testing

@testable import Datasets

@Suite("Files of CIFAR-10 records")
struct CIFARReaderTests {
    private func record(_ label: UInt8, fill: UInt8) -> [UInt8] { [label] + [UInt8](repeating: fill, count: 3_072) }

    private func records(_ bytes: [UInt8]) throws(DatasetError) -> LabelledImages {
        try CIFARReader.records(from: ByteStream(bytes: bytes, file: "batch"), classCount: 10)
    }

    @Test("Training files are put behind each other, and the labels kept apart from the pixels")
    func roundTrip() throws {
        let folder = try TemporaryFolder()
        try folder.write(record(3, fill: 1) + record(9, fill: 2), to: "train_batch_1.bin")
        try folder.write(GzipWriter.member(record(0, fill: 3)), to: "train_batch_2.bin")
        try folder.write(record(1, fill: 4), to: "test_batch.bin")
        let dataset = try CIFARReader().read(name: "own", classCount: 10, in: folder.url)
        #expect(dataset.imageShape == Shape(height: 32, width: 32, channels: 3))
        #expect(dataset.train.labels == [3, 9, 0])
        #expect(dataset.test.labels == [1])
        let firstPixels = stride(from: 0, to: dataset.train.pixels.count, by: 3_072).map { dataset.train.pixels[$0] }
        #expect(firstPixels == [1, 2, 3])
    }

    @Test("A record cut short is an error where the file ends", arguments: [0, 1, 3_072, 3_074, 6_145])
    func cutRecord(size: Int) {
        let whole = record(3, fill: 1) + record(9, fill: 2)
        #expect(
            throws: DatasetError.truncated(file: "batch", offset: size, what: "record \(size / 3_073)", expected: 3_073)
        ) { try records(Array(whole.prefix(size))) }
    }

    @Test("A label of 200 is an error at its record's first byte")
    func wrongLabel() {
        #expect(throws: DatasetError.labelOutOfRange(file: "batch", offset: 3_073, label: 200, classCount: 10)) {
            try records(record(3, fill: 1) + record(200, fill: 2))
        }
    }

    @Test("CIFAR-10 with a training file missing is an error, not a smaller CIFAR-10")
    func missingBatch() throws {
        let folder = try TemporaryFolder()
        for name in ["data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"] { try folder.write(record(1, fill: 1), to: name) }
        #expect(throws: DatasetError.missingFile(folder: folder.url.path, names: ["data_batch_3.bin"])) {
            try CIFARReader(trainFileCount: 5).read(name: "cifar10", classCount: 10, in: folder.url)
        }
    }
}
