import Datasets
import DesignSpace

extension Study {
    /// The study's data set of a name, which a person may have written in another way than the study does, as `digits:0.70`.
    ///
    /// - Throws: `CommandFailure` with status 64 if it has none of that name.
    func dataset(named name: String) throws(CommandFailure) -> String {
        let wanted = (try? ProceduralName.canonical(name)) ?? name
        guard benchmarks.contains(where: { $0.dataset == wanted }) else {
            let known = benchmarks.map(\.dataset).joined(separator: ", ")
            throw CommandFailure(.usage, "study '\(self.name)' has no data set '\(name)': it has \(known)")
        }
        return wanted
    }
}
