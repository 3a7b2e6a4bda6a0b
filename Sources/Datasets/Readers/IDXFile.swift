import Networks

/// Images or labels of one file in the IDX format, which MNIST is published in.
///
/// Format: http://yann.lecun.com/exdb/mnist: big-endian numbers of four bytes, first a magic number that gives the type of value
/// (8: one unsigned byte) and the number of dimensions, then the size of each dimension, then the values.
package enum IDXFile {
    /// Images of one channel, row by row.
    package struct Images {
        /// The shape of each image.
        package let imageShape: Shape
        /// The number of images.
        package let count: Int
        /// The pixels, image by image.
        package let pixels: [UInt8]
    }

    static let imageMagic: UInt32 = 0x0000_0803
    static let labelMagic: UInt32 = 0x0000_0801

    /// Reads images to the file's end.
    ///
    /// - Throws: `DatasetError` with file and byte.
    package static func images(from stream: consuming ByteStream) throws(DatasetError) -> Images {
        try checkMagic(imageMagic, of: &stream, format: "file of images in IDX format")
        let count = try size(of: "the number of images", within: 1...ReadingLimits.largestCount, from: &stream)
        let height = try size(of: "the number of rows", within: 1...ReadingLimits.largestExtent, from: &stream)
        let width = try size(of: "the number of columns", within: 1...ReadingLimits.largestExtent, from: &stream)
        // At most 10^7 * 2^20: this cannot overflow.
        let byteCount = count * height * width
        guard byteCount <= ReadingLimits.largestByteCount else {
            throw .outOfRange(
                file: stream.file, offset: 4, what: "the size in bytes that the header promises", found: byteCount,
                allowed: 1...ReadingLimits.largestByteCount)
        }
        let pixels = try stream.read(exactly: byteCount, of: "the pixels")
        try stream.requireEnd()
        return Images(imageShape: Shape(height: height, width: width, channels: 1), count: count, pixels: pixels)
    }

    /// Reads labels to the file's end.
    ///
    /// - Parameter classCount: every label must be below it.
    /// - Throws: `DatasetError` with file and byte.
    package static func labels(from stream: consuming ByteStream, classCount: Int) throws(DatasetError) -> [UInt8] {
        try checkMagic(labelMagic, of: &stream, format: "file of labels in IDX format")
        let count = try size(of: "the number of labels", within: 1...ReadingLimits.largestCount, from: &stream)
        let start = stream.offset
        let labels = try stream.read(exactly: count, of: "the labels")
        if let index = labels.firstIndex(where: { Int($0) >= classCount }) {
            throw .labelOutOfRange(
                file: stream.file, offset: start + index, label: Int(labels[index]), classCount: classCount)
        }
        try stream.requireEnd()
        return labels
    }

    private static func checkMagic(
        _ expected: UInt32, of stream: inout ByteStream, format: String
    ) throws(DatasetError) {
        let found = try stream.readUInt32(of: "the magic number")
        guard found == expected else {
            throw .wrongMagic(file: stream.file, found: found, expected: expected, format: format)
        }
    }

    private static func size(
        of what: String, within allowed: ClosedRange<Int>, from stream: inout ByteStream
    ) throws(DatasetError) -> Int {
        let offset = stream.offset
        let found = Int(try stream.readUInt32(of: what))
        guard allowed.contains(found) else {
            throw .outOfRange(file: stream.file, offset: offset, what: what, found: found, allowed: allowed)
        }
        return found
    }
}
