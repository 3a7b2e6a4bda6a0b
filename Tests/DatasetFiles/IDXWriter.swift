/// Writes IDX files for tests: well-formed ones, and ones whose header says what it should not.
package enum IDXWriter {
    /// A file of images.
    package static func images(
        count: UInt32, height: UInt32, width: UInt32, pixels: [UInt8], magic: UInt32 = 0x0000_0803
    ) -> [UInt8] {
        [magic, count, height, width].flatMap(\.bigEndianBytes) + pixels
    }

    /// A file of labels.
    package static func labels(_ labels: [UInt8], count: UInt32? = nil, magic: UInt32 = 0x0000_0801) -> [UInt8] {
        magic.bigEndianBytes + (count ?? UInt32(labels.count)).bigEndianBytes + labels
    }
}
