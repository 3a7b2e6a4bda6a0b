import Foundation
import TestSupport
import Testing

@Suite("Where the program finds what belongs to it")
struct InstalledPlacesTests {
    @Test("From the checkout it finds the presets in any working directory", arguments: ["/", "/tmp"])
    func checkout(directory: String) async throws {
        try await withSandbox { sandbox in
            let folders = try await sandbox.bitfront.output(["presets", "path"], in: URL(fileURLWithPath: directory))
            #expect(folders.split(separator: "\n").first.map(String.init) == Checkout.file("Presets").path)
        }
    }

    @Test("Installed under a prefix it finds the presets there, also through a symbolic link")
    func installed() async throws {
        try await withSandbox { sandbox in
            let files = FileManager.default
            let prefix = sandbox.home.appending(path: "prefix")
            for folder in ["bin", "share/bitfront"] {
                try files.createDirectory(at: prefix.appending(path: folder), withIntermediateDirectories: true)
            }
            // By a process of its own: a descriptor of ours, open for writing, could be inherited by a program that another test starts.
            let copy = try Program(named: "cp")
            try await copy.output([BuiltPrograms.bitfront.path, prefix.appending(path: "bin").path])
            try await copy.output(["-r", Checkout.file("Presets").path, prefix.appending(path: "share/bitfront/presets").path])
            let link = sandbox.home.appending(path: "link")
            try files.createSymbolicLink(at: link, withDestinationURL: prefix.appending(path: "bin/bitfront"))
            for program in [prefix.appending(path: "bin/bitfront"), link] {
                let folders = try await Program(program, environment: sandbox.environment).output(
                    ["presets", "path"], in: sandbox.home)
                #expect(
                    folders.split(separator: "\n").first.map(String.init) == prefix.appending(path: "share/bitfront/presets").path)
            }
        }
    }

    @Test("The front end does not link the kernel library, the worker does")
    func linkage() async throws {
        let ldd = try Program(named: "ldd")
        #expect(try await !ldd.output([BuiltPrograms.bitfront.path]).contains("dnnl"))
        #expect(try await ldd.output([BuiltPrograms.trainer.path]).contains("dnnl"))
    }
}
