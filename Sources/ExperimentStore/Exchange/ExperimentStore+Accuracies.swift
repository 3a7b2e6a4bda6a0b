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
            sql: "INSERT OR REPLACE INTO imported_accuracies (\(AccuracyReader.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [
                accuracy.key, point.network, point.dataset, point.precision.name, point.radix.rawValue, accuracy.accuracyPercent,
                accuracy.testImages, accuracy.seeds, accuracy.note, accuracy.source, accuracy.importedAt,
            ])
    }

    private func importedAccuracies(in database: Database) throws -> AccuracyListing {
        var reader = AccuracyReader(checksKeys: true)
        try reader.read(.min ... .max, in: database)
        return reader.listing
    }

    /// The rows of accuracies in two halves, which two connections read in half the time; in one where there are few.
    public func accuracyRows() throws(ExperimentStoreError) -> [ClosedRange<Int64>] {
        try read { database in
            guard
                let row = try Row.fetchOne(database, sql: "SELECT min(rowid), max(rowid) FROM imported_accuracies"),
                let first = row[0] as Int64?, let last = row[1] as Int64?
            else { return [.min ... .max] }
            // In a file of anyone's, rows can have any number.
            let (extent, isHuge) = last.subtractingReportingOverflow(first)
            guard isHuge || extent >= Self.manyRows else { return [.min ... .max] }
            let middle = first / 2 + last / 2
            return [.min...middle, (middle + 1) ... .max]
        }
    }

    /// From so many rows on a second connection is worth its making.
    private static let manyRows = 10_000

    /// Reads rows of accuracies for a screen, without a look at their keys.
    public func accuracies(in rows: ClosedRange<Int64>) throws(ExperimentStoreError) -> AccuracyPart {
        try read { database in
            var reader = AccuracyReader(checksKeys: false)
            try reader.read(rows, in: database)
            return AccuracyPart(reader: reader)
        }
    }
}

/// What was read of some of the rows of accuracies.
public struct AccuracyPart: Sendable {
    let reader: AccuracyReader
}

extension AccuracyListing {
    /// What was read in parts.
    public init(joining parts: [AccuracyPart]) {
        guard var reader = parts.first?.reader else {
            self.init()
            return
        }
        for part in parts.dropFirst() { reader.append(part.reader) }
        self = reader.listing
    }
}
