import Networks
import Testing

@testable import Datasets

/// Seeded mutation: whatever is done to a file, the reader gives data that fits or a `DatasetError`, and never crashes.
@Suite("Readers under mutated files")
struct MutationTests {
    private static let imageFile = IDXWriter.images(count: 3, height: 2, width: 3, pixels: SmallDataset.pixels(3))
    private static let labelFile = IDXWriter.labels([0, 1, 2, 3, 9])

    @Test("Mutated image files are read or refused", arguments: [false, true])
    func images(gzip: Bool) {
        var outcomes = Outcomes()
        var random = RandomSource(seed: gzip ? 1 : 2)
        let original = gzip ? GzipWriter.member(Self.imageFile) : Self.imageFile
        for _ in 0..<5_000 {
            let bytes = mutated(original, &random)
            outcomes.note(bytes) { () throws(DatasetError) in
                let images = try IDXFile.images(from: ByteStream(bytes: bytes, file: "f"))
                return images.pixels.count == images.count * images.imageShape.count
            }
        }
        outcomes.check()
    }

    @Test("Mutated label files are read or refused", arguments: [false, true])
    func labels(gzip: Bool) {
        var outcomes = Outcomes()
        var random = RandomSource(seed: gzip ? 3 : 4)
        let original = gzip ? GzipWriter.member(Self.labelFile) : Self.labelFile
        for _ in 0..<5_000 {
            let bytes = mutated(original, &random)
            outcomes.note(bytes) { () throws(DatasetError) in
                try IDXFile.labels(from: ByteStream(bytes: bytes, file: "f"), classCount: 10).allSatisfy { $0 < 10 }
            }
        }
        outcomes.check()
    }

    /// One to four changes: a bit, a byte, a byte more or less, an extreme value, an end cut off.
    private func mutated(_ original: [UInt8], _ random: inout RandomSource) -> [UInt8] {
        var bytes = original
        for _ in 0...random.index(below: 4) where !bytes.isEmpty {
            let place = random.index(below: bytes.count)
            switch random.index(below: 6) {
            case 0: bytes[place] ^= 1 << UInt8(random.index(below: 8))
            case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
            case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
            case 3: bytes.remove(at: place)
            case 4: bytes[place] = [0, 0x7f, 0x80, 0xff][random.index(below: 4)]
            default: bytes.removeLast(random.index(below: bytes.count))
            }
        }
        return bytes
    }

    /// How many files were read and how many refused; a good mutation test sees both.
    private struct Outcomes {
        var readCount = 0
        var refusedCount = 0

        mutating func note(_ bytes: [UInt8], _ read: () throws(DatasetError) -> Bool) {
            do {
                let fits = try read()
                readCount += 1
                #expect(fits, "does not fit: \(bytes)")
            } catch {
                refusedCount += 1
                #expect(error.description.contains("'f'"))
            }
        }

        func check() {
            #expect(readCount > 0)
            #expect(refusedCount > 1_000)
        }
    }
}
