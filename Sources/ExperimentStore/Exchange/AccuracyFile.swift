import DesignSpace
import Precision

/// A file of accuracies of a user's own: comma-separated values (RFC 4180) under a line of column names.
public struct AccuracyFile: Hashable, Sendable {
    /// The columns, of which the first `requiredColumns` have to be there; they may stand in any order.
    static let columns = [
        "network", "dataset", "precision", "radix", "accuracy_percent", "test_images", "seeds", "note", "source",
    ]
    static let requiredColumns = columns.prefix(5)

    /// What a row may name, so that a mistake in a name is found before it is kept.
    public struct Names: Hashable, Sendable {
        /// Names of networks.
        public let networks: [String]
        /// Names of data sets.
        public let datasets: [String]

        /// Why a network cannot process the images of a data set, in words, by network and data set; no entry where it can.
        public let misfits: [Pair: String]

        /// A network and a data set.
        public struct Pair: Hashable, Sendable {
            /// The network's name.
            public let network: String
            /// The data set's name.
            public let dataset: String

            /// Makes a pair of names.
            public init(network: String, dataset: String) {
                self.network = network
                self.dataset = dataset
            }
        }

        /// Makes lists of names.
        public init(networks: [String], datasets: [String], misfits: [Pair: String] = [:]) {
            self.networks = networks
            self.datasets = datasets
            self.misfits = misfits
        }
    }

    /// The file's name, for errors.
    public let name: String

    /// The accuracies in the order of the file; no point twice from one source.
    public let accuracies: [ImportedAccuracy]

    init(_ reader: LineReader, first: LineReader.Line?, names: Names, date: String) throws(ExperimentStoreError) {
        var rows = CSVRows(reader, first: first)
        name = reader.name
        guard let header = try rows.next() else { throw .line(file: name, line: 1, problem: "empty: \(Self.expectedHeader)") }
        let columns = try Self.columns(of: header, in: name)
        let defaultSource = Self.defaultSource(of: reader.name)
        var accuracies: [ImportedAccuracy] = []
        var lines: [String: Int] = [:]
        while let row = try rows.next() {
            let values = AccuracyRow(row, columns: columns, file: name, names: names)
            let accuracy = try values.accuracy(defaultSource: defaultSource, date: date)
            if let earlier = lines.updateValue(row.line, forKey: accuracy.key) {
                throw .line(
                    file: name, line: row.line,
                    problem:
                        "\(accuracy.point.reference.name) on \(accuracy.point.dataset) from '\(accuracy.source)' stands in line "
                        + "\(earlier) as well: name another source, or take one away")
            }
            accuracies.append(accuracy)
        }
        guard !accuracies.isEmpty else {
            throw .line(
                file: name, line: header.line,
                problem: "there is no line below the column names: a line for each accuracy is expected; nothing was imported")
        }
        try Self.checkUnit(of: accuracies, in: name, header: header.line)
        self.accuracies = accuracies
    }

    /// Checks that accuracies are in percent: what lies between 0 and 1 in every row is a fraction of one, a hundredth of what is meant.
    private static func checkUnit(of accuracies: [ImportedAccuracy], in name: String, header: Int) throws(ExperimentStoreError) {
        guard accuracies.allSatisfy({ $0.accuracyPercent <= 1 }),
            let largest = accuracies.map(\.accuracyPercent).max(), largest > 0
        else { return }
        throw .line(
            file: name, line: header,
            problem:
                "every value of the column accuracy_percent is between 0 and 1, which looks like a fraction (the largest is \(largest)): "
                + "write percent, as 81.25 for 0.8125; nothing was imported")
    }

    private static let expectedHeader =
        "a line of column names is expected: \(columns.joined(separator: ",")), of which the last four may be left out"

    private static func columns(of header: CSVRows.Row, in name: String) throws(ExperimentStoreError) -> [String] {
        let found = header.fields.map { $0.trimmed.lowercased() }
        let problem: String? =
            if let semicolons = found.first, found.count == 1, semicolons.contains(";") {
                "its columns are separated by semicolons; commas are expected between names and values, and a point in numbers"
            } else if let unknown = found.first(where: { !columns.contains($0) }) {
                "there is no column '\(unknown.prefix(60))': \(expectedHeader)"
            } else if let missing = requiredColumns.first(where: { !found.contains($0) }) {
                "the column '\(missing)' is missing: \(expectedHeader)"
            } else if Set(found).count < found.count {
                "a column stands there twice: \(expectedHeader)"
            } else {
                nil
            }
        if let problem { throw .line(file: name, line: header.line, problem: problem) }
        return found
    }

    /// The file's name without folder and ending, where no column names a source.
    private static func defaultSource(of name: String) -> String {
        let file = name.split(separator: "/").last.map { String($0) } ?? name
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }
}
