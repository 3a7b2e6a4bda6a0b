import Foundation
import TestSupport
import Testing

/// How many bytes the explorer sends: what makes it quick over SSH. The figures are exact, whatever else the machine does.
@Suite("What is sent to the terminal", .serialized)
struct TrafficTests {
    /// Runs something with the explorer in 120 columns and 40 rows, open on the default study with 1,000 imported accuracies.
    private func withThousandPoints(_ body: (PseudoTerminal, _ firstFrame: [UInt8]) async throws -> Void) async throws {
        try await withThousandPoints { terminal, first, _ in try await body(terminal, first) }
    }

    private func withThousandPoints(
        _ body: (PseudoTerminal, _ firstFrame: [UInt8], Sandbox) async throws -> Void
    ) async throws {
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
            let terminal = try sandbox.explorer()
            let first = await terminal.bytes(first: 20_000, quiet: 1_500)
            try await body(terminal, first, sandbox)
        }
    }

    private func median(_ counts: [Int]) -> Int { counts.sorted()[counts.count / 2] }

    @Test("The first frame takes at most 5 KB")
    func firstFrame() async throws {
        try await withSandbox { sandbox in
            let terminal = try sandbox.explorer()
            let first = await terminal.bytes(first: 20_000, quiet: 1_500)
            #expect(!first.isEmpty && first.count <= 5_120, "\(first.count) bytes")
        }
    }

    @Test("With a thousand stored accuracies it is drawn once as well, and then nothing is sent until a key is pressed")
    func stored() async throws {
        try await withThousandPoints { terminal, first in
            #expect(first.count <= 5_120, "\(first.count) bytes")
            #expect(await terminal.bytes(first: 2_000) == [])
        }
    }

    @Test(
        "Moving the cursor takes at most 150 bytes on the frontier and 120 in the table, which does not scroll for it",
        arguments: [("1", 150), ("2", 120)])
    func cursorMove(screen: String, limit: Int) async throws {
        try await withThousandPoints { terminal, _ in
            terminal.type(screen)
            _ = await terminal.bytes(first: 300)
            // From the top, wherever the selected row is among those that are shipped by now: a table that scrolls sends a row.
            if screen == "2" {
                terminal.type("g")
                _ = await terminal.bytes(first: 300)
            }
            var moves: [Int] = []
            for key in Array(repeating: "j", count: 12) + Array(repeating: "k", count: 12) {
                terminal.type(key)
                moves.append(await terminal.bytes(first: 300, quiet: 30).count)
            }
            moves.removeAll { $0 == 0 }
            #expect(moves.count >= 12)
            #expect(median(moves) <= limit, "\(moves)")
        }
    }

    @Test("What a key changes reaches the terminal in one piece, but for what the terminal itself takes apart")
    func onePiece() async throws {
        try await withThousandPoints { terminal, _ in
            for key in Array(repeating: "j", count: 12) + Array(repeating: "k", count: 12) {
                terminal.type(key)
                let pieces = await terminal.pieces(first: 300, quiet: 30)
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
            #expect(await terminal.bytes(first: 1_300) == [])
            _ = try sandbox.write("a", to: sandbox.store.lastPathComponent + ".txt")
            _ = try sandbox.write("b", to: sandbox.store.lastPathComponent + ".txt")
            #expect(await terminal.bytes(first: 1_300) == [])
            #expect(terminal.sleeps == before)
        }
    }

    @Test("A hundred keys typed ahead take at most 2 KB, and none is lost")
    func typedAhead() async throws {
        try await withThousandPoints { terminal, _ in
            terminal.type(String(repeating: "jhkl", count: 25))
            #expect(await terminal.bytes(first: 1_000, quiet: 400).count <= 2_048)
            // What is typed into the filter stands on the screen letter by letter.
            let text = String((0..<99).map { "abcdefghijklmnopqrstuvwxyz".dropFirst($0 % 26).first ?? "a" })
            terminal.type("/" + text)
            let echoed = await terminal.bytes(first: 1_000, quiet: 400)
            #expect(String(decoding: echoed, as: UTF8.self).contains(text))
            #expect(echoed.count <= 2_048)
        }
    }

    @Test(
        "After a change of size nothing outside of the terminal is addressed, on any screen",
        arguments: ["1", "2", "3", "4", "5", "6"])
    func resized(screen: String) async throws {
        try await withSandbox { sandbox in
            let terminal = try sandbox.explorer(columns: 200, rows: 60)
            _ = await terminal.bytes(first: 20_000, quiet: 500)
            terminal.type(screen)
            _ = await terminal.bytes(first: 1_000, quiet: 200)
            for (columns, rows) in [(20, 5), (200, 60), (40, 10), (120, 40)] as [(UInt16, UInt16)] {
                terminal.resize(columns: columns, rows: rows)
                terminal.type("j")
                let sent = await terminal.bytes(first: 3_000, quiet: 200)
                let reach = AddressedCells(sent)
                #expect(!sent.isEmpty, "at \(columns)x\(rows)")
                #expect(reach.row <= Int(rows) && reach.column <= Int(columns), "\(reach) at \(columns)x\(rows)")
            }
        }
    }

    @Test("A training that is watched sends at most 200 bytes a second")
    func training() async throws {
        try await withSandbox { sandbox in
            let store = ["--store", sandbox.store.path]
            try await sandbox.bitfront.output(
                ["run", "lenet/float32", "--dataset", "digits", "--epochs", "5000", "--detach"] + store, in: sandbox.home)
            let terminal = try sandbox.explorer()
            _ = await terminal.bytes(first: 20_000, quiet: 300)
            terminal.type("6")
            try await terminal.wait(for: "running")
            // What is drawn once, as the first figures come.
            _ = await terminal.bytes(during: 5)
            let (seconds, sent) = (5, await terminal.bytes(during: 5).count)
            let queue = try await sandbox.bitfront.output(["queue", "list", "--format", "json"] + store, in: sandbox.home)
            let key = try #require(queue.split(separator: "\"").first { $0.count == 64 })
            try await sandbox.bitfront.output(["queue", "cancel", String(key)] + store, in: sandbox.home)
            #expect(sent <= 200 * seconds, "\(sent) bytes in \(seconds) s")
        }
    }
}

/// The furthest row and column that a program's output goes to by itself, from 1.
private struct AddressedCells {
    private(set) var row = 1
    private(set) var column = 1

    /// Reads the sequences that place the cursor: both coordinates, a row, or a column.
    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while let start = rest.firstIndex(of: 0x1B) {
            rest = rest[(start + 1)...]
            guard rest.first == UInt8(ascii: "["), let end = rest.dropFirst().firstIndex(where: { (0x40...0x7E).contains($0) })
            else {
                continue
            }
            let numbers = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self).split(separator: ";").map {
                Int($0) ?? 1
            }
            switch rest[end] {
            case UInt8(ascii: "H"):
                row = max(row, numbers.first ?? 1)
                column = max(column, numbers.dropFirst().first ?? 1)
            case UInt8(ascii: "d"): row = max(row, numbers.first ?? 1)
            case UInt8(ascii: "G"): column = max(column, numbers.first ?? 1)
            default: break
            }
            rest = rest[(end + 1)...]
        }
    }
}
