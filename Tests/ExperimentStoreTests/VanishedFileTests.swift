import DesignSpace
import Foundation
import Precision
import Testing

@testable import ExperimentStore

@Suite("A store whose file is gone")
struct VanishedFileTests {
    /// What may happen to the file of an open store.
    enum Loss: CaseIterable {
        case deleted, moved, replaced

        /// Lets it happen.
        func happen(to path: String) throws {
            let manager = FileManager.default
            switch self {
            case .deleted: try manager.removeItem(atPath: path)
            case .moved: try manager.moveItem(atPath: path, toPath: path + ".old")
            case .replaced:
                _ = try ExperimentStore.open(at: path + ".other", for: .writing)
                try manager.removeItem(atPath: path)
                try manager.moveItem(atPath: path + ".other", toPath: path)
            }
        }
    }

    @Test("It takes nothing more, its watch says so, and no other is made", arguments: Loss.allCases)
    func vanishes(loss: Loss) throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            var watch = QueueWatch(try ExperimentStore.open(at: path, for: .reading))
            try store.enqueue(Fixtures.spec(precision: .float32))
            #expect(try watch.next()?.experiments.count == 1)
            try loss.happen(to: path)
            #expect(throws: ExperimentStoreError.vanished(path: path)) {
                try store.enqueue(Fixtures.spec(seed: 2, precision: .float32))
            }
            #expect(throws: ExperimentStoreError.vanished(path: path)) { try watch.next() }
            #expect(FileManager.default.fileExists(atPath: path) == (loss == .replaced))
        }
    }

    @Test("One that was moved away and back again goes on")
    func returns() throws {
        try withStorePath { path in
            let store = try ExperimentStore.open(at: path, for: .writing)
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            #expect(throws: ExperimentStoreError.vanished(path: path)) { try store.enqueue(Fixtures.spec(precision: .float32)) }
            try FileManager.default.moveItem(atPath: path + ".old", toPath: path)
            try store.enqueue(Fixtures.spec(precision: .float32))
            #expect(try store.queue().experiments.count == 1)
        }
    }
}
