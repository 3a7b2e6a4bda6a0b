import Foundation
import TestSupport
import Testing

/// Prompts, tours, panels and runs on terminals that can do little: not the screen is looked at but every byte that was sent.
@Suite("Every byte that is sent to a terminal")
struct EveryByteTests {
    /// What is typed after another, so that each part of the program draws something.
    private static let keys = [
        ":", "sort energy", "\u{1b}", "/", "net=alex acc>x", "\u{1b}", "B", "power<200", "\r", "e", "clock=", "500", "\r", "U",
        "2", "m", "j", "m", "4", "5", "6", "r", "?", "\u{1b}", "w", "\u{1b}", "P", "n", "n", "p", "q", ":", "export nonsense x.y\r",
    ]

    private static func bytes(
        _ variables: [String: String], arguments: [String], keys: [String]
    ) async throws -> [UInt8] {
        try await withSandbox { sandbox in
            var program = sandbox.bitfront
            program.environment.merge(variables) { $1 }
            let terminal = try PseudoTerminal(program, arguments: arguments, columns: 100, rows: 30)
            var bytes = await terminal.bytes(first: 20_000, quiet: 500)
            for key in keys {
                terminal.type(key)
                bytes += await terminal.bytes(first: 400, quiet: 60)
            }
            #expect(bytes.count > 8_000, "\(bytes.count) bytes are too few to have shown it all")
            return bytes
        }
    }

    private static let starts: [[String]] = [[], ["present"]]

    @Test(
        "Where the locale is C all of them are ASCII", arguments: starts, ["xterm-256color", "vt100", "linux", "screen", "tmux"])
    func ascii(arguments: [String], name: String) async throws {
        let variables = ["LANG": "C", "LC_ALL": "C", "TERM": name]
        let bytes = try await Self.bytes(variables, arguments: arguments, keys: Self.keys)
        let odd = bytes.firstIndex { $0 >= 0x80 }
        #expect(
            odd == nil, "\(odd.map { String(decoding: bytes[max(0, $0 - 40)..<min(bytes.count, $0 + 20)], as: UTF8.self) } ?? "")")
    }

    @Test("With NO_COLOR none of them sets a colour", arguments: starts, ["xterm-256color", "linux", "screen", "tmux"])
    func noColor(arguments: [String], name: String) async throws {
        let bytes = try await Self.bytes(["NO_COLOR": "1", "TERM": name], arguments: arguments, keys: Self.keys)
        let text = String(decoding: bytes, as: UTF8.self)
        let colour = text.firstMatch(of: /\u{1b}\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m/)
        #expect(colour == nil, "\(colour.map { $0.output.0.debugDescription } ?? "")")
    }

    @Test("With colours they are set, so that the test without looks at the right thing", arguments: ["xterm-256color", "tmux"])
    func color(name: String) async throws {
        let bytes = try await Self.bytes(["TERM": name], arguments: [], keys: Self.keys)
        #expect(String(decoding: bytes, as: UTF8.self).contains(/\u{1b}\[([0-9;]*;)?(3[0-8]|9[0-7])[0-9;]*m/))
    }
}
