import Datasets
import Foundation
import Networks

extension FuzzedReader {
    /// What became of a file.
    enum Outcome {
        case read
        case refused
        /// It was read and does not fit, or was refused without the file's name; how.
        case wrong(String)
    }

    /// Tries a file.
    ///
    /// - Parameter file: where a file can be put for readers that do not read memory.
    func outcome(_ bytes: [UInt8], at file: ScratchFile) throws(DatasetError) -> Outcome {
        let fits: Bool
        do {
            fits = try read(bytes, file)
        } catch {
            let words = error.description
            guard words.contains("'input'") || words.contains("'\(file.path)'"),
                words.allSatisfy({ !$0.isNewline && $0 != "\u{1b}" })
            else { return .wrong(words) }
            return .refused
        }
        return fits ? .read : .wrong("what was read does not fit itself")
    }

    private func read(_ bytes: [UInt8], _ file: ScratchFile) throws(DatasetError) -> Bool {
        switch self {
        case .idxImages, .idxGzip, .idxXZ:
            let images = try IDXFile.images(from: stream(bytes))
            return images.pixels.count == images.count * images.imageShape.count && images.count > 0
        case .idxLabels: return try IDXFile.labels(from: stream(bytes), classCount: 10).allSatisfy { $0 < 10 }
        case .cifar:
            let images = try CIFARReader.records(from: stream(bytes), classCount: 10)
            return images.pixels.count == images.count * 3_072 && images.labels.allSatisfy { $0 < 10 }
        case .tar, .tarGzip: return try readArchive(bytes)
        case .matlab, .matlabCompressed:
            try file.put(bytes)
            let images = try MATImages(path: file.path)
            let (pixels, labels) = (try images.pixels(), try images.labels())
            return pixels.count == images.count * images.imageShape.count && labels.count == images.count
        case .note:
            try file.put(bytes)
            _ = try ImportRecord(file: file.path)
            return true
        }
    }

    private func stream(_ bytes: [UInt8]) throws(DatasetError) -> ByteStream { try ByteStream(bytes: bytes, file: "input") }

    private func readArchive(_ bytes: [UInt8]) throws(DatasetError) -> Bool {
        var reader = TarReader(try stream(bytes))
        while let member = try reader.next() {
            var count = 0
            while true {
                let piece = try reader.read()
                guard !piece.isEmpty else { break }
                count += piece.count
            }
            guard count == member.byteCount else { return false }
        }
        return true
    }
}
