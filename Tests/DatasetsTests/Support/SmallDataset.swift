import DatasetFiles
import Foundation

/// A data set of 2×3 images in IDX files, small enough to be cut and changed at every byte.
struct SmallDataset {
    var trainLabels: [UInt8] = [0, 1, 2, 3, 2]
    var testLabels: [UInt8] = [3, 0, 1]

    static func pixels(_ count: Int) -> [UInt8] { (0..<count * 6).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) } }

    /// The four files by name.
    var files: [String: [UInt8]] {
        [
            "train-images-idx3-ubyte": images(trainLabels.count),
            "train-labels-idx1-ubyte": IDXWriter.labels(trainLabels),
            "t10k-images-idx3-ubyte": images(testLabels.count),
            "t10k-labels-idx1-ubyte": IDXWriter.labels(testLabels),
        ]
    }

    /// Writes the files into a folder, as gzip or plain.
    func write(to folder: TemporaryFolder, under name: String, gzip: Bool = false) throws {
        for (file, bytes) in files {
            try folder.write(gzip ? GzipWriter.member(bytes) : bytes, to: "\(name)/\(file)\(gzip ? ".gz" : "")")
        }
    }

    private func images(_ count: Int) -> [UInt8] {
        IDXWriter.images(count: UInt32(count), height: 2, width: 3, pixels: Self.pixels(count))
    }
}
