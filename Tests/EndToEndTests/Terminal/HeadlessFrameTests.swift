import Foundation
import TestSupport
import Testing

@Suite("A frame without a terminal")
struct HeadlessFrameTests {
    @Test(
        "Every screen is printed at its size, byte for byte the same each time",
        arguments: ["frontier", "table", "bars", "compare", "layers"], ["120x40", "80x24", "40x10", "20x5"])
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

    @Test("Keys are pressed before it is drawn, and a wrong key, size or screen is a mistake of the command line: status 64")
    func keys() async throws {
        try await withSandbox { sandbox in
            let filtered = try await sandbox.output("--screen", "table", "--keys", "/,text:prec=binary,enter")
            #expect(filtered.contains("binary (1,16)") && !filtered.contains("fixed point"))
            #expect(try await sandbox.output("--screen", "table", "--ascii").allSatisfy(\.isASCII))
            let commanded = try await sandbox.output("--screen", "table", "--keys", ":filter prec=binary")
            #expect(commanded == filtered)
            for mistake in [
                ["--keys", "nonsense"], ["--keys", ":select nobody/fixed8"], ["--keys", ":nonsense"], ["--size", "0x5"],
                ["--size", "12"], ["--screen", "pictures"],
            ] {
                let result = try await sandbox.bitfront.run(["--screen", "table"] + mistake, in: sandbox.home)
                #expect(result.status == 64, "\(mistake)")
            }
        }
    }
}
