import Datasets
import Foundation

/// Many changed files, one after the other, given to one reader in this process.
///
/// Memory is judged by the peak of the process's addresses (`VmPeak`), in which memory counts that is asked for and never touched.
package struct FuzzCampaign {
    /// What came of it.
    package struct Result {
        /// Files that were read, and files that were refused.
        package var (readCount, refusedCount) = (0, 0)
        /// The first few files that were read or refused wrongly, and how.
        package var wrong: [String] = []
        /// The largest file.
        package var largestInput = 0
        /// How much the peak of addresses, and of memory in use, has grown.
        package var (addressGrowth, residentGrowth) = (0, 0)

        /// Whether every file was read or refused as it should be, some of each, within the memory allowed.
        package var isSound: Bool {
            wrong.isEmpty && readCount > 0 && refusedCount > 0 && addressGrowth <= largestInput + addressAllowance
                && residentGrowth <= largestInput + residentAllowance
        }

        /// What the addresses may grow by beside the size of a file.
        fileprivate(set) var addressAllowance = 16 << 20

        /// What memory in use may grow by beside the size of a file: buffers, and what malloc keeps for later.
        let residentAllowance = 16 << 20
    }

    let reader: FuzzedReader
    let seed: UInt64

    /// Prepares the files that belong to a seed.
    package init(_ reader: FuzzedReader, seed: UInt64) {
        self.reader = reader
        self.seed = seed
    }

    /// Tries so many files.
    ///
    /// - Throws: `DatasetError.system` if the test's own file cannot be written.
    package func run(_ count: Int) throws -> Result {
        let originals = reader.originals
        let file = try ScratchFile()
        var mutation = Mutation(seed: seed)
        var result = Result()
        // A header of xz may ask for a dictionary that is never filled, up to the 128 MiB of `bf_decompressor_create`.
        if reader == .idxXZ { result.addressAllowance += 128 << 20 }
        for original in originals {
            guard case .read = try reader.outcome(original, at: file) else {
                result.wrong.append("the file without changes was not read")
                return result
            }
        }
        let before = ProcessMemory.peaks()
        for index in 0..<count {
            let bytes = reader.input(&mutation, from: originals)
            result.largestInput = max(result.largestInput, bytes.count)
            switch try reader.outcome(bytes, at: file) {
            case .read: result.readCount += 1
            case .refused: result.refusedCount += 1
            case .wrong(let how) where result.wrong.count < 10:
                result.wrong.append("file \(index): \(how): \(Data(bytes.prefix(4_096)).base64EncodedString())")
            case .wrong: break
            }
        }
        let after = ProcessMemory.peaks()
        result.addressGrowth = after.addresses - before.addresses
        result.residentGrowth = after.resident - before.resident
        return result
    }
}

/// What this process has taken at most so far.
enum ProcessMemory {
    /// The peaks of addresses and of memory in use, in bytes (proc(5), `VmPeak` and `VmHWM`).
    static func peaks() -> (addresses: Int, resident: Int) {
        let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8))?.split(separator: "\n") ?? []
        func value(of key: String) -> Int {
            let line = lines.first { $0.hasPrefix("\(key):") }
            return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) << 10
        }
        return (value(of: "VmPeak"), value(of: "VmHWM"))
    }
}
