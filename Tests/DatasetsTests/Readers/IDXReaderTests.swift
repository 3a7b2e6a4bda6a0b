import DatasetFiles
import FoundationEssentials
import Networks
import Testing

@testable import Datasets

@Suite("A folder of IDX files")
struct IDXReaderTests {
    @Test("Four files make a data set, plain and gzip alike", arguments: [false, true])
    func roundTrip(gzip: Bool) throws {
        let folder = try TemporaryFolder()
        let small = SmallDataset()
        try small.write(to: folder, under: "small", gzip: gzip)
        let dataset = try IDXReader().read(name: "small", classCount: nil, in: folder.folder("small"))
        #expect(dataset.imageShape == Shape(height: 2, width: 3, channels: 1))
        #expect(dataset.classCount == 4)
        #expect(dataset.train == LabelledImages(pixels: SmallDataset.pixels(5), labels: small.trainLabels))
        #expect(dataset.test == LabelledImages(pixels: SmallDataset.pixels(3), labels: small.testLabels))
    }

    @Test("Each missing file is named", arguments: SmallDataset().files.keys.sorted())
    func missingFile(name: String) throws {
        let folder = try TemporaryFolder()
        for (file, bytes) in SmallDataset().files where file != name { try folder.write(bytes, to: file) }
        #expect(throws: DatasetError.missingFile(folder: folder.url.path, names: ["\(name).gz", name])) {
            try IDXReader().read(name: "small", classCount: nil, in: folder.url)
        }
    }

    @Test("More labels than images are an error that names both files")
    func countMismatch() throws {
        let folder = try TemporaryFolder()
        try SmallDataset().write(to: folder, under: "small")
        let labels = try folder.write(IDXWriter.labels([0, 1, 2, 3]), to: "small/t10k-labels-idx1-ubyte")
        let images = folder.folder("small/t10k-images-idx3-ubyte").path
        #expect(throws: DatasetError.countMismatch(imageFile: images, images: 3, labelFile: labels, labels: 4)) {
            try IDXReader().read(name: "small", classCount: nil, in: folder.folder("small"))
        }
    }

    @Test("Test images of another size than the training images are an error")
    func shapeMismatch() throws {
        let folder = try TemporaryFolder()
        try SmallDataset().write(to: folder, under: "small")
        let turned = IDXWriter.images(count: 3, height: 3, width: 2, pixels: SmallDataset.pixels(3))
        let test = try folder.write(turned, to: "small/t10k-images-idx3-ubyte")
        let train = folder.folder("small/train-images-idx3-ubyte").path
        #expect(
            throws: DatasetError.shapeMismatch(
                trainFile: train, train: Shape(height: 2, width: 3, channels: 1), testFile: test,
                test: Shape(height: 3, width: 2, channels: 1))
        ) { try IDXReader().read(name: "small", classCount: nil, in: folder.folder("small")) }
    }

    @Test("A test label that no training image has is an error")
    func unknownTestLabel() throws {
        let folder = try TemporaryFolder()
        try SmallDataset(testLabels: [0, 4, 1]).write(to: folder, under: "small")
        let labels = folder.folder("small/t10k-labels-idx1-ubyte").path
        #expect(throws: DatasetError.labelOutOfRange(file: labels, offset: 9, label: 4, classCount: 4)) {
            try IDXReader().read(name: "small", classCount: nil, in: folder.folder("small"))
        }
    }
}
