import Foundation
import TestSupport
import Testing

@Suite("A frame without a terminal")
struct HeadlessFrameTests {
    @Test(
        "Every screen is printed at its size, byte for byte the same each time",
        arguments: ["frontier", "table", "bars", "compare", "layers", "runs"], ["120x40", "80x24", "40x10", "20x5"])
    func everyScreen(screen: String, size: String) async throws {
        try await withSandbox { sandbox in
            let sides = size.split(separator: "x").compactMap { Int($0) }
            for format in ["text", "svg"] {
                let arguments = ["--screen", screen, "--size", size, "--keys", "j,n", "--format", format]
                let first = try await sandbox.bitfront.output(arguments, in: sandbox.home)
                #expect(try await sandbox.bitfront.output(arguments, in: sandbox.home) == first)
                #expect(!first.contains("\u{1b}"))
                if format == "text" {
                    let lines = first.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
                    #expect(lines.count == sides[1] && lines.allSatisfy { $0.count <= sides[0] })
                } else {
                    #expect(first.hasPrefix("<svg ") && first.hasSuffix("</svg>\n"))
                }
            }
        }
    }

    @Test(
        "The runs in a store are on a frame of theirs, at every size and in every form",
        arguments: ["120x40", "80x24", "40x10", "20x5"])
    func runs(size: String) async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            try sandbox.breakOwnDataset()
            let store = ["--store", sandbox.store.path] + sandbox.ownPresets
            // It fails for want of its images, and stays in the queue.
            _ = try await sandbox.bitfront.run(["run", "tiny/fixed8", "--dataset", "mine"] + store, in: sandbox.home)
            let frame = ["--screen", "runs", "--size", size] + store
            let text = try await sandbox.bitfront.output(frame, in: sandbox.home)
            #expect(text.contains("tiny/"), "\(text)")
            if size == "120x40" { #expect(text.contains("failed")) }
            let moved = try await sandbox.bitfront.output(frame + ["--keys", "j,k,G,g"], in: sandbox.home)
            #expect(moved.split(separator: "\n").count == text.split(separator: "\n").count)
            let plain = try await sandbox.bitfront.output(frame + ["--ascii"], in: sandbox.home)
            #expect(plain.utf8.contains { $0 >= 0x80 } == false)
            let picture = try await sandbox.bitfront.output(frame + ["--format", "svg"], in: sandbox.home)
            #expect(picture.hasPrefix("<svg ") && picture.contains("tiny/"))
        }
    }

    @Test(
        "The command that a panel shows, taken off the screen as it stands there, gives the same frame in a shell",
        arguments: ["120x40", "80x30", "60x30", "44x40", "40x40"])
    func shownCommand(size: String) async throws {
        try await withSandbox { sandbox in
            let filter = ":filter acc>50 energy<400 power<5000 area<90,s*3,S,j*3"
            let keys = [":mark alex/float32,:mark alex++/pow2,:mark alex/fixed8", filter]
            let frame = ["--screen", "table", "--size", size] + keys.flatMap { ["--keys", $0] }
            let expected = try await sandbox.bitfront.output(frame, in: sandbox.home)
            let panel = try await sandbox.bitfront.output(frame + ["--keys", "Y"], in: sandbox.home)
            let shown = panel.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).prefix { !$0.isEmpty }
            #expect(shown.count > 1 && shown.dropLast().allSatisfy { $0.hasSuffix("\\") }, "\(panel)")
            var shell = Program(URL(filePath: "/bin/sh"), environment: sandbox.environment)
            shell.environment["PATH"] = "\(BuiltPrograms.folder.path):\(shell.environment["PATH"] ?? "")"
            let again = try await shell.output(["-c", shown.joined(separator: "\n")], in: sandbox.home)
            #expect(again == expected, "\(panel)")
        }
    }

    @Test("Keys are pressed before it is drawn, and a wrong key, size or screen is a mistake of the command line: status 64")
    func keys() async throws {
        try await withSandbox { sandbox in
            let filtered = try await sandbox.output("--screen", "table", "--keys", "/,text:prec=binary,enter")
            #expect(filtered.contains("binary (1,16)") && !filtered.contains("fixed point"))
            #expect(try await sandbox.output("--screen", "table", "--ascii").allSatisfy(\.isASCII))
            let commanded = try await sandbox.output("--screen", "table", "--keys", ":filter prec=binary")
            #expect(commanded == filtered)
            let twice = try await sandbox.output("--screen", "table", "--keys", "/,text:prec=bin", "--keys", "text:ary,enter")
            #expect(twice == filtered)
            let joined = try await sandbox.output("--screen", "frontier", "--keys=-,D")
            #expect(try await sandbox.output("--screen", "frontier", "--keys", "-,D") == joined)
            for mistake in [
                ["--keys", "nonsense"], ["--keys", "--size"], ["--keys", ":select nobody/fixed8"], ["--keys", ":nonsense"],
                ["--keys", ":present nowhere"],
                ["--keys", ":export svg never.svg"], ["--keys", ":run lenet/fixed8 digits"], ["--size", "0x5"],
                ["--size", "12"], ["--screen", "pictures"],
            ] {
                let result = try await sandbox.bitfront.run(["--screen", "table"] + mistake, in: sandbox.home)
                #expect(result.status == 64, "\(mistake)")
            }
        }
    }
}
