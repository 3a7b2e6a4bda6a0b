import FoundationEssentials
import Networks

/// Reads a data set of four IDX files under MNIST's names, each plain or gzip.
struct IDXReader: FolderReader {
    private static let names = (
        trainImages: "train-images", trainLabels: "train-labels", testImages: "t10k-images", testLabels: "t10k-labels"
    )

    /// What the format's files are.
    var expectation: String {
        "four files in IDX format (train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, "
            + "t10k-labels-idx1-ubyte, each plain or .gz)"
    }

    func files(in folder: URL) throws(DatasetError) -> [String] {
        [
            try file(Self.names.trainImages, dimensions: 3, in: folder),
            try file(Self.names.trainLabels, dimensions: 1, in: folder),
            try file(Self.names.testImages, dimensions: 3, in: folder),
            try file(Self.names.testLabels, dimensions: 1, in: folder),
        ]
    }

    func read(name: String, classCount: Int?, in folder: URL) throws(DatasetError) -> ImageDataset {
        let paths = try files(in: folder).map { folder.appending(path: $0).path }
        let known = classCount ?? ImageDataset.largestClassCount
        let trainLabels = try IDXFile.labels(from: ByteStream(path: paths[1]), classCount: known)
        let classCount = classCount ?? trainLabels.reduce(0) { max($0, Int($1)) } + 1
        let testLabels = try IDXFile.labels(from: ByteStream(path: paths[3]), classCount: classCount)
        let train = try images(paths[0], labelled: trainLabels, by: paths[1])
        let test = try images(paths[2], labelled: testLabels, by: paths[3])
        guard train.imageShape == test.imageShape else {
            throw .shapeMismatch(trainFile: paths[0], train: train.imageShape, testFile: paths[2], test: test.imageShape)
        }
        return try ImageDataset(
            name: name, imageShape: train.imageShape, classCount: classCount,
            train: LabelledImages(pixels: train.pixels, labels: trainLabels),
            test: LabelledImages(pixels: test.pixels, labels: testLabels))
    }

    private func images(
        _ path: String, labelled labels: [UInt8], by labelPath: String
    ) throws(DatasetError) -> IDXFile.Images {
        let images = try IDXFile.images(from: ByteStream(path: path))
        guard images.count == labels.count else {
            throw .countMismatch(imageFile: path, images: images.count, labelFile: labelPath, labels: labels.count)
        }
        return images
    }

    /// The name that is there: with a hyphen or a dot before `idx`, both are about, and with or without `.gz`.
    private func file(_ stem: String, dimensions: Int, in folder: URL) throws(DatasetError) -> String {
        let plain = ["\(stem)-idx\(dimensions)-ubyte", "\(stem).idx\(dimensions)-ubyte"]
        let candidates = plain.flatMap { ["\($0).gz", $0] }
        for candidate in candidates where FileManager.default.fileExists(atPath: folder.appending(path: candidate).path) {
            return candidate
        }
        throw .missingFile(folder: folder.path, names: [candidates[0], candidates[1]])
    }
}
