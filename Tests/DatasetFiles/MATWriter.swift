/// Writes MATLAB 5 files for tests: well-formed ones, and ones that say what they should not.
///
/// Format: MAT-File Format, The MathWorks, chapter 1.
package struct MATWriter {
    /// How the order of bytes is.
    package var isLittleEndian = true
    /// Whether each variable is compressed.
    package var isCompressed = false
    /// The version in the header.
    package var version: UInt16 = 0x100

    /// Writes with these settings.
    package init(isLittleEndian: Bool = true, isCompressed: Bool = false, version: UInt16 = 0x100) {
        self.isLittleEndian = isLittleEndian
        self.isCompressed = isCompressed
        self.version = version
    }

    /// The header of a file.
    package var header: [UInt8] {
        let text = Array("MATLAB 5.0 MAT-file, written by a test".utf8)
        return text + [UInt8](repeating: 32, count: 116 - text.count) + [UInt8](repeating: 0, count: 8) + bytes(version)
            + bytes(UInt16(0x4d49))
    }

    /// A file with images X, given as height × width × channels × images with the first extent varying fastest, and labels y.
    package func file(extents: [Int32], pixels: [UInt8], labels: [Double]) -> [UInt8] {
        header + element(images(extents: extents, pixels: pixels)) + element(self.labels(labels))
    }

    /// The variable X.
    package func images(extents: [Int32], pixels: [UInt8]) -> [UInt8] {
        variable("X", kind: 9, extents: extents, storage: 2, content: pixels)
    }

    /// The variable y, of doubles.
    package func labels(_ labels: [Double]) -> [UInt8] {
        variable("y", kind: 6, extents: [Int32(labels.count), 1], storage: 9, content: labels.flatMap { bytes($0.bitPattern) })
    }

    /// A variable of numbers.
    package func variable(_ name: String, kind: UInt32, extents: [Int32], storage: UInt32, content: [UInt8]) -> [UInt8] {
        let body =
            part(6, bytes(kind) + bytes(UInt32(0))) + part(5, extents.flatMap { bytes($0) }) + part(1, Array(name.utf8))
            + part(storage, content)
        return bytes(UInt32(14)) + bytes(UInt32(body.count)) + body
    }

    /// A variable as it stands in a file: as it is or in a zlib stream, whose size can be a lie.
    package func element(_ variable: [UInt8], size: UInt32? = nil) -> [UInt8] {
        guard isCompressed else { return variable }
        let stream = ZlibWriter.stream(variable)
        return bytes(UInt32(15)) + bytes(size ?? UInt32(stream.count)) + stream
    }

    /// A part of a variable: in its tag if it has up to four bytes, else behind it and filled up to a multiple of eight.
    private func part(_ type: UInt32, _ content: [UInt8]) -> [UInt8] {
        if (1...4).contains(content.count) {
            return bytes(UInt32(content.count) << 16 | type) + content + [UInt8](repeating: 0, count: 4 - content.count)
        }
        return bytes(type) + bytes(UInt32(content.count)) + content + [UInt8](repeating: 0, count: (8 - content.count % 8) % 8)
    }

    private func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        isLittleEndian ? value.littleEndianBytes : value.bigEndianBytes
    }
}
