import FoundationEssentials
import Networks

/// Reads a data set in SVHN's cropped form: two MATLAB 5 files, each with images X (height × width × channels × images, `uint8`) and
/// labels y (one for each image).
///
/// Labels count from 1, as MATLAB does, and the last class is class 0: in SVHN label 10 is the digit 0 (Netzer et al. 2011,
/// http://ufldl.stanford.edu/housenumbers). Files whose training labels hold a 0 are taken to count from 0.
struct MATReader: FolderReader {
    private static let names = (train: ["train_32x32.mat", "train.mat"], test: ["test_32x32.mat", "test.mat"])

    var expectation: String { "two MATLAB 5 files (train_32x32.mat and test_32x32.mat, or train.mat and test.mat) with X and y" }

    func files(in folder: URL) throws(DatasetError) -> [String] {
        [try file(among: Self.names.train, in: folder), try file(among: Self.names.test, in: folder)]
    }

    func read(name: String, classCount: Int?, in folder: URL) throws(DatasetError) -> ImageDataset {
        let paths = try files(in: folder).map { folder.appending(path: $0).path }
        let trainFile = try MATImages(path: paths[0])
        let testFile = try MATImages(path: paths[1])
        guard trainFile.imageShape == testFile.imageShape else {
            throw .shapeMismatch(
                trainFile: paths[0], train: trainFile.imageShape, testFile: paths[1], test: testFile.imageShape)
        }
        let labels = try trainFile.labels()
        let counting = LabelCounting(labels, classCount: classCount)
        let train = try LabelledImages(pixels: trainFile.pixels(), labels: trainFile.classes(labels, counting))
        let test = try LabelledImages(pixels: testFile.pixels(), labels: testFile.classes(testFile.labels(), counting))
        return try ImageDataset(
            name: name, imageShape: trainFile.imageShape, classCount: counting.classCount, train: train, test: test)
    }

    private func file(among names: [String], in folder: URL) throws(DatasetError) -> String {
        for name in names where FileManager.default.fileExists(atPath: folder.appending(path: name).path) { return name }
        throw .missingFile(folder: folder.path, names: names)
    }
}

/// How labels stand for classes.
struct LabelCounting: Hashable, Sendable {
    /// The number of classes.
    let classCount: Int

    /// The labels there can be.
    let labels: ClosedRange<Int>

    /// Tells it by the training labels.
    ///
    /// - Parameter classCount: the number of classes if it is known.
    init(_ training: [UInt8], classCount: Int?) {
        let (least, most) = (Int(training.min() ?? 0), Int(training.max() ?? 0))
        self.classCount = max(1, classCount ?? (least == 0 ? most + 1 : most))
        labels = least == 0 ? 0...self.classCount - 1 : 1...self.classCount
    }

    /// The class of a label; nil for one that there cannot be.
    func classIndex(of label: UInt8) -> UInt8? {
        guard labels.contains(Int(label)) else { return nil }
        return UInt8(Int(label) % classCount)
    }
}
