import FoundationEssentials
import Networks

/// Reads a data set in the record layout of CIFAR-10's binary version, from files under its names.
///
/// Format: https://www.cs.toronto.edu/~kriz/cifar.html: records of 3,073 bytes, a label and then 32×32 red, green and blue pixels,
/// each row by row; nothing before, between or behind them.
package struct CIFARReader: FolderReader {
    static let imageShape = Shape(height: 32, width: 32, channels: 3)
    static let recordSize = 1 + imageShape.count
    private static let testName = "test_batch.bin"

    /// How many training files there must be; nil for as many as are numbered without a gap.
    var trainFileCount: Int?

    /// What the format's files are.
    package var expectation: String {
        "files of CIFAR-10 records (data_batch_1.bin, data_batch_2.bin and so on, and test_batch.bin)"
    }

    package func files(in folder: URL) throws(DatasetError) -> [String] {
        let isThere = { (name: String) in FileManager.default.fileExists(atPath: folder.appending(path: name).path) }
        var names: [String] = []
        for stem in ["data_batch", "train_batch"] where names.isEmpty {
            // The first number that is missing ends the list.
            for number in 1...(trainFileCount ?? 99) {
                guard isThere("\(stem)_\(number).bin") else { break }
                names.append("\(stem)_\(number).bin")
            }
        }
        if let trainFileCount, names.count < trainFileCount {
            throw .missingFile(folder: folder.path, names: ["data_batch_\(names.count + 1).bin"])
        }
        guard !names.isEmpty else { throw .missingFile(folder: folder.path, names: ["data_batch_1.bin", "train_batch_1.bin"]) }
        guard isThere(Self.testName) else { throw .missingFile(folder: folder.path, names: [Self.testName]) }
        return names + [Self.testName]
    }

    package func read(name: String, classCount: Int?, in folder: URL) throws(DatasetError) -> ImageDataset {
        let paths = try files(in: folder).map { folder.appending(path: $0).path }
        let known = classCount ?? ImageDataset.largestClassCount
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        for path in paths.dropLast() {
            let images = try Self.records(from: ByteStream(path: path), classCount: known)
            let promised = pixels.count + images.pixels.count
            guard promised <= ReadingLimits.largestByteCount else {
                throw .outOfRange(
                    file: path, offset: 0, what: "the size in bytes with the files before it", found: promised,
                    allowed: 1...ReadingLimits.largestByteCount)
            }
            pixels += images.pixels
            labels += images.labels
        }
        let classCount = classCount ?? labels.reduce(0) { max($0, Int($1)) } + 1
        let test = try Self.records(from: ByteStream(path: paths[paths.count - 1]), classCount: classCount)
        return try ImageDataset(
            name: name, imageShape: Self.imageShape, classCount: classCount,
            train: LabelledImages(pixels: pixels, labels: labels), test: test)
    }

    /// Reads records to the file's end.
    ///
    /// - Throws: `DatasetError` with file and byte.
    package static func records(from stream: consuming ByteStream, classCount: Int) throws(DatasetError) -> LabelledImages {
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        var rest: [UInt8] = []
        while true {
            let piece = try stream.nextPiece()
            guard !piece.isEmpty else { break }
            rest += piece
            var start = 0
            while rest.count - start >= recordSize {
                let label = rest[start]
                guard Int(label) < classCount else {
                    throw .labelOutOfRange(
                        file: stream.file, offset: labels.count * recordSize, label: Int(label), classCount: classCount)
                }
                labels.append(label)
                pixels += rest[start + 1..<start + recordSize]
                start += recordSize
            }
            rest.removeFirst(start)
            try checkSize(pixels.count, of: stream.file)
        }
        guard rest.isEmpty, !labels.isEmpty else {
            throw .truncated(file: stream.file, offset: stream.offset, what: "record \(labels.count)", expected: recordSize)
        }
        return LabelledImages(pixels: pixels, labels: labels)
    }

    /// The layout has no header, so what arrives is what must stay within the limit.
    private static func checkSize(_ byteCount: Int, of file: String) throws(DatasetError) {
        guard byteCount <= ReadingLimits.largestByteCount else {
            throw .outOfRange(
                file: file, offset: byteCount, what: "the size in bytes", found: byteCount,
                allowed: 1...ReadingLimits.largestByteCount)
        }
    }
}
