import DesignSpace
import ExperimentStore
import Foundation
import PresetLibrary

extension Workspace {
    /// Everything that is known of accuracies besides what papers say.
    struct Results: Equatable {
        /// Runs: the store's, and shipped ones of experiments that the store has no result of.
        var records: [ExperimentRecord] = []
        /// What a user has brought.
        var imported: [ImportedAccuracy] = []
        /// What cannot be read, in words.
        var problems: [String] = []

        /// Says the problems on standard error.
        func reportProblems() {
            for problem in problems { Diagnostics.write("bitfront: \(problem)") }
        }
    }

    /// The runs of the store and those that came with the program; what cannot be read is said on standard error.
    func records(withHistory: Bool = false) throws(CommandFailure) -> [ExperimentRecord] {
        let results = try results(withHistory: withHistory)
        results.reportProblems()
        return results.records
    }
}
