/// The largest sizes that a header may promise; what is beyond them is taken for damage before any memory is.
enum ReadingLimits {
    /// Rows or columns of an image, or its channels.
    static let largestExtent = 1_024

    /// Images, or labels, of one file.
    static let largestCount = 10_000_000

    /// Bytes of one file's images: more than three times CIFAR-10.
    static let largestByteCount = 512 << 20
}
