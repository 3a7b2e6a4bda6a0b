import Foundation
import TestSupport
import Testing

/// How many bytes the explorer sends: what makes it quick over SSH. The figures are exact, whatever else the machine does.
@Suite("What is sent to the terminal", .serialized)
struct TrafficTests {
    /// Runs something with the explorer in 120 columns and 40 rows, open on the default study with 1,000 imported accuracies.
    private func withThousandPoints(_ body: (PseudoTerminal, _ firstFrame: [UInt8]) throws -> Void) async throws {
        try await withThousandPoints { terminal, first, _ in try body(terminal, first) }
    }

    private func withThousandPoints(_ body: (PseudoTerminal, _ firstFrame: [UInt8], Sandbox) throws -> Void) async throws {
        try await withSandbox { sandbox in
            var lines = ["network,dataset,precision,radix,accuracy_percent,test_images"]
            var generator = SeededGenerator(seed: 5)
            for network in ["alex", "alex+", "alex++"] {
                for weightBits in 1...18 {
                    for dataBits in 1...18 {
                        let worst = Double(min(weightBits, dataBits))
                        let accuracy = 80 - 50 * exp(-worst / 2.5) - Double.random(in: 0...3, using: &generator)
                        let percent = (accuracy * 100).rounded() / 100
                        lines.append("\(network),cifar10,\"fixed:\(weightBits),\(dataBits)\",global,\(percent),9000")
                    }
                }
            }
            let file = try sandbox.write(lines.joined(separator: "\n") + "\n", to: "accuracies.csv")
            try await sandbox.output("results", "import", file.path, "--store", sandbox.store.path)
            var program = sandbox.bitfront
            program.environment["TERM"] = "xterm-256color"
            let terminal = try PseudoTerminal(program, arguments: ["--store", sandbox.store.path], columns: 120, rows: 40)
            let first = terminal.bytes(first: 20_000, quiet: 1_500)
            try body(terminal, first, sandbox)
        }
    }

    private func median(_ counts: [Int]) -> Int { counts.sorted()[counts.count / 2] }

    @Test("The first frame takes at most 5 KB")
    func firstFrame() async throws {
        try await withSandbox { sandbox in
            var program = sandbox.bitfront
            program.environment["TERM"] = "xterm-256color"
            let terminal = try PseudoTerminal(program, arguments: ["--store", sandbox.store.path], columns: 120, rows: 40)
            let first = terminal.bytes(first: 20_000, quiet: 1_500)
            #expect(!first.isEmpty && first.count <= 5_120, "\(first.count) bytes")
        }
    }

    @Test("With a thousand stored accuracies it is drawn once as well, and then nothing is sent until a key is pressed")
    func stored() async throws {
        try await withThousandPoints { terminal, first in
            #expect(first.count <= 5_120, "\(first.count) bytes")
            #expect(terminal.bytes(first: 2_000) == [])
        }
    }

    @Test(
        "Moving the cursor takes at most 150 bytes on the frontier and 120 in the table",
        arguments: [("1", 150), ("2", 120)])
    func cursorMove(screen: String, limit: Int) async throws {
        try await withThousandPoints { terminal, _ in
            terminal.type(screen)
            _ = terminal.bytes(first: 300)
            let moves = (Array(repeating: "j", count: 12) + Array(repeating: "k", count: 12)).map { key in
                terminal.type(key)
                return terminal.bytes(first: 300, quiet: 30).count
            }.filter { $0 > 0 }
            #expect(moves.count >= 12)
            #expect(median(moves) <= limit, "\(moves)")
        }
    }

    @Test("What a key changes reaches the terminal in one piece, but for what the terminal itself takes apart")
    func onePiece() async throws {
        try await withThousandPoints { terminal, _ in
            for key in Array(repeating: "j", count: 12) + Array(repeating: "k", count: 12) {
                terminal.type(key)
                let pieces = terminal.pieces(first: 300, quiet: 30)
                // The line discipline hands carriage returns and line feeds on by themselves.
                let apart = pieces.joined().count { [UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\u{8}")].contains($0) }
                #expect(pieces.count <= 1 + 2 * apart, "\(pieces.map { String(decoding: $0, as: UTF8.self) })")
            }
        }
    }

    @Test("While nothing is done nothing wakes up, also when other files are written beside the store")
    func asleep() async throws {
        try await withThousandPoints { terminal, _, sandbox in
            let before = terminal.sleeps
            #expect(before > 0)
            #expect(terminal.bytes(first: 1_300) == [])
            _ = try sandbox.write("a", to: sandbox.store.lastPathComponent + ".txt")
            _ = try sandbox.write("b", to: sandbox.store.lastPathComponent + ".txt")
            #expect(terminal.bytes(first: 1_300) == [])
            #expect(terminal.sleeps == before)
        }
    }

    @Test("A hundred keys typed ahead take at most 2 KB, and none is lost")
    func typedAhead() async throws {
        try await withThousandPoints { terminal, _ in
            terminal.type(String(repeating: "jhkl", count: 25))
            #expect(terminal.bytes(first: 1_000, quiet: 400).count <= 2_048)
            // What is typed into the filter stands on the screen letter by letter.
            let text = String((0..<99).map { "abcdefghijklmnopqrstuvwxyz".dropFirst($0 % 26).first ?? "a" })
            terminal.type("/" + text)
            let echoed = terminal.bytes(first: 1_000, quiet: 400)
            #expect(String(decoding: echoed, as: UTF8.self).contains(text))
            #expect(echoed.count <= 2_048)
        }
    }
}
