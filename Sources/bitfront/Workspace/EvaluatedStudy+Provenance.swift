import DesignSpace
import Explorer
import HardwareModel

extension EvaluatedStudy {
    /// Where the figures of a data set's rows come from, for the foot of an image: the facts that an export of the explorer gives too.
    func provenance(of dataset: String) -> [String] {
        let rows = rows.filter { $0.point.dataset == dataset }
        let seeds = Set(rows.flatMap { $0.runs.map(\.spec.seed) }).sorted().map(String.init)
        return ["study \(study.name)", "dataset \(dataset)", "accelerator \(accelerator.name)"]
            + (rows.first.map { ["accounting \($0.evaluation.accounting.rawValue)"] } ?? [])
            + (seeds.isEmpty ? [] : ["seeds \(seeds.joined(separator: ", "))"]) + ["version \(BitfrontVersion.current)"]
    }
}
