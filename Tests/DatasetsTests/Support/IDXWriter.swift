/// Writes IDX files for tests: well-formed ones, and ones whose header says what it should not.
enum IDXWriter {
    /// A file of images.
    static func images(
        count: UInt32, height: UInt32, width: UInt32, pixels: [UInt8], magic: UInt32 = 0x0000_0803
    ) -> [UInt8] {
        [magic, count, height, width].flatMap(bigEndian) + pixels
    }

    /// A file of labels.
    static func labels(_ labels: [UInt8], count: UInt32? = nil, magic: UInt32 = 0x0000_0801) -> [UInt8] {
        bigEndian(magic) + bigEndian(count ?? UInt32(labels.count)) + labels
    }

    private static func bigEndian(_ value: UInt32) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
