import DesignSpace
import Precision

/// One row of a file of accuracies.
struct AccuracyRow {
    /// The most test images and seeds that a row may speak of.
    private static let largestCount = 1_000_000_000

    private let row: CSVRows.Row
    private let columns: [String]
    private let file: String
    private let names: AccuracyFile.Names

    init(_ row: CSVRows.Row, columns: [String], file: String, names: AccuracyFile.Names) {
        self.row = row
        self.columns = columns
        self.file = file
        self.names = names
    }

    /// The accuracy that the row gives.
    ///
    /// - Throws: `ExperimentStoreError.line` with the column and what it expects.
    func accuracy(defaultSource: String, date: String) throws(ExperimentStoreError) -> ImportedAccuracy {
        guard row.fields.count == columns.count else {
            throw problem("\(row.fields.count.counted("field")) under \(columns.count.counted("column name"))")
        }
        let point = DesignPoint(
            network: try name("network", among: names.networks), dataset: try name("dataset", among: names.datasets),
            precision: try precision(), radix: try radix())
        if let misfit = names.misfits[.init(network: point.network, dataset: point.dataset)] { throw problem(misfit) }
        guard let percent = DecimalNumber(try text("accuracy_percent") ?? "")?.value, (0...100).contains(percent) else {
            throw expected("a number from 0 to 100, as 81.25", in: "accuracy_percent")
        }
        return ImportedAccuracy(
            point: point, source: try text("source") ?? defaultSource, accuracyPercent: percent,
            testImages: try count("test_images"),
            seeds: try count("seeds"), note: try text("note"), importedAt: date)
    }

    /// A field without blanks around it; nil if it is empty or not there.
    private func text(_ column: String) throws(ExperimentStoreError) -> String? {
        guard let index = columns.firstIndex(of: column) else { return nil }
        // A sentence may have been broken into lines, which a table has no room for.
        let text = row.fields[index].split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
        if let wrong = ExchangedText.problem(in: text, named: column) { throw problem(wrong) }
        return text.isEmpty ? nil : text
    }

    private func name(_ column: String, among known: [String]) throws(ExperimentStoreError) -> String {
        guard let name = try text(column), known.contains(name) else {
            throw expected("one of \(known.joined(separator: ", "))", in: column)
        }
        return name
    }

    private func precision() throws(ExperimentStoreError) -> Precision {
        do {
            return try Precision(parsing: try text("precision") ?? "")
        } catch let error as ExperimentStoreError {
            throw error
        } catch {
            throw expected("a precision, as float32, fixed8, pow2, binary or fixed:8,16", in: "precision")
        }
    }

    private func radix() throws(ExperimentStoreError) -> RadixPolicy {
        guard let text = try text("radix") else { return .global }
        guard let radix = RadixPolicy(rawValue: text) else { throw expected("global or layer", in: "radix") }
        return radix
    }

    private func count(_ column: String) throws(ExperimentStoreError) -> Int? {
        guard let text = try text(column) else { return nil }
        guard let count = Int(text), (1...Self.largestCount).contains(count) else {
            throw expected("a whole number from 1", in: column)
        }
        return count
    }

    private func expected(_ words: String, in column: String) -> ExperimentStoreError {
        let found = columns.firstIndex(of: column).map { "'\(row.fields[$0].prefix(60))'" } ?? "nothing"
        return problem("column \(column): \(found), where \(words) is expected")
    }

    private func problem(_ words: String) -> ExperimentStoreError { .line(file: file, line: row.line, problem: words) }
}

extension String {
    /// The text without blanks at its ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
