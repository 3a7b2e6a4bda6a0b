import DesignSpace
import ExperimentStore
import Experiments
import HardwareModel
import Quantities

extension Workspace {
    /// Tells how long experiments will take on this machine.
    func timeEstimator(_ records: [ExperimentRecord], facts: DatasetFacts, threads: Int) -> TimeEstimator {
        TimeEstimator(
            records: records, networks: catalogue.networks, trainingImages: facts.trainingImages, processor: Processor.name,
            threads: threads)
    }

    /// Judges how much a point could add to the frontier, by everything that is known of accuracies.
    func frontierChance(_ results: Results, study: Study) -> FrontierChance {
        var known: [(DesignPoint, Double?)] = study.published.points.map { ($0.point, $0.accuracyPercent) }
        known += results.records.filter(\.status.isFinal).map { ($0.spec.point, $0.testAccuracyPercent) }
        known += results.imported.map { ($0.point, $0.accuracyPercent) }
        return FrontierChance(
            known.compactMap { point, percent in
                guard let percent, let cost = microjoules(of: point) else { return nil }
                return FrontierChance.Known(point: point, cost: cost, percent: percent)
            })
    }

    /// The modelled energy of an image, in µJ; nil for a network that is not among the presets.
    func microjoules(of point: DesignPoint) -> Double? { try? evaluation(of: point.reference).energy.microjoules }
}
