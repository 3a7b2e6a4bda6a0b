import DesignSpace
import Foundation
import GRDB
import Precision
import TestSupport
import Testing

@testable import ExperimentStore

@Suite("Accuracies that are read in parts")
struct AccuracyPartTests {
    private static let networks = ["alex", "alex+", "alex++", "lenet", "mynet"]

    /// A store with so many accuracies, of several points and sources each.
    private static func fill(_ store: ExperimentStore, count: Int) throws {
        let rows = (0..<count).map { number in
            let precision = ["fixed8", "pow2", "binary", "float32", "fixed:\(1 + number % 31),8"][number % 5]
            let radix = number % 3 == 0 ? "layer" : "global"
            return
                "\(networks[number % networks.count]),cifar10,\"\(precision)\",\(radix),\(Double(100 + number % 800) / 10),lab \(number)"
        }
        guard count > 0 else { return }
        let text = "network,dataset,precision,radix,accuracy_percent,source\n" + rows.joined(separator: "\n")
        try withTemporaryDirectory { folder in
            let file = folder.appending(path: "mine.csv")
            try Data(text.utf8).write(to: file)
            let names = AccuracyFile.Names(networks: networks, datasets: ["cifar10"], misfits: [:])
            guard case .accuracies(let table) = try ExchangeFile(reading: file.path, names: names, date: "now") else { return }
            _ = try store.merge(table)
        }
    }

    @Test("Two halves are the whole, in its order", arguments: [0, 1, 7, 300])
    func halves(count: Int) throws {
        try withStore { store in
            try Self.fill(store, count: count)
            let whole = try store.importedAccuracies()
            #expect(whole.accuracies.count == count)
            let ends: [Int64] = [.min, 0, 1, Int64(count / 2), Int64(count), Int64.max - 1]
            for last in ends {
                let parts = try [.min...last, (last + 1) ... .max].map { try store.accuracies(in: $0) }
                #expect(AccuracyListing(joining: parts) == whole)
                #expect(AccuracyListing(joining: parts.reversed()) == whole)
            }
            #expect(try store.accuracyRows() == [Int64.min...Int64.max])
        }
    }

    @Test("Rows of any number are told in halves that leave none out")
    func hostileRows() throws {
        try withStore { store in
            try Self.fill(store, count: 40)
            let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
            for (place, number) in numbers.enumerated() {
                try store.write {
                    try $0.execute(
                        sql: "UPDATE imported_accuracies SET rowid = ? WHERE source = ?", arguments: [number, "lab \(place)"])
                }
            }
            let rows = try store.accuracyRows()
            #expect(rows.count == 2 && rows.first?.lowerBound == .min && rows.last?.upperBound == .max)
            let listing = AccuracyListing(joining: try rows.map { try store.accuracies(in: $0) })
            #expect(try listing == store.importedAccuracies())
        }
    }

    @Test("A row that was copied under another key is told once, and what it repeats is named; a check of keys finds it as well")
    func repeated() throws {
        try withStore { store in
            try Self.fill(store, count: 5)
            try store.write {
                try $0.execute(
                    sql: """
                        INSERT INTO imported_accuracies SELECT '0000' || substr(key, 5), network, dataset, precision, radix, 1,
                        test_images, seeds, note, source, imported_at FROM imported_accuracies WHERE source = 'lab 1'
                        """)
            }
            let listing = AccuracyListing(joining: [try store.accuracies(in: Int64.min...Int64.max)])
            #expect(listing.accuracies.count == 5)
            #expect(listing.damaged.map(\.problem) == ["alex+/pow2 on cifar10 by lab 1 is there twice"])
            let checked = try store.importedAccuracies()
            #expect(checked.accuracies.count == 5 && checked.damaged.count == 1)
        }
    }

    @Test("Precisions stand in the order of a table, not of their letters")
    func order() throws {
        try withStore { store in
            try withTemporaryDirectory { folder in
                let file = folder.appending(path: "mine.csv")
                let rows = ["fixed:3,9", "binary", "fixed:20,9", "float32", "fixed:10,9"].map { "alex,cifar10,\"\($0)\",global,80" }
                try Data(("network,dataset,precision,radix,accuracy_percent\n" + rows.joined(separator: "\n")).utf8).write(to: file)
                let names = AccuracyFile.Names(networks: ["alex"], datasets: ["cifar10"], misfits: [:])
                guard case .accuracies(let table) = try ExchangeFile(reading: file.path, names: names, date: "now") else { return }
                _ = try store.merge(table)
            }
            let names = try store.importedAccuracies().accuracies.map(\.point.precision.name)
            #expect(names == ["float32", "fixed:20,9", "fixed:10,9", "fixed:3,9", "binary"])
        }
    }
}
