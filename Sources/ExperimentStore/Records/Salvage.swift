import DesignSpace
import GRDB

/// Reads what can be read of a file whose structure is damaged: record by record, by every way to a record that there is.
struct Salvage {
    /// SQLite's name for the index that comes with the primary key.
    static let index = "sqlite_autoindex_experiments_1"

    let path: String
    let withHistory: Bool

    /// Every record that can be read, by date, and the keys of those that cannot.
    func listing(in database: Database) throws -> RecordListing {
        var listing = RecordListing()
        let keys = keys(in: database)
        if keys.isEmpty { throw ExperimentStoreError.damaged(path: path, problem: "no record can be read") }
        for key in keys.sorted() {
            do {
                guard let record = try RecordReader(path: path).record(key, withHistory: withHistory, in: database) else {
                    throw ExperimentStoreError.damaged(path: path, problem: "the file has lost it")
                }
                listing.records.append(record)
            } catch {
                listing.damaged.append(.init(key: key, problem: Self.words(for: error, path: path)))
            }
        }
        listing.sort()
        if listing.damaged.isEmpty {
            listing.damaged.append(.init(key: nil, problem: "pages of the file are damaged; there may have been more records"))
        }
        return listing
    }

    /// Every key that is found from either end of the index or of the table, up to where it breaks.
    private func keys(in database: Database) -> Set<String> {
        let ways = [
            "experiments INDEXED BY \(Self.index) ORDER BY key", "experiments INDEXED BY \(Self.index) ORDER BY key DESC",
            "experiments NOT INDEXED ORDER BY rowid", "experiments NOT INDEXED ORDER BY rowid DESC",
        ]
        var keys: Set<String> = []
        for way in ways {
            guard let rows = try? Row.fetchCursor(database, sql: "SELECT key FROM \(way)") else { continue }
            while let row = try? rows.next() {
                guard let key = try? row.decode(String.self, atIndex: 0), key.utf8.count == 64 else { continue }
                keys.insert(key)
            }
        }
        return keys
    }

    private static func words(for error: any Error, path: String) -> String {
        switch ExperimentStoreError(error, path: path) {
        case .damaged(_, let problem): problem
        case .damagedRecord(_, let damage): damage.problem
        case let error: error.description
        }
    }
}
