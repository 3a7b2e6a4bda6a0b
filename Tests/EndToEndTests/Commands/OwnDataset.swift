import Foundation
import TestSupport

/// A data set and a network of a user's own, small and quick to train.
enum OwnDataset {
    /// A network for its images: one inner product.
    static let network = """
        kind: network
        name: tiny
        title: Tiny
        source: a test
        input: { height: 8, width: 8, channels: 1 }
        layers:
          - { name: ip1, type: inner_product, outputs: 10 }
        """

    /// A network for its images with one wide layer: 435,010 weights, of which a file or a store is as large as of LeNet's.
    static let wideNetwork = """
        kind: network
        name: wide
        title: Wide
        source: a test
        input: { height: 8, width: 8, channels: 1 }
        layers:
          - { name: ip1, type: inner_product, outputs: 5800, activation: relu }
          - { name: ip2, type: inner_product, outputs: 10 }
        """

    /// Writes 400 training and 200 test images of 8x8 pixels in MNIST's format, in ten classes that light up one pixel each.
    ///
    /// - Parameter noise: another number gives other images.
    static func write(to folder: URL, noise: Int = 0) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, count) in [("train", 400), ("t10k", 200)] {
            var images = header([0x803, count, 8, 8])
            var labels = header([0x801, count])
            var generator = SeededGenerator(seed: UInt64(count + noise))
            for index in 0..<count {
                var pixels = (0..<64).map { _ in UInt8.random(in: 0...40, using: &generator) }
                pixels[index % 10 * 6] = 255
                images.append(contentsOf: pixels)
                labels.append(UInt8(index % 10))
            }
            try images.write(to: folder.appending(path: "\(name)-images-idx3-ubyte"))
            try labels.write(to: folder.appending(path: "\(name)-labels-idx1-ubyte"))
        }
    }

    private static func header(_ words: [Int]) -> Data {
        words.reduce(into: Data()) { data, word in
            withUnsafeBytes(of: UInt32(word).bigEndian) { data.append(contentsOf: $0) }
        }
    }
}

extension Sandbox {
    /// Imports the data set as `mine`, and makes the networks' presets.
    func addOwnDataset() async throws {
        let folder = home.appending(path: "images")
        try OwnDataset.write(to: folder)
        try await output("datasets", "import", "mine", folder.path)
        try write(OwnDataset.network, to: "own/networks/tiny.yaml")
        try write(OwnDataset.wideNetwork, to: "own/networks/wide.yaml")
    }

    /// Trains `tiny/float32` on `mine` for an epoch, so that the store of the test holds a result.
    func addOwnResult() async throws {
        try await addOwnDataset()
        try await bitfront.output(["run", "tiny/float32"] + ownOptions + ["--epochs", "1"], in: home)
    }

    /// Takes a file of the data set `mine` away, so that it is there for the front end and not for a worker.
    func breakOwnDataset() throws {
        let folder = home.appending(path: ".local/share/bitfront/datasets/mine")
        try FileManager.default.removeItem(at: folder.appending(path: "train-images-idx3-ubyte"))
    }

    /// The options of a run on the data set: it, the store of the test and the networks' presets.
    var ownOptions: [String] { ["--dataset", "mine", "--store", store.path] + ownPresets }

    /// The option that names the networks' presets.
    var ownPresets: [String] { ["--presets", home.appending(path: "own").path] }
}
