import DesignSpace
import Digest
import GRDB
import Precision

/// Makes accuracies of rows, whose values may be anything: the file can be anyone's.
///
/// What many rows have in common, points and testimonies, is made once and shared.
struct AccuracyReader {
    /// The columns of an accuracy, in the order in which they are read and written.
    static let columns =
        "key, network, dataset, precision, radix, accuracy_percent, test_images, seeds, note, source, imported_at"

    /// The places of the texts of a row that name its point.
    private struct PointNames: Hashable {
        let precision: Int32
        let radix: Int32
        let network: Int32
        let dataset: Int32
    }

    /// What a row says of an accuracy besides point and percent, texts by their places.
    private struct TestimonyValues: Hashable {
        let source: Int32
        let note: Int32?
        let importedAt: Int32
        let testImages: Int?
        let seeds: Int
    }

    /// A point, and what the keys of its accuracies begin to be digests of.
    private struct NamedPoint {
        let names: PointNames
        let point: DesignPoint
        let keyText: String
    }

    /// An accuracy with the places of its point and its source among those that were found.
    private struct Found {
        let accuracy: ImportedAccuracy
        let point: Int32
        let source: Int32
    }

    private var precisions = TextPlaces()
    private var radixes = TextPlaces()
    private var networks = TextPlaces()
    private var datasets = TextPlaces()
    private var sources = TextPlaces()
    private var notes = TextPlaces()
    private var dates = TextPlaces()
    private var precisionOfPlace: [Int32: Precision] = [:]
    private var points: [NamedPoint] = []
    private var placeOfPoint: [PointNames: Int32] = [:]
    private var testimonies: [TestimonyValues: ImportedAccuracy.Testimony] = [:]
    private var found: [Found] = []

    /// Every accuracy that can be read, by data set, network, precision, radix policy and source, and what cannot be.
    mutating func listing(in database: Database) throws -> AccuracyListing {
        let rows = try Row.fetchCursor(database, sql: "SELECT \(Self.columns) FROM imported_accuracies")
        var listing = AccuracyListing()
        placeOfPoint.reserveCapacity(1024)
        while let row = try rows.next() {
            let key = try? row.decode(String.self, atIndex: 0)
            if let key, (try? add(row, key: key)) == true { continue }
            listing.damaged.append(.init(key: key.map { String($0.prefix(64)) }, problem: "it is no accuracy that was imported"))
        }
        listing.accuracies = sorted()
        return listing
    }

    /// Reads a row.
    ///
    /// - Returns: whether it can be an accuracy, and one of that key.
    private mutating func add(_ row: Row, key: String) throws -> Bool {
        let percent = try row.decode(Double.self, atIndex: 5)
        let source = try row.decode(String.self, atIndex: 9)
        guard (0...100).contains(percent), let place = try point(of: row) else { return false }
        let named = points[Int(place)]
        guard
            ImportedAccuracy.digest(of: named.keyText, source: source).isWritten(as: key),
            let testimony = try testimony(of: row, source: source)
        else { return false }
        let accuracy = ImportedAccuracy(point: named.point, accuracyPercent: percent, testimony)
        found.append(Found(accuracy: accuracy, point: place, source: sources.place(of: source)))
        return true
    }

    /// The place of the point of a row; nil if it names none.
    private mutating func point(of row: Row) throws -> Int32? {
        let network = try row.decode(String.self, atIndex: 1)
        let dataset = try row.decode(String.self, atIndex: 2)
        let precisionName = try row.decode(String.self, atIndex: 3)
        let radixName = try row.decode(String.self, atIndex: 4)
        let names = PointNames(
            precision: precisions.place(of: precisionName), radix: radixes.place(of: radixName),
            network: networks.place(of: network), dataset: datasets.place(of: dataset))
        if let place = placeOfPoint[names] { return place }
        let isShort = [precisionName, radixName, network, dataset].allSatisfy(Self.isShort)
        guard isShort, let radix = RadixPolicy(rawValue: radixName) else { return nil }
        let precision = try precision(precisionName, place: names.precision)
        let point = DesignPoint(
            network: network, dataset: dataset, precision: precision, radix: precision == .float32 ? .global : radix)
        let place = Int32(truncatingIfNeeded: points.count)
        points.append(NamedPoint(names: names, point: point, keyText: ImportedAccuracy.keyText(of: point)))
        placeOfPoint[names] = place
        return place
    }

    private mutating func precision(_ name: String, place: Int32) throws -> Precision {
        if let known = precisionOfPlace[place] { return known }
        let precision = try Precision(parsing: name)
        precisionOfPlace[place] = precision
        return precision
    }

    /// What a row says besides point and percent, shared; nil for texts longer than any that was imported.
    private mutating func testimony(of row: Row, source: String) throws -> ImportedAccuracy.Testimony? {
        let note = try row.decode(String?.self, atIndex: 8).map { String($0.prefix(RecordReader.longestText)) }
        let importedAt = try row.decode(String.self, atIndex: 10)
        let values = TestimonyValues(
            source: sources.place(of: source), note: note.map { notes.place(of: $0) }, importedAt: dates.place(of: importedAt),
            testImages: try row.decode(Int?.self, atIndex: 6), seeds: try row.decode(Int.self, atIndex: 7))
        if let known = testimonies[values] { return known }
        guard Self.isShort(source), Self.isShort(importedAt) else { return nil }
        let testimony = ImportedAccuracy.Testimony(
            source: source, testImages: values.testImages, seeds: values.seeds, note: note, importedAt: importedAt)
        testimonies[values] = testimony
        return testimony
    }

    private static func isShort(_ text: String) -> Bool { text.utf8.count <= RecordReader.longestText }

    /// What was found in its order: texts and points are ordered once, and the accuracies by their places in that.
    private func sorted() -> [ImportedAccuracy] {
        let ranks = (datasets.ranks, networks.ranks, precisions.ranks, radixes.ranks)
        let keys = points.map { point in
            (
                ranks.0[Int(point.names.dataset)], ranks.1[Int(point.names.network)], ranks.2[Int(point.names.precision)],
                ranks.3[Int(point.names.radix)]
            )
        }
        var pointRanks = [Int32](repeating: 0, count: points.count)
        for (rank, place) in keys.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
            pointRanks[place] = Int32(truncatingIfNeeded: rank)
        }
        let sourceRanks = sources.ranks
        let entries = found.indices.map { place in
            (key: (pointRanks[Int(found[place].point)], sourceRanks[Int(found[place].source)]), place: place)
        }
        return entries.sorted { $0.key < $1.key }.map { found[$0.place].accuracy }
    }
}
