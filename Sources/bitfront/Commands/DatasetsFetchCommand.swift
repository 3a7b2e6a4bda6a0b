import ArgumentParser
import Datasets
import Foundation

extension DatasetsCommand {
    /// `bitfront datasets fetch NAME...`.
    struct Fetch: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fetch", abstract: "Download published data sets and bring them in.",
            discussion: """
                There are \(DatasetLibrary.offered.joined(separator: ", ")). A download that was broken off, also by Ctrl-C, goes on where it \
                ended when the same command is given again. What is not byte for byte the published data is refused. A data set that is here \
                already, as published, is not downloaded again. Downloads are made by curl, whose proxy settings hold.
                """)

        @OptionGroup var output: FormatOptions

        @Option(
            help: ArgumentHelp("An address that has files of the same names, in place of the publisher's.", valueName: "url"))
        var from: String?

        @Argument(help: "The names, as mnist.")
        var names: [String]

        func run() throws {
            let library = DatasetLibrary.standard
            for name in names where !DatasetLibrary.offered.contains(name) {
                throw CommandFailure(DatasetError.notOffered(name, offered: DatasetLibrary.offered))
            }
            var records: [ImportRecord] = []
            for name in names {
                if let present = library.officialRecord(of: name) {
                    Diagnostics.write("bitfront: \(name) is here already")
                    records.append(present)
                } else {
                    records.append(try fetch(name, into: library))
                }
            }
            DatasetReport.write(records, as: output.format)
        }

        private func fetch(_ name: String, into library: DatasetLibrary) throws(CommandFailure) -> ImportRecord {
            // What has arrived is in its file already: there is nothing to wait for.
            let signals = StopSignals { _ in
                Diagnostics.write("\nbitfront: stopped: the same command goes on from there")
                _exit(CommandFailure.Status.failed.rawValue)
            }
            defer { signals.end() }
            var display = DownloadDisplay()
            defer { display.end() }
            return try CommandFailure.catching { try library.fetch(name, from: from) { display.show($0) } }
        }
    }
}

extension DatasetLibrary {
    /// The note of an imported data set that is the published one; nil for any other.
    fileprivate func officialRecord(of name: String) -> ImportRecord? {
        guard case .present(let record)? = list().first(where: { $0.name == name })?.availability,
            record.authenticity == .official
        else { return nil }
        return record
    }
}
