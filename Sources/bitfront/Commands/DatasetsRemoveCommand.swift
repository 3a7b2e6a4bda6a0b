import ArgumentParser
import Datasets
import Foundation

extension DatasetsCommand {
    /// `bitfront datasets remove NAME`.
    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: "Remove an imported data set, or what has arrived of a download.",
            discussion: """
                Without --yes you are asked at a terminal; where nobody can be asked nothing is removed, what would be is said, and the \
                status is 2. Results that were trained on it stay.
                """)

        @Argument(help: "The data set's name.", completion: NameCompletion.datasets)
        var name: String

        @Flag(help: "Remove it.")
        var yes = false

        func run() throws {
            let library = DatasetLibrary.standard
            let size = try CommandFailure.catching { try library.byteCount(of: name) }
            let what = "data set '\(name)', \(DownloadDisplay.size(size)) in \(library.directory.path)"
            try Confirmation.removing(what, yes: yes)
            try CommandFailure.catching { try library.remove(name) }
            Output.write("removed \(what)\n")
        }
    }
}
