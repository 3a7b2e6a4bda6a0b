import Foundation
import TestSupport
import Testing

@Suite("A store on a bad disk, a full disk, and in many hands")
struct StoreDamageTests {
    /// Makes a store with one trained result, and gives the result's key.
    private func makeStore(_ sandbox: Sandbox) async throws -> String {
        try await sandbox.addOwnResult()
        let list = try await sandbox.json("results", "list", "--store", sandbox.store.path)
        return try #require(list.elements.first?["key"]?.string)
    }

    @Test("A result that was changed behind the store's back is named and can be removed; the table stands without it")
    func changedRecord() async throws {
        try await withSandbox { sandbox in
            let key = try await makeStore(sandbox)
            let sqlite = try Program(named: "sqlite3")
            let change =
                "DROP TRIGGER final_experiments_update; UPDATE experiments SET test_accuracy_percent = 99.9 WHERE key = '\(key)'"
            try await sqlite.output([sandbox.store.path, change])
            let store = ["--store", sandbox.store.path]
            let list = try await sandbox.bitfront.run(["results", "list", "--format", "json"] + store, in: sandbox.home)
            #expect(list.status == 0)
            #expect(list.errors.contains(key.prefix(12)))
            #expect(try JSON(parsing: list.output) == .array([]))
            let table = try await sandbox.bitfront.run(["table"] + store, in: sandbox.home)
            #expect(table.status == 0)
            #expect(table.output.contains("ALEX++"))
            let verify = try await sandbox.bitfront.run(["results", "verify"] + store, in: sandbox.home)
            #expect(verify.status == 1)
            #expect(verify.output.contains(key.prefix(12)))
            let export = try await sandbox.bitfront.run(["results", "export", "-"] + store, in: sandbox.home)
            #expect(export.status == 1)
            try await sandbox.bitfront.output(["results", "remove", key, "--yes"] + store, in: sandbox.home)
            try await sandbox.bitfront.output(["results", "verify"] + store, in: sandbox.home)
        }
    }

    @Test("Bytes that have flipped anywhere in the file end no command by a signal, and are found or do no harm")
    func flippedBytes() async throws {
        try await withSandbox { sandbox in
            _ = try await makeStore(sandbox)
            let truth = try await sandbox.json("results", "list", "--store", sandbox.store.path).elements
            let intact = try Data(contentsOf: sandbox.store)
            var generator = SeededGenerator(seed: 5)
            let file = sandbox.home.appending(path: "damaged.sqlite")
            for round in 0..<24 {
                var bytes = intact
                // The weights, most of the file, are another test's; here the pages of the tables.
                let offset = round < 4 ? round * 16 : Int.random(in: 0..<min(bytes.count, 65_536), using: &generator)
                bytes[offset] ^= 0x41
                try bytes.write(to: file)
                for command in [["results", "list", "--format", "json"], ["results", "verify"]] {
                    let result = try await sandbox.bitfront.run(command + ["--store", file.path], in: sandbox.home)
                    #expect([0, 1, 2].contains(result.status), "\(offset): \(result.ending)")
                    guard command[1] == "list", result.status == 0 else { continue }
                    let records = try JSON(parsing: result.output).elements
                    #expect(records == truth || !result.errors.isEmpty, "\(offset)")
                }
                for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file.path + suffix) }
            }
        }
    }

    @Test("On a full disk a run ends with words; the store opens, has what was finished, and the run goes through with room")
    func fullDisk() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let mount = sandbox.home.appending(path: "small")
            try FileManager.default.createDirectory(at: mount, withIntermediateDirectories: false)
            // A file system of its own, seen by this command alone and gone with it.
            let script = """
                set -u
                run() {
                    "$bitfront" run "wide/$1" --dataset mine --epochs 1 --store "$store" --presets "$presets" >/dev/null
                }
                mount -t tmpfs -o size=40m tmpfs "$1" || exit 77
                store=$1/store.sqlite bitfront=$2 presets=$4
                run float32 || exit 78
                # No room to begin, none for the weights, and room for a checkpoint but not for the result behind it.
                for left in 16 1500 6000; do
                    rm -f "$1/ballast"
                    head -c 48m /dev/zero > "$1/ballast" 2>/dev/null
                    truncate -s -"${left}k" "$1/ballast"
                    run fixed8 2>"$3"
                    status=$?
                    [ $status = 2 ] || exit 79
                    grep -q 'no room' "$3" || { cat "$3" >&2; exit 80; }
                    "$bitfront" results verify --store "$store" >&2 || exit 81
                    "$bitfront" results list --format json --store "$store" | grep -q '"done"' || exit 82
                done
                rm "$1/ballast"
                run fixed8 || exit 83
                "$bitfront" results verify --store "$store" >&2 || exit 84
                """
            var unshare = try Program(named: "unshare")
            unshare.environment = sandbox.environment
            let errors = sandbox.home.appending(path: "errors").path
            let result = try await unshare.run(
                ["-rm", "bash", "-c", script, "bash", mount.path, BuiltPrograms.bitfront.path, errors, sandbox.ownPresets[1]],
                in: sandbox.home)
            if result.status == 77 || result.errors.contains("unshare failed") || result.errors.contains("Operation not permitted")
            {
                print("skipped: this machine does not let a test mount a small tmpfs: \(result.errors)")
                return
            }
            #expect(result.status == 0, "\(result.ending) \(result.errors)")
        }
    }

    @Test("Two processes that ask for the same experiment at once run it once, and both show its result")
    func once() async throws {
        try await withSandbox { sandbox in
            try await sandbox.addOwnDataset()
            let arguments = ["run", "tiny/float32"] + sandbox.ownOptions + ["--epochs", "200"]
            let bitfront = sandbox.bitfront
            async let one = bitfront.run(arguments, in: sandbox.home)
            async let other = bitfront.run(arguments, in: sandbox.home)
            let results = try await [one, other]
            #expect(results.map(\.status) == [0, 0])
            #expect(results[0].output == results[1].output)
            // Each epoch is announced by whoever trains it.
            #expect(results.map { $0.errors.components(separatedBy: "epoch 1: ").count - 1 }.reduce(0, +) == 1)
        }
    }

    @Test("Several processes import into one store at once, and nothing is lost")
    func importsAtOnce() async throws {
        try await withSandbox { sandbox in
            let header = "network,dataset,precision,radix,accuracy_percent,source\n"
            let precisions = ["float32", "fixed32", "fixed16", "fixed8", "fixed4", "pow2"]
            for (index, precision) in precisions.enumerated() {
                try sandbox.write(header + "alex,cifar10,\(precision),global,8\(index),own\n", to: "\(precision).csv")
            }
            let bitfront = sandbox.bitfront
            try await withThrowingTaskGroup(of: Int32?.self) { group in
                for precision in precisions {
                    group.addTask {
                        try await bitfront.run(
                            ["results", "import", "\(precision).csv", "--store", sandbox.store.path], in: sandbox.home
                        ).status
                    }
                }
                for try await status in group { #expect(status == 0) }
            }
            let listed = try await sandbox.json("results", "list", "--imported", "--store", sandbox.store.path).elements
            #expect(Set(listed.compactMap { $0["precision"]?.string }) == Set(precisions))
        }
    }
}
