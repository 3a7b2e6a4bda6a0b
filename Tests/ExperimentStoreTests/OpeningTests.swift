import DesignSpace
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Opening a store")
struct OpeningTests {
    @Test("A store that is not there is no store, and none is made")
    func absent() throws {
        try withStorePath { path in
            let store = try ExperimentStore.openIfPresent(at: path)
            #expect(store?.path == nil)
            #expect(throws: ExperimentStoreError.cannotOpen(path: path)) { try ExperimentStore.open(at: path, for: .reading) }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("A file of no bytes, or a database of no tables, is no store yet", arguments: [false, true])
    func empty(hasHeader: Bool) throws {
        try withStorePath { path in
            if hasHeader {
                try DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            } else {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            let store = try ExperimentStore.openIfPresent(at: path)
            #expect(store?.path == nil)
            let made = try ExperimentStore.open(at: path, for: .writing)
            #expect(try made.records() == [])
        }
    }

    @Test("Opened for writing, a store and the folders above it are made")
    func made() throws {
        try withTemporaryDirectory { folder in
            let path = folder.appending(path: "a/b/store.sqlite").path
            let made = try ExperimentStore.open(at: path, for: .writing)
            let found = try ExperimentStore.openIfPresent(at: path)
            #expect(try made.records() == [])
            #expect(try found?.records() == [])
        }
    }

    @Test("A store is kept in WAL mode, is marked as bitfront's, and waits for the disk at every commit")
    func modes() throws {
        try withStore { store in
            let values = try store.read { database in
                try ["journal_mode", "synchronous", "application_id", "foreign_keys"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)") ?? ""
                }
            }
            #expect(values == ["wal", "2", String(Schema.applicationIdentifier), "1"])
        }
    }

    @Test("Many processes may make the same store at once, again and again", arguments: 0..<12)
    func madeAtOnce(round: Int) async throws {
        try await withTemporaryDirectory { folder in
            let path = folder.appending(path: "store.sqlite").path
            try await withThrowingTaskGroup(of: Void.self) { group in
                for seed in 1...8 {
                    group.addTask {
                        let store = try ExperimentStore.open(at: path, for: .writing)
                        try store.complete(Fixtures.result(seed: UInt64(seed)))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try ExperimentStore.open(at: path, for: .reading).records().count == 8)
        }
    }

    @Test(
        "A file of something else is refused and left as it is", arguments: ["", "short", String(repeating: "notes ", count: 2000)])
    func text(content: String) throws {
        try withStorePath { path in
            try Data(("notes\n" + content).utf8).write(to: URL(fileURLWithPath: path))
            for access in [ExperimentStore.Access.reading, .writing] {
                #expect(throws: ExperimentStoreError.notAStore(path: path)) { try ExperimentStore.open(at: path, for: access) }
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "notes\n" + content)
        }
    }

    @Test("Another program's database is refused and left as it is")
    func foreign() throws {
        try withStorePath { path in
            try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            for access in [ExperimentStore.Access.reading, .writing] {
                #expect(throws: ExperimentStoreError.notAStore(path: path)) { try ExperimentStore.open(at: path, for: access) }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("A store from the future is refused, says which change it does not know, and is left as it is")
    func future() throws {
        try withStorePath { path in
            try ExperimentStore.open(at: path, for: .writing).complete(Fixtures.result())
            try DatabaseQueue(path: path).write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 quanta')") }
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            for access in [ExperimentStore.Access.reading, .writing] {
                let error = #expect(throws: ExperimentStoreError.self) { try ExperimentStore.open(at: path, for: access) }
                #expect(error == .fromTheFuture(path: path, changes: ["9 quanta"]))
                #expect(error?.description.contains("newer version") == true)
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test("A folder that cannot be made is named")
    func impossibleFolder() throws {
        // Not even root makes folders in /proc.
        let error = #expect(throws: ExperimentStoreError.self) {
            try ExperimentStore.open(at: "/proc/bitfront/store.sqlite", for: .writing)
        }
        guard case .cannotMakeFolder("/proc/bitfront", _) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
    }

    @Test("A store in a folder that nobody may write can be listed, but not changed")
    func readOnlyFolder() async throws {
        try await withTemporaryDirectory { folder in
            let path = folder.appending(path: "store.sqlite").path
            try ExperimentStore.open(at: path, for: .writing).complete(Fixtures.result())
            guard try await Immutable.set(folder) else { return }
            defer { Immutable.clear(folder) }
            #expect(try ExperimentStore.openIfPresent(at: path)?.records().count == 1)
            let refusals: [ExperimentStoreError] = [.readOnly(path: path), .cannotOpen(path: path)]
            let error = #expect(throws: ExperimentStoreError.self) {
                try ExperimentStore.open(at: path, for: .writing).complete(Fixtures.result(seed: 2))
            }
            #expect(error.map(refusals.contains) == true)
        }
    }

    @Test("A store that was opened for reading cannot be written")
    func reading() throws {
        try withStorePath { path in
            _ = try ExperimentStore.open(at: path, for: .writing)
            let store = try ExperimentStore.open(at: path, for: .reading)
            #expect(throws: ExperimentStoreError.readOnly(path: path)) { try store.claim(Fixtures.record()) }
        }
    }

    @Test("A store that another process keeps locked is named once patience ends, and can be read all the same")
    func locked() throws {
        try withStorePath { path in
            try ExperimentStore.open(at: path, for: .writing).complete(Fixtures.result())
            let store = try ExperimentStore.open(at: path, for: .writing, patience: 0.05)
            let other = try DatabaseQueue(path: path)
            try other.inDatabase { database in
                try database.execute(sql: "BEGIN IMMEDIATE")
                #expect(throws: ExperimentStoreError.locked(path: path)) { try store.claim(Fixtures.record(seed: 2)) }
                #expect(try store.records().count == 1)
                try database.execute(sql: "ROLLBACK")
            }
        }
    }

    @Test("The default path follows XDG_DATA_HOME if that is absolute, else the home folder")
    func defaultPath() {
        let path = ExperimentStore.defaultPath
        #expect(path(["XDG_DATA_HOME": "/data", "HOME": "/home/a"]) == "/data/bitfront/store.sqlite")
        #expect(path(["XDG_DATA_HOME": "data", "HOME": "/home/a"]) == "/home/a/.local/share/bitfront/store.sqlite")
    }
}

/// The flag of ext4 and its kin that stops even root from changing a folder.
private enum Immutable {
    /// Sets the flag; false, and said, where there is no such flag: the rest of the test cannot be had there.
    static func set(_ folder: URL) async throws -> Bool {
        guard geteuid() == 0 else {
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
            return true
        }
        let result = try await Program(named: "chattr").run(["+i", folder.path])
        if result.status != 0 { print("skipped: root on a file system without chattr +i cannot have a folder it may not write") }
        return result.status == 0
    }

    static func clear(_ folder: URL) {
        guard geteuid() == 0 else {
            try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            return
        }
        let chattr = Process()
        chattr.executableURL = URL(fileURLWithPath: "/usr/bin/chattr")
        chattr.arguments = ["-i", folder.path]
        try? chattr.run()
        chattr.waitUntilExit()
    }
}
