import Datasets
import DesignSpace
import Networks
import Quantities
import Reports

/// What is said of data sets that were brought in.
enum DatasetReport {
    /// Writes them in a format; for people, a line each.
    static func write(_ records: [ImportRecord], as format: ReportFormat) {
        switch format {
        case .text: Output.write(records.map { line(of: $0) + "\n" }.joined())
        case .json: Output.write(JSONValue.array(entries(of: records).map(JSONValue.init(entry:))).text, as: format)
        default: Output.write(DatasetsCommand.List.table(of: entries(of: records)).rendered(as: format), as: format)
        }
    }

    /// Says of files under a published name that are not the published ones.
    static func warn(of record: ImportRecord) {
        guard case .unofficial(let files) = record.authenticity else { return }
        Diagnostics.write(
            "bitfront: \(files.joined(separator: ", ")) differ from the published files of \(record.name): results on them do not "
                + "compare with others' on \(record.name)")
    }

    private static func entries(of records: [ImportRecord]) -> [DatasetEntry] {
        let list = DatasetLibrary.standard.list()
        return records.compactMap { record in list.first { $0.name == record.name } }
    }

    private static func line(of record: ImportRecord) -> String {
        "\(record.name): \(record.trainCount.groupedText) training and \(record.testCount.counted("test image", grouped: true)) of "
            + "\(record.imageShape) in \(record.classCount.counted("class", "classes"))"
            + (record.authenticity == .official ? ", the published files" : "")
    }
}
