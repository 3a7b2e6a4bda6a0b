import DatasetFiles
import Foundation

// Gives each reader of data set files so many files with seeded changes, and says what came of it.
// usage: datasets-fuzz [INPUTS [SEED]]          INPUTS of each reader: 1,000,000
/// Writes a line at once, so that it is there if what follows does not end well.
func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

let arguments = CommandLine.arguments.dropFirst().map { UInt64($0) }
let inputs = (arguments.first ?? nil).flatMap { Int(exactly: $0) } ?? 1_000_000
let seed = (arguments.dropFirst().first ?? nil) ?? 1
var isSound = true
for reader in FuzzedReader.allCases {
    let start = ContinuousClock.now
    let result = try FuzzCampaign(reader, seed: seed).run(inputs)
    let seconds = (ContinuousClock.now - start).components.seconds
    isSound = isSound && result.isSound
    say(
        "\(reader.rawValue): \(inputs) files of up to \(result.largestInput) bytes, \(result.readCount) read, \(result.refusedCount) "
            + "refused, \(result.wrong.count) wrong; peak of addresses +\(result.addressGrowth >> 10) KiB, of memory "
            + "+\(result.residentGrowth >> 10) KiB; \(seconds) s")
    for wrong in result.wrong { say("  \(wrong)") }
}
exit(isSound ? 0 : 1)
