import Foundation
import Networks
import TestSupport
import Testing

@testable import Training

/// The first few published test images of MNIST and CIFAR-10.
///
/// Unpacking CIFAR-10's archive takes seconds, so that what was unpacked stays in the temporary directory for the next run.
enum RealImages {
    /// The images kept of each set.
    static let most = 64

    /// The first published test images of a size that a network takes.
    static func images(for network: Network, count: Int) throws -> ImageSet {
        network.input.channels == 1 ? try mnist(count: count) : try cifar(count: count)
    }

    /// Which set a network of the paper takes here.
    static func dataset(of network: String) -> String { network == "lenet" ? "mnist" : "cifar10" }

    private static func mnist(count: Int) throws -> ImageSet {
        let folder = try #require(SharedDatasets.folder("mnist"), Comment(rawValue: SharedDatasets.reasonToSkip("mnist")))
        let pixels = try unpacked(
            folder.appending(path: "t10k-images-idx3-ubyte.gz"), by: #"gzip -dc "$0""#, bytes: 16 + most * 784)
        let labels = try unpacked(folder.appending(path: "t10k-labels-idx1-ubyte.gz"), by: #"gzip -dc "$0""#, bytes: 8 + most)
        return try ImageSet(
            shape: Shape(height: 28, width: 28, channels: 1), classCount: 10, pixels: Array(pixels[16...].prefix(count * 784)),
            labels: Array(labels[8...].prefix(count)))
    }

    private static func cifar(count: Int) throws -> ImageSet {
        let folder = try #require(SharedDatasets.folder("cifar10"), Comment(rawValue: SharedDatasets.reasonToSkip("cifar10")))
        let bytes = try unpacked(
            folder.appending(path: "cifar-10-binary.tar.xz"), by: #"tar -xJOf "$0" cifar-10-batches-bin/test_batch.bin"#,
            bytes: most * 3_073)
        var (pixels, labels): ([UInt8], [UInt8]) = ([], [])
        for start in stride(from: 0, to: count * 3_073, by: 3_073) {
            labels.append(bytes[start])
            pixels += bytes[(start + 1)..<(start + 3_073)]
        }
        return try ImageSet(
            shape: Shape(height: 32, width: 32, channels: 3), classCount: 10, pixels: pixels, labels: labels)
    }

    /// The first bytes of what a command unpacks from an archive, which is its `$0`.
    private static func unpacked(_ archive: URL, by command: String, bytes: Int) throws -> [UInt8] {
        let attributes = try FileManager.default.attributesOfItem(atPath: archive.path)
        let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
        let name = "bitfront-tests-\(archive.lastPathComponent)-\(size)-\(bytes)"
        let kept = FileManager.default.temporaryDirectory.appending(path: name)
        if let data = try? Data(contentsOf: kept), data.count == bytes { return [UInt8](data) }
        let own = kept.path + "-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0...UInt32.max))"
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(command) | head -c \(bytes) > \"$1\" && mv \"$1\" \"$2\"", archive.path, own, kept.path]
        try process.run()
        process.waitUntilExit()
        let data = try Data(contentsOf: kept)
        try #require(data.count == bytes, "\(archive.path) does not unpack to \(bytes) bytes")
        return [UInt8](data)
    }
}
