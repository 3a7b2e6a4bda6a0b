import Datasets
import DesignSpace

extension Study {
    /// The name of a data set that a person may have called by its title, as `CIFAR-10`, or written in another way, as `digits:0.70`.
    ///
    /// - Parameter others: names of data sets besides the study's.
    /// - Returns: the text itself if it calls none of them.
    /// - Throws: `DatasetError` for a procedural data set that cannot be made.
    func datasetName(_ text: String, among others: [String] = []) throws(DatasetError) -> String {
        if benchmarks.contains(where: { $0.dataset == text }) || others.contains(text) { return text }
        if let procedural = try ProceduralName(parsing: text.lowercased()) { return procedural.text }
        let benchmark = benchmarks.first { DatasetName.isSame($0.dataset, text) || DatasetName.isSame($0.title, text) }
        return benchmark?.dataset ?? others.first { DatasetName.isSame($0, text) } ?? text
    }

    /// The study's data set that a person calls so.
    ///
    /// - Throws: `CommandFailure` with status 64 if it has none of that name.
    func dataset(named name: String) throws(CommandFailure) -> String {
        let wanted = (try? datasetName(name)) ?? name
        guard benchmarks.contains(where: { $0.dataset == wanted }) else {
            let known = benchmarks.map(\.dataset).joined(separator: ", ")
            throw CommandFailure(.usage, "study '\(self.name)' has no data set '\(name)': it has \(known)")
        }
        return wanted
    }
}
