import Foundation
import Networks
import TestSupport
import Testing

@testable import Datasets

@Suite(
    "The published CIFAR-10",
    .enabled(if: SharedDatasets.mustRun("cifar10"), Comment(rawValue: SharedDatasets.reasonToSkip("cifar10"))))
struct PublishedCIFAR10Tests {
    @Test("Each file of the archive has its published digest, and the images are read whole")
    func published() throws {
        let shared = try #require(SharedDatasets.folder("cifar10"))
        let folder = try TemporaryFolder()
        let library = DatasetLibrary(directory: folder.folder("library"))
        var unpacked = 0
        let record = try library.import("cifar10", from: shared.appending(path: "cifar-10-binary.tar.xz")) { unpacked = $0 }
        #expect(record.authenticity == .official)
        #expect(record.files == (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"])
        #expect(record.imageShape == Shape(height: 32, width: 32, channels: 3))
        #expect(record.trainCount == 50_000 && record.testCount == 10_000)
        #expect(unpacked > 60_000 * 3_073)
        let test = try CIFARReader.records(
            from: ByteStream(path: library.directory.appending(path: "cifar10/test_batch.bin").path), classCount: 10)
        #expect(test.classCounts(of: 10) == [Int](repeating: 1_000, count: 10))
        // The first test images: a cat, two ships, an aeroplane, two frogs.
        #expect(test.labels.prefix(6) == [3, 8, 8, 0, 6, 6])
    }
}
