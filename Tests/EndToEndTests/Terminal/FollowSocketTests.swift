import Foundation
import TestSupport
import Testing

@Suite("The socket through which an explorer is followed")
struct FollowSocketTests {
    private static let folder = ".local/state/bitfront/run"

    private static func explorer(_ sandbox: Sandbox, _ variables: [String: String] = [:]) -> (Program, [String]) {
        var program = sandbox.bitfront
        program.environment["TERM"] = "xterm-256color"
        program.environment.merge(variables) { $1 }
        return (program, ["--study", "hashemi2017"])
    }

    @Test("One that an explorer has left behind is nobody's, and goes when the next one opens")
    func stale() async throws {
        try await withSandbox { sandbox in
            // No process has a number above the kernel's limit of 4,194,304; that of the test listens to nobody.
            let left = try sandbox.write("", to: "\(Self.folder)/follow-4194399")
            let deaf = try sandbox.write("", to: "\(Self.folder)/follow-\(ProcessInfo.processInfo.processIdentifier)")
            let before = try await sandbox.run("follow")
            #expect(before.status == 2 && before.errors.contains("no explorer of yours is open"), "\(before.errors)")
            let (program, arguments) = Self.explorer(sandbox)
            let terminal = try PseudoTerminal(program, arguments: arguments, columns: 80, rows: 24)
            _ = await terminal.bytes(first: 20_000, quiet: 500)
            #expect(!FileManager.default.fileExists(atPath: left.path))
            #expect(FileManager.default.fileExists(atPath: deaf.path))
            let follower = try await sandbox.run("follow")
            #expect(follower.status == 64 && follower.output.isEmpty && follower.errors.contains("needs a terminal"))
        }
    }

    @Test("The seventeenth follower is told that there are sixteen, and one that leaves makes room")
    func limit() async throws {
        try await withSandbox { sandbox in
            let (program, arguments) = Self.explorer(sandbox)
            let terminal = try PseudoTerminal(program, arguments: arguments, columns: 80, rows: 24)
            _ = await terminal.bytes(first: 20_000, quiet: 500)
            let names = try FileManager.default.contentsOfDirectory(atPath: sandbox.home.appending(path: Self.folder).path)
            let name = try #require(names.first)
            let path = sandbox.home.appending(path: "\(Self.folder)/\(name)").path
            do {
                let others = try (0..<16).map { _ in try SocketClient(at: path) }
                for other in others { #expect(try other.firstLine() == "study hashemi2017") }
                let refused = try await sandbox.run("follow")
                #expect(refused.status == 2 && refused.output.isEmpty)
                #expect(refused.errors.contains("this explorer has 16 followers already"), "\(refused.errors)")
            }
            // The explorer notices who has left when it next has something to tell.
            terminal.type("j")
            _ = await terminal.bytes()
            terminal.type("k")
            _ = await terminal.bytes()
            #expect(try await sandbox.run("follow").errors.contains("needs a terminal"), "there is room for one")
        }
    }

    @Test("Where the folder for it has too long a path for a socket another is used, and the explorer can be followed")
    func longFolder() async throws {
        try await withSandbox { sandbox in
            let long = sandbox.home.appending(path: String(repeating: "a long name ", count: 12)).path
            let variables = ["XDG_RUNTIME_DIR": long]
            let (program, arguments) = Self.explorer(sandbox, variables)
            let terminal = try PseudoTerminal(program, arguments: arguments, columns: 80, rows: 24)
            _ = await terminal.bytes(first: 20_000, quiet: 500)
            let follower = Program(BuiltPrograms.bitfront, environment: sandbox.environment.merging(variables) { $1 })
            let found = try await follower.run(["follow"], in: sandbox.home)
            #expect(found.errors.contains("needs a terminal"), "\(found.errors)")
            #expect(!FileManager.default.fileExists(atPath: long))
        }
    }

    @Test("Without a number the explorer is followed whose socket was made last, whichever number it has")
    func newest() async throws {
        try await withSandbox { sandbox in
            let (program, arguments) = Self.explorer(sandbox)
            let folder = sandbox.home.appending(path: Self.folder).path
            var terminals: [PseudoTerminal] = []
            var sockets: [String] = []
            for study in [["--study", "default"], arguments] {
                let terminal = try PseudoTerminal(program, arguments: study, columns: 80, rows: 24)
                _ = await terminal.bytes(first: 20_000, quiet: 500)
                terminals.append(terminal)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder)
                sockets += names.filter { !sockets.contains($0) }
            }
            #expect(sockets.count == 2 && terminals.count == 2)
            let times: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)]
            /// Whether a follower shows what was measured, which only the default study has.
            func showsMeasured() async throws -> Bool {
                let follower = try PseudoTerminal(program, arguments: ["follow"], columns: 80, rows: 24)
                let screen = String(decoding: await follower.bytes(first: 20_000, quiet: 500), as: UTF8.self)
                #expect(screen.contains("CIFAR-10"))
                return screen.contains("* measured")
            }
            #expect(try await !showsMeasured())
            try FileManager.default.setAttributes(times, ofItemAtPath: "\(folder)/\(sockets[1])")
            #expect(try await showsMeasured())
        }
    }
}
