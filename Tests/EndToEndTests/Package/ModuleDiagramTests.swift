import Foundation
import TestSupport
import Testing

@Suite("The check of the module diagram")
struct ModuleDiagramTests {
    /// Runs the check on a package of two modules, Hardware and Screen, of which each may import what the diagram says.
    private func check(hardware source: String, dependencies: String = "", diagram: String) async throws -> ProgramResult {
        let manifest = [
            "// swift-tools-version: 6.1", "import PackageDescription",
            "let hardware = Target.target(name: \"Hardware\", dependencies: [\(dependencies)])",
            "let package = Package(name: \"planted\", targets: [hardware, .target(name: \"Screen\")])",
        ]
        return try await withTemporaryDirectory { package in
            let files = [
                "Package.swift": manifest.joined(separator: "\n"), "Scripts/modules.txt": diagram,
                "Sources/Hardware/Hardware.swift": source,
                "Sources/Screen/Screen.swift": "struct Screen {}\n",
            ]
            for (path, text) in files {
                let file = package.appending(path: path)
                try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            var script = try Program(named: "bash")
            script.environment["HOME"] = package.path
            return try await script.run([Checkout.file("Scripts/check-modules").path, package.path])
        }
    }

    @Test("Modules that keep to it pass")
    func passes() async throws {
        let result = try await check(hardware: "import Glibc\n", diagram: "Hardware:\nScreen: Hardware\n")
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test(
        "An import against it is found, whatever stands before it",
        arguments: [
            "import Screen", "public import Screen", "@testable import Screen", "@_exported import Screen",
            "    import struct Screen.Screen",
        ])
    func forbiddenImport(line: String) async throws {
        let result = try await check(hardware: "// a line before\n\(line)\n", diagram: "Hardware:\nScreen:\n")
        #expect(result.status == 1)
        #expect(result.errors.contains("Hardware.swift:2: Hardware may not import Screen"))
    }

    @Test("Foundation is only for modules that may look at the machine")
    func foundation() async throws {
        let result = try await check(hardware: "import FoundationEssentials\n", diagram: "Hardware:\nScreen: Foundation\n")
        #expect(result.status == 1)
        #expect(result.errors.contains("Hardware may not import Foundation"))
    }

    @Test("A dependency that the manifest declares against it is found")
    func forbiddenDependency() async throws {
        let result = try await check(hardware: "\n", dependencies: "\"Screen\"", diagram: "Hardware:\nScreen:\n")
        #expect(result.status == 1)
        #expect(result.errors.contains("Hardware may not depend on Screen"))
    }

    @Test("A module that only one of the two knows is found", arguments: ["Hardware:\n", "Hardware:\nScreen:\nOther:\n"])
    func unknownModule(diagram: String) async throws {
        let result = try await check(hardware: "\n", diagram: diagram)
        #expect(result.status == 1)
        #expect(result.errors.contains(diagram.contains("Other") ? "no module Other" : "Screen is not in"))
    }
}
