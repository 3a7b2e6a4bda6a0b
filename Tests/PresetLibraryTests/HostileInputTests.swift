import Foundation
import PresetLibrary
import Testing

@Suite("Hostile input")
struct HostileInputTests {
    /// SplitMix64: the same sequence for the same seed, on every machine.
    struct SeededGenerator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static let fragments: [String] = [
        "\n", "  ", "- ", ": ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "\"", "'", "#", "|", ">", "~", "NA", "-1", "1e999",
        ".nan", "0",
        "\u{0}", "\u{1B}", "\u{202E}", "\u{FEFF}", "\t", "%YAML 9.9\n", "---\n", "...\n", "<<: ", "? ", "kind: study\n",
        "99999999999999999999",
        "extends: default\n", "\\ud800", "\r", "é",
    ]

    /// A few random edits: bytes changed, taken out, doubled or put in.
    static func mutated(_ original: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let index = Int.random(in: 0..<max(1, bytes.count), using: &generator)
            let end = min(bytes.count, index + Int.random(in: 1...40, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0 where index < bytes.count: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1 where index < end: bytes.removeSubrange(index..<end)
            case 2 where index < end: bytes.insert(contentsOf: bytes[index..<end], at: index)
            default:
                let fragment = fragments[Int.random(in: 0..<fragments.count, using: &generator)]
                bytes.insert(contentsOf: Array(fragment.utf8), at: min(index, bytes.count))
            }
        }
        return bytes
    }

    @Test("Shipped files with random edits never crash, and every message can be shown", arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let folder = try TemporaryFolder()
        let files = Array(Set(Shipped.library.entries.map(\.file))).sorted()
        var refused = 0
        for _ in 0..<600 {
            let file = files[Int.random(in: 0..<files.count, using: &generator)]
            let original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            let path = try folder.write(Data(Self.mutated(original, &generator)), to: "mutant.yaml")
            let problems = PresetLibrary.check(files: [path], roots: [])
            refused += problems.isEmpty ? 0 : 1
            for problem in problems {
                #expect(
                    problem.description.unicodeScalars.allSatisfy { ![.control, .format].contains($0.properties.generalCategory) })
            }
        }
        #expect(refused > 100)
    }
}
