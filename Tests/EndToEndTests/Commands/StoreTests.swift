import Foundation
import TestSupport
import Testing

@Suite("A store that cannot be used")
struct StoreTests {
    /// The front end without root's privilege to write where permissions forbid it, which tests in a container have.
    private func unprivileged(
        _ sandbox: Sandbox, _ arguments: [String], variables: [String: String] = [:]
    ) async throws -> ProgramResult {
        let environment = sandbox.environment.merging(variables) { $1 }
        guard geteuid() == 0 else {
            return try await Program(BuiltPrograms.bitfront, environment: environment).run(arguments, in: sandbox.home)
        }
        var setpriv = try Program(named: "setpriv")
        setpriv.environment = environment
        let bounding = ["--bounding-set=-dac_override,-dac_read_search", BuiltPrograms.bitfront.path]
        return try await setpriv.run(bounding + arguments, in: sandbox.home)
    }

    /// Makes a store with one experiment in its queue, which could not be run for want of its data.
    private func makeStore(_ sandbox: Sandbox) async throws {
        try await sandbox.addOwnDataset()
        try sandbox.breakOwnDataset()
        let run = ["run", "tiny/float32", "--dataset", "mine", "--store", sandbox.store.path] + sandbox.ownPresets
        #expect(try await sandbox.bitfront.run(run, in: sandbox.home).status == 65)
    }

    @Test("A folder in which nothing may be written is named: status 2")
    func readOnlyFolder() async throws {
        try await withSandbox { sandbox in
            let folder = sandbox.home.appending(path: "locked")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
            let store = folder.appending(path: "store.sqlite")
            let result = try await unprivileged(
                sandbox, ["run", "lenet/float32", "--dataset", "digits", "--epochs", "1", "--store", store.path])
            #expect(result.status == 2)
            #expect(result.errors.contains(folder.path))
        }
    }

    @Test("The table is printed all the same when the store cannot be made")
    func tableWithoutStore() async throws {
        try await withSandbox { sandbox in
            let folder = sandbox.home.appending(path: "locked")
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
            let result = try await unprivileged(
                sandbox, ["table", "--study", "hashemi2017"], variables: ["XDG_DATA_HOME": folder.path])
            #expect(result.status == 0)
            #expect(result.output.contains("ALEX++"))
        }
    }

    @Test("A file that is no store is named and left as it is: status 2")
    func notAStore() async throws {
        try await withSandbox { sandbox in
            let text = "These are my notes, and not a store of experiments.\n" + String(repeating: "x", count: 4096)
            let file = try sandbox.write(text, to: "notes.txt")
            let result = try await sandbox.run("results", "list", "--store", file.path)
            #expect(result.status == 2)
            #expect(result.errors.contains("notes.txt"))
            #expect(try String(contentsOf: file, encoding: .utf8) == text)
        }
    }

    @Test("A store from the future is refused and left as it is: status 2")
    func fromTheFuture() async throws {
        try await withSandbox { sandbox in
            try await makeStore(sandbox)
            let sqlite = try Program(named: "sqlite3")
            try await sqlite.output([
                sandbox.store.path,
                "INSERT INTO grdb_migrations VALUES ('a version not written yet'); PRAGMA user_version = 999999;",
            ])
            let before = try await sqlite.output([sandbox.store.path, ".dump"])
            let result = try await sandbox.run("results", "list", "--store", sandbox.store.path)
            #expect(result.status == 2)
            #expect(result.errors.contains("newer"))
            #expect(try await sqlite.output([sandbox.store.path, ".dump"]) == before)
        }
    }
}
