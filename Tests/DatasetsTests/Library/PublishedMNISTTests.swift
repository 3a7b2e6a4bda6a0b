import Foundation
import Networks
import TestSupport
import Testing

@testable import Datasets

@Suite(
    "The published MNIST",
    .enabled(if: SharedDatasets.mustRun("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist"))))
struct PublishedMNISTTests {
    @Test("The four published files are imported as official and read whole")
    func published() throws {
        let source = try #require(SharedDatasets.folder("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist")))
        let folder = try TemporaryFolder()
        let library = DatasetLibrary(directory: folder.folder("library"))
        let record = try library.import("mnist", from: source)
        #expect(record.authenticity == .official)
        let dataset = try library.load("mnist")
        #expect(dataset.imageShape == Shape(height: 28, width: 28, channels: 1))
        #expect(dataset.train.classCounts(of: 10) == [5_923, 6_742, 5_958, 6_131, 5_842, 5_421, 5_918, 6_265, 5_851, 5_949])
        #expect(dataset.test.classCounts(of: 10) == [980, 1_135, 1_032, 1_010, 982, 892, 958, 1_028, 974, 1_009])
        #expect(dataset.train.labels.prefix(5) == [5, 0, 4, 1, 9])
        // The mean brightness that is quoted everywhere: 0.1307.
        let sum = dataset.train.pixels.reduce(0) { $0 + Int($1) }
        #expect(abs(Double(sum) / Double(dataset.train.pixels.count) / 255 - 0.1307) < 0.0001)
    }
}
