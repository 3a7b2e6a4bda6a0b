import Foundation
import TestSupport
import Testing

@Suite("Runs beside an open explorer")
struct MeasuredPointTests {
    @Test("A measured point appears when its run is in the store, also in a store that did not exist before")
    func appears() async throws {
        try await ShellInTerminal.run { shell in
            try await shell.sandbox.addOwnDataset()
            let store = shell.sandbox.home.appending(path: "not-yet/store.sqlite").path
            let options = ["--store", store] + shell.sandbox.ownPresets
            try await shell.startExplorer(options.joined(separator: " "))
            try await shell.terminal.press("2")
            try await shell.terminal.wait(for: ExplorerScreens.table)
            let run = ["run", "tiny/float32", "--dataset", "mine", "--epochs", "1"] + options
            try await shell.sandbox.bitfront.output(run, in: shell.sandbox.home)
            // A data set has a place among the others once something was measured on it.
            var screen = ""
            for _ in 1...40 where !(screen.contains("mine") && screen.contains("measured")) {
                try await shell.terminal.press("d")
                screen = try await shell.terminal.screenAtRest()
            }
            #expect(screen.contains("mine"))
            #expect(screen.contains("measured"))
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
        }
    }

    /// Shows the rows that a user has brought, alone: there are more shipped ones than a screen has room for.
    private static func showImported(in terminal: TmuxSession) async throws {
        try await terminal.press("2")
        try await terminal.press("/")
        try await terminal.press("source=imported", "Enter")
    }

    @Test("An accuracy that is imported again shows what it is now, without a key")
    func replaced() async throws {
        try await ShellInTerminal.run { shell in
            func imported(_ percent: String) async throws {
                let columns = "network,dataset,precision,radix,accuracy_percent,test_images"
                let text = "\(columns)\nalex,cifar10,fixed8,global,\(percent),9000\n"
                let file = try shell.sandbox.write(text, to: "mine.csv")
                try await shell.sandbox.output("results", "import", file.path, "--store", shell.sandbox.store.path)
            }
            try await imported("61.23")
            try await shell.startExplorer("--store \(shell.sandbox.store.path)")
            try await Self.showImported(in: shell.terminal)
            try await shell.terminal.wait(for: "61.23")
            for percent in ["62.34", "63.45", "64.56"] {
                try await imported(percent)
                try await shell.terminal.wait(for: percent)
            }
            try await shell.terminal.press("q")
            try await shell.waitForPrompt()
        }
    }

    @Test("A store that is deleted is said to be gone, what it held stays, and another in its place is read")
    func vanishes() async throws {
        try await ShellInTerminal.run { shell in
            let (terminal, store) = (shell.terminal, shell.sandbox.store.path)
            func imported(_ percent: String) async throws {
                let text = "network,dataset,precision,radix,accuracy_percent\nalex,cifar10,fixed8,global,\(percent)\n"
                let file = try shell.sandbox.write(text, to: "mine.csv")
                try await shell.sandbox.output("results", "import", file.path, "--store", store)
            }
            try await imported("61.23")
            try await shell.startExplorer("--store \(store)")
            try await Self.showImported(in: terminal)
            try await terminal.wait(for: "61.23")
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + ending) }
            let screen = try await terminal.wait(for: "is gone: what was read of it stays in view")
            #expect(screen.contains("61.23"))
            try await terminal.press("r")
            try await terminal.wait(for: "store gone")
            #expect(!FileManager.default.fileExists(atPath: store))
            try await imported("62.34")
            try await terminal.wait(for: "62.34")
            try await terminal.press("q")
            try await shell.waitForPrompt()
        }
    }
}
