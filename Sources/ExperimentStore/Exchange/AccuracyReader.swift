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
        let network: Int32
        let dataset: Int32
        let precision: Int32
        let radix: Int32
    }

    /// What a row says of an accuracy besides point and percent, texts by their places.
    private struct TestimonyValues: Hashable {
        let source: Int32
        let note: Int32?
        let importedAt: Int32
        let testImages: Int?
        let seeds: Int?
    }

    /// A point, and what the keys of its accuracies begin to be digests of; nil where no key is checked.
    private struct NamedPoint {
        let names: PointNames
        let point: DesignPoint
        let keyText: String?
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
    private var radixOfPlace: [Int32: RadixPolicy] = [:]
    private var networkOfPlace: [Int32: String] = [:]
    private var datasetOfPlace: [Int32: String] = [:]
    private var points: [NamedPoint] = []
    private var placeOfPoint: [PointNames: Int32] = [:]
    private var testimonies: [TestimonyValues: ImportedAccuracy.Testimony] = [:]
    private var lastTestimony: (values: TestimonyValues, testimony: ImportedAccuracy.Testimony)?
    private var found: [Found] = []
    private var damaged: [RecordListing.Damage] = []
    private let checksKeys: Bool

    /// - Parameter checksKeys: whether each row's key is held against its point and source, which takes a third of the time.
    init(checksKeys: Bool) { self.checksKeys = checksKeys }

    /// Reads a range of rows.
    mutating func read(_ range: ClosedRange<Int64>, in database: Database) throws {
        let statement = try database.makeStatement(
            sql: "SELECT \(Self.columns) FROM imported_accuracies WHERE rowid BETWEEN ? AND ?")
        // The cursor steps and says what goes wrong; values are read where they lie, most of them without a text of their own.
        let rows = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
        let row = RowValues(of: statement)
        placeOfPoint.reserveCapacity(1024)
        while try rows.next() != nil {
            guard !add(row) else { continue }
            let key = row.text(at: 0).map { String(decoding: $0.prefix(64), as: UTF8.self) }
            damaged.append(.init(key: key, problem: "it is no accuracy that was imported"))
        }
    }

    /// Takes over what another reader has found in other rows.
    mutating func append(_ other: AccuracyReader) {
        let places = other.points.map { named in
            place(
                of: PointNames(
                    network: networks.place(of: other.networks, at: named.names.network),
                    dataset: datasets.place(of: other.datasets, at: named.names.dataset),
                    precision: precisions.place(of: other.precisions, at: named.names.precision),
                    radix: radixes.place(of: other.radixes, at: named.names.radix)))
        }
        let sourcePlaces = (0..<Int32(truncatingIfNeeded: other.sources.count)).map { sources.place(of: other.sources, at: $0) }
        found.reserveCapacity(found.count + other.found.count)
        for one in other.found {
            guard let point = places[Int(one.point)] else { continue }
            found.append(Found(accuracy: one.accuracy, point: point, source: sourcePlaces[Int(one.source)]))
        }
        damaged += other.damaged
    }

    /// Reads a row.
    ///
    /// - Returns: whether it can be an accuracy, and one of its key.
    private mutating func add(_ row: RowValues) -> Bool {
        guard
            let key = row.text(at: 0), let percent = row.number(at: 5), (0...100).contains(percent),
            let source = Self.shortText(of: row, at: 9), let place = point(of: row)
        else { return false }
        if let keyText = points[Int(place)].keyText, !ImportedAccuracy.digest(of: keyText, source: source).isWritten(as: key) {
            return false
        }
        guard let testimony = testimony(of: row, source: source) else { return false }
        let accuracy = ImportedAccuracy(point: points[Int(place)].point, accuracyPercent: percent, testimony)
        found.append(Found(accuracy: accuracy, point: place, source: sources.place(of: source)))
        return true
    }

    /// The place of the point of a row; nil if it names none.
    private mutating func point(of row: RowValues) -> Int32? {
        guard
            let network = Self.shortText(of: row, at: 1), let dataset = Self.shortText(of: row, at: 2),
            let precision = Self.shortText(of: row, at: 3), let radix = Self.shortText(of: row, at: 4)
        else { return nil }
        return place(
            of: PointNames(
                network: networks.place(of: network), dataset: datasets.place(of: dataset),
                precision: precisions.place(of: precision), radix: radixes.place(of: radix)))
    }

    /// The place of a point; nil if the names name none.
    private mutating func place(of names: PointNames) -> Int32? {
        if let place = placeOfPoint[names] { return place }
        guard let point = point(named: names) else { return nil }
        let place = Int32(truncatingIfNeeded: points.count)
        points.append(
            NamedPoint(names: names, point: point, keyText: checksKeys ? ImportedAccuracy.keyText(of: point) : nil))
        placeOfPoint[names] = place
        return place
    }

    private mutating func point(named names: PointNames) -> DesignPoint? {
        guard
            let radix = Self.made(at: names.radix, in: &radixOfPlace, { RadixPolicy(rawValue: radixes.text(at: names.radix)) }),
            let precision = Self.made(
                at: names.precision, in: &precisionOfPlace, { try? Precision(parsing: precisions.text(at: names.precision)) }),
            let network = Self.made(at: names.network, in: &networkOfPlace, { networks.text(at: names.network) }),
            let dataset = Self.made(at: names.dataset, in: &datasetOfPlace, { datasets.text(at: names.dataset) })
        else { return nil }
        return DesignPoint(
            network: network, dataset: dataset, precision: precision, radix: precision == .float32 ? .global : radix)
    }

    /// What is made of the text at a place, once.
    private static func made<Made>(at place: Int32, in known: inout [Int32: Made], _ make: () -> Made?) -> Made? {
        if let made = known[place] { return made }
        known[place] = make()
        return known[place]
    }

    /// What a row says besides point and percent, shared; nil for what is no testimony.
    private mutating func testimony(of row: RowValues, source: UnsafeRawBufferPointer) -> ImportedAccuracy.Testimony? {
        guard let importedAt = Self.shortText(of: row, at: 10) else { return nil }
        // No character has more than four bytes that are worth showing.
        let note = row.text(at: 8).map { UnsafeRawBufferPointer(rebasing: $0.prefix(4 * RecordReader.longestText)) }
        let (testImages, seeds) = (row.integer(at: 6), row.integer(at: 7))
        guard
            note != nil || row.isNull(at: 8), testImages != nil || row.isNull(at: 6), seeds != nil || row.isNull(at: 7)
        else { return nil }
        let values = TestimonyValues(
            source: sources.place(of: source), note: note.map { notes.place(of: $0) }, importedAt: dates.place(of: importedAt),
            testImages: testImages, seeds: seeds)
        if let lastTestimony, lastTestimony.values == values { return lastTestimony.testimony }
        if let known = testimonies[values] {
            lastTestimony = (values, known)
            return known
        }
        let testimony = ImportedAccuracy.Testimony(
            source: sources.text(at: values.source), testImages: testImages, seeds: seeds,
            note: values.note.map { String(notes.text(at: $0).prefix(RecordReader.longestText)) },
            importedAt: dates.text(at: values.importedAt))
        testimonies[values] = testimony
        lastTestimony = (values, testimony)
        return testimony
    }

    /// A text of a row; nil for one that is longer than any that was imported.
    private static func shortText(of row: RowValues, at column: Int32) -> UnsafeRawBufferPointer? {
        row.text(at: column).flatMap { $0.count <= RecordReader.longestText ? $0 : nil }
    }

    /// Every accuracy that was read, by data set, network, precision, radix policy and source, and what could not be: texts and points are
    /// ordered once, and the accuracies by their places in that.
    var listing: AccuracyListing {
        let ranks = (datasets.ranks, networks.ranks)
        let keys = points.map { named in
            (
                ranks.0[Int(named.names.dataset)], ranks.1[Int(named.names.network)], named.point.precision.tablePlace,
                named.point.radix == .layer ? 1 : 0
            )
        }
        var pointRanks = [Int32](repeating: 0, count: points.count)
        for (rank, place) in keys.indices.sorted(by: {
            (keys[$0].0, keys[$0].1, keys[$0].2, keys[$0].3, $0) < (keys[$1].0, keys[$1].1, keys[$1].2, keys[$1].3, $1)
        }).enumerated() {
            pointRanks[place] = Int32(truncatingIfNeeded: rank)
        }
        let sourceRanks = sources.ranks
        let entries = found.indices.map { place in
            Entry(
                rank: UInt64(pointRanks[Int(found[place].point)]) << 32 | UInt64(sourceRanks[Int(found[place].source)]),
                place: place)
        }
        return listing(of: entries.sorted())
    }

    /// Where an accuracy stands among all, and which of those that were found it is.
    private struct Entry: Comparable {
        let rank: UInt64
        let place: Int

        static func < (left: Entry, right: Entry) -> Bool { (left.rank, left.place) < (right.rank, right.place) }
    }

    private func listing(of entries: [Entry]) -> AccuracyListing {
        var listing = AccuracyListing()
        listing.damaged = damaged
        listing.accuracies.reserveCapacity(entries.count)
        var last: UInt64?
        for entry in entries {
            let accuracy = found[entry.place].accuracy
            if entry.rank == last {
                let name = "\(accuracy.point.reference.name) on \(accuracy.point.dataset) by \(accuracy.source)"
                listing.damaged.append(.init(key: nil, problem: "\(name) is there twice"))
            } else {
                listing.accuracies.append(accuracy)
            }
            last = entry.rank
        }
        return listing
    }
}
