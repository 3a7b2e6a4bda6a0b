/// A file of a published data set on the network.
struct Download: Hashable, Sendable {
    /// The file's name, under which it is kept until it is imported.
    let fileName: String
    /// The address without the file's name, with a slash at its end.
    let base: String
    /// The size that the publisher's file has, in bytes.
    let byteCount: Int

    /// The address, on another server if one is given.
    func address(on server: String?) -> String {
        let base = server.map { $0.hasSuffix("/") ? $0 : "\($0)/" } ?? base
        return base + fileName
    }
}

extension KnownDataset {
    /// What has to be downloaded; empty for a data set that nobody offers.
    ///
    /// MNIST's own address asks for a password today; the mirror is the one that PyTorch names. SVHN's publisher has no https; what arrives is
    /// held to its digest as everything is.
    var downloads: [Download] {
        switch name {
        case "mnist":
            [
                ("train-images-idx3-ubyte.gz", 9_912_422), ("train-labels-idx1-ubyte.gz", 28_881),
                ("t10k-images-idx3-ubyte.gz", 1_648_877), ("t10k-labels-idx1-ubyte.gz", 4_542),
            ].map { Download(fileName: $0.0, base: "https://ossci-datasets.s3.amazonaws.com/mnist/", byteCount: $0.1) }
        case "cifar10":
            [
                Download(
                    fileName: "cifar-10-binary.tar.gz", base: "https://www.cs.toronto.edu/~kriz/", byteCount: 170_052_171)
            ]
        case "svhn":
            [("train_32x32.mat", 182_040_794), ("test_32x32.mat", 64_275_384)].map {
                Download(fileName: $0.0, base: "http://ufldl.stanford.edu/housenumbers/", byteCount: $0.1)
            }
        default: []
        }
    }
}
