import Foundation
import TestSupport
import Testing

@Suite("Copying to the terminal's clipboard")
struct ClipboardTests {
    @Test("The command line of a view is in the clipboard of the terminal, as it can be typed")
    func copied() async throws {
        try await ShellInTerminal.run { shell in
            let terminal = shell.terminal
            try await shell.startExplorer("--study hashemi2017")
            try await terminal.press("2", "j", "Y")
            try await terminal.wait(for: "the copied command") { $0.contains("bitfront --") }
            let held: Bool? = try await Deadline.hang.poll {
                try await terminal.value(of: "#{buffer_sample}").hasPrefix("bitfront --") ? true : nil
            }
            #expect(held == true)
            try await terminal.press("C-c")
            try await shell.waitForPrompt()
        }
    }

    @Test(
        "It is sent as OSC 52 where terminfo says how, and not at all elsewhere", arguments: ["xterm-256color", "vt100", "linux"])
    func sent(name: String) async throws {
        try await withSandbox { sandbox in
            var program = sandbox.bitfront
            program.environment["TERM"] = name
            let terminal = try PseudoTerminal(program, arguments: ["--study", "hashemi2017"], columns: 120, rows: 40)
            _ = await terminal.bytes(first: 20_000, quiet: 800)
            terminal.type("Y")
            let text = String(decoding: await terminal.bytes(), as: UTF8.self)
            let sequence = text.firstMatch(of: /\u{1b}\]52;c?;([A-Za-z0-9+\/=]*)\u{7}/)
            guard name == "xterm-256color" else {
                #expect(sequence == nil && !text.contains("]52"))
                return
            }
            let copied = try #require(sequence.flatMap { Data(base64Encoded: String($0.output.1)) })
            let command = String(decoding: copied, as: UTF8.self)
            #expect(command.hasPrefix("bitfront --") && command.contains("hashemi2017"), "\(command)")
        }
    }
}
