import DesignSpace
import GRDB
import Precision

/// What an import did with accuracies of a user's own.
public struct AccuracyImport: Hashable, Sendable {
    /// Accuracies that the store did not have.
    public var added = 0
    /// Accuracies that took the place of another of the same point and source.
    public var replaced = 0
    /// Accuracies that the store had already.
    public var known = 0
}

extension ExperimentStore {
    private static let accuracyColumns =
        "key, network, dataset, precision, radix, accuracy_percent, test_images, seeds, note, source, imported_at"

    /// Keeps accuracies that a user has brought, all of them or none; one of the same point and source takes the other's place.
    public func merge(_ file: AccuracyFile) throws(ExperimentStoreError) -> AccuracyImport {
        try write { database in
            let known = try importedAccuracies(in: database).accuracies
            let byKey = Dictionary(known.map { ($0.key, $0) }) { first, _ in first }
            var done = AccuracyImport()
            for accuracy in file.accuracies {
                if let old = byKey[accuracy.key] {
                    guard !old.saysTheSame(as: accuracy) else {
                        done.known += 1
                        continue
                    }
                    done.replaced += 1
                } else {
                    done.added += 1
                }
                try Self.insert(accuracy, in: database)
            }
            return done
        }
    }

    /// The accuracies that a user has brought, by data set, network, precision and source, and what of them cannot be read.
    public func importedAccuracies() throws(ExperimentStoreError) -> AccuracyListing {
        try read { try importedAccuracies(in: $0) }
    }

    /// Removes an accuracy that a user has brought; nothing happens if there is none.
    public func removeImportedAccuracy(_ key: String) throws(ExperimentStoreError) {
        try write { try $0.execute(sql: "DELETE FROM imported_accuracies WHERE key = ?", arguments: [key]) }
    }

    private static func insert(_ accuracy: ImportedAccuracy, in database: Database) throws {
        let point = accuracy.point
        try database.cachedStatement(
            sql: "INSERT OR REPLACE INTO imported_accuracies (\(accuracyColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                accuracy.key, point.network, point.dataset, point.precision.name, point.radix.rawValue, accuracy.accuracyPercent,
                accuracy.testImages, accuracy.seeds, accuracy.note, accuracy.source, accuracy.importedAt,
            ])
    }

    private func importedAccuracies(in database: Database) throws -> AccuracyListing {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(Self.accuracyColumns) FROM imported_accuracies ORDER BY dataset, network, precision, radix, source")
        var listing = AccuracyListing()
        while let row = try rows.next() {
            let key = try? row.decode(String.self, atIndex: 0)
            if let accuracy = try? Self.accuracy(of: row), accuracy.key == key {
                listing.accuracies.append(accuracy)
            } else {
                listing.damaged.append(
                    .init(key: key.map { String($0.prefix(64)) }, problem: "it is no accuracy that was imported"))
            }
        }
        return listing
    }

    /// The accuracy of a row; nil if it cannot be one.
    private static func accuracy(of row: Row) throws -> ImportedAccuracy? {
        let texts = try [1, 2, 3, 4, 9, 10].map { try row.decode(String.self, atIndex: $0) }
        guard texts.allSatisfy({ $0.utf8.count <= RecordReader.longestText }), let radix = RadixPolicy(rawValue: texts[3]) else {
            return nil
        }
        let percent = try row.decode(Double.self, atIndex: 5)
        guard (0...100).contains(percent) else { return nil }
        return ImportedAccuracy(
            point: DesignPoint(
                network: texts[0], dataset: texts[1], precision: try Precision(parsing: texts[2]), radix: radix),
            source: texts[4], accuracyPercent: percent, testImages: try row.decode(Int?.self, atIndex: 6),
            seeds: try row.decode(Int.self, atIndex: 7),
            note: try row.decode(String?.self, atIndex: 8).map { String($0.prefix(RecordReader.longestText)) }, importedAt: texts[5]
        )
    }
}
