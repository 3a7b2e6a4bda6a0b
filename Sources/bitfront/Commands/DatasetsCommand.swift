import ArgumentParser
import Datasets
import Foundation
import Networks
import Quantities
import Reports

/// `bitfront datasets`: the images to train on.
struct DatasetsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "datasets", abstract: "List the data sets, download or bring one in, check or remove it.",
        subcommands: [List.self, Fetch.self, Import.self, Check.self, Remove.self], defaultSubcommand: List.self)

    /// `bitfront datasets list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "List the data sets there are.",
            discussion: """
                digits and objects are made by the program. A name can say how: digits:0.8 has another difficulty (0 for clean images to \
                1), digits:0.8:7 another seed as well.
                """)

        @OptionGroup var output: FormatOptions

        func run() throws {
            let entries = DatasetLibrary.standard.list()
            Output.write(
                output.format == .json
                    ? JSONValue.array(entries.map(JSONValue.init(entry:))).text
                    : Self.table(of: entries).rendered(as: output.format), as: output.format)
        }

        static func table(of entries: [DatasetEntry]) -> TextTable {
            TextTable(
                headings: [.init("name"), .init("state"), .init("training", .right), .init("test", .right), .init("what")],
                rows: entries.map { entry in
                    let counts = entry.availability.counts
                    return [
                        entry.name, entry.availability.text, counts.map { $0.train.groupedText } ?? "—",
                        counts.map { $0.test.groupedText } ?? "—", entry.title,
                    ]
                })
        }
    }
}

extension DatasetLibrary {
    /// The user's own library.
    static var standard: DatasetLibrary {
        DatasetLibrary(directory: defaultDirectory(environment: ProcessInfo.processInfo.environment))
    }
}

extension DatasetEntry.Availability {
    /// The state in a word or two, with what is wrong if it is damaged.
    var text: String {
        switch self {
        case .builtIn: "built in"
        case .present(let record): record.authenticity == .official ? "imported, official" : "imported"
        case .absent: "not imported"
        case .damaged(let error): "damaged: \(error.description)"
        }
    }

    /// Training and test images; nil if they are not known.
    var counts: (train: Int, test: Int)? {
        switch self {
        case .builtIn(let settings): (settings.trainCount, settings.testCount)
        case .present(let record): (record.trainCount, record.testCount)
        case .absent, .damaged: nil
        }
    }
}

extension JSONValue {
    /// A data set of the list.
    init(entry: DatasetEntry) {
        let state: String
        var digest: String?
        switch entry.availability {
        case .builtIn: state = "built in"
        case .present(let record): (state, digest) = ("imported", "\(record.sha256)")
        case .absent: state = "not imported"
        case .damaged: state = "damaged"
        }
        let counts = entry.availability.counts
        self = .object([
            "name": .string(entry.name), "title": .string(entry.title), "state": .string(state),
            "train_images": counts.map { .integer($0.train) } ?? .null, "test_images": counts.map { .integer($0.test) } ?? .null,
            "dataset_sha256": .optional(digest),
        ])
    }
}
