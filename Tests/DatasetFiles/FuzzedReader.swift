import Datasets
import Foundation

/// A reader of data set files, and the files that it is tried on: good ones with seeded changes.
package enum FuzzedReader: String, CaseIterable, Sendable {
    case idxImages = "idx-images"
    case idxLabels = "idx-labels"
    case idxGzip = "idx-gzip"
    case idxXZ = "idx-xz"
    case cifar
    case tar
    case tarGzip = "tar-gzip"
    case matlab
    case matlabCompressed = "matlab-compressed"
    case note

    /// How many of a file's first bytes matter most.
    private var head: Int {
        switch self {
        case .idxImages, .idxLabels, .idxXZ: 16
        case .idxGzip: 32
        case .cifar: 1
        case .tar, .tarGzip: 512
        case .matlab, .matlabCompressed: 256
        case .note: 400
        }
    }

    /// The good files.
    var originals: [[UInt8]] {
        switch self {
        case .idxImages, .idxGzip: [IDXWriter.images(count: 6, height: 4, width: 5, pixels: Self.pattern(120))]
        case .idxLabels: [IDXWriter.labels([0, 1, 2, 3, 9])]
        case .idxXZ: XZSamples.all
        case .cifar: [(0..<3).flatMap { [UInt8($0)] + Self.pattern(3_072) }]
        case .tar, .tarGzip: [Self.archive]
        case .matlab: [Self.matlab(MATWriter()), Self.matlab(MATWriter(isLittleEndian: false))]
        case .matlabCompressed: [Self.matlab(MATWriter(isCompressed: true))]
        case .note: [Self.goodNote]
        }
    }

    /// The next file to be tried.
    func input(_ mutation: inout Mutation, from originals: [[UInt8]]) -> [UInt8] {
        let original = originals[mutation.index(below: originals.count)]
        switch self {
        case .idxGzip, .tarGzip:
            // Half the changes are to the compressed file, half to what is in it, under a checksum that fits.
            guard mutation.index(below: 2) == 0 else { return GzipWriter.member(mutation.changed(original, head: head)) }
            return mutation.changed(GzipWriter.member(original), head: head)
        case .tar:
            let bytes = mutation.changed(original, head: head)
            return mutation.index(below: 2) == 0 ? TarWriter.withChecksums(bytes) : bytes
        case .matlabCompressed:
            guard mutation.index(below: 2) == 0 else { return Self.compressedMatlab(&mutation) }
            return mutation.changed(original, head: head)
        default: return mutation.changed(original, head: head)
        }
    }

    private static func pattern(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) } }

    private static let archive: [UInt8] =
        TarWriter.member("././@LongLink", Array("folder/data_batch_1.bin\0".utf8), kind: "L")
        + TarWriter.member("cut", pattern(700))
        + TarWriter.member("pax", Array("30 path=folder/test_batch.bin\n".utf8), kind: "x")
        + TarWriter.archive([("folder/other", pattern(100)), ("empty", [])])

    private static func matlab(_ writer: MATWriter) -> [UInt8] {
        writer.file(extents: [4, 5, 3, 2], pixels: pattern(120), labels: [1, 10])
    }

    /// A file whose compressed variables are changed inside, under checksums that fit.
    private static func compressedMatlab(_ mutation: inout Mutation) -> [UInt8] {
        let writer = MATWriter(isCompressed: true)
        let variables = [
            writer.images(extents: [4, 5, 3, 2], pixels: pattern(120)), writer.labels([1, 10]),
            writer.variable("more", kind: 8, extents: [1, 3], storage: 1, content: [1, 2, 3]),
        ]
        return writer.header
            + variables.flatMap { variable in
                writer.element(mutation.index(below: 2) == 0 ? variable : mutation.changed(variable, head: 64))
            }
    }

    private static let goodNote = Array(
        """
        {"authenticity": {"official": {}}, "class_count": 10, "files": ["a", "b"], "format": "idx", "image_channels": 1,
         "image_height": 28, "image_width": 28, "imported_at": "2026-01-02T03:04:05Z", "name": "note", "source": "/x",
         "sha256": "\(String(repeating: "0a", count: 32))", "test_images": 10, "train_images": 60}
        """.utf8)
}
