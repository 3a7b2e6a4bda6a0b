import HardwareModel

extension EvaluatedStudy {
    /// A point that the study has no row of, priced as its rows are; nil for a network of which it has no row at all.
    ///
    /// - Parameter dataset: the data set; nil for the first that has rows of the network.
    public func unlisted(_ reference: PointReference, on dataset: String? = nil) -> EvaluatedPoint? {
        let sibling = rows.first {
            $0.point.network == reference.network && (dataset == nil || $0.point.dataset == dataset)
        }
        guard let sibling else { return nil }
        let point = DesignPoint(
            network: reference.network, dataset: sibling.point.dataset, precision: reference.precision, radix: reference.radix)
        let design = EvaluatedPoint.PricedDesign(
            point: point,
            evaluation: Evaluation(
                network: sibling.evaluation.network, precision: reference.precision, accelerator: accelerator,
                accounting: sibling.evaluation.accounting),
            published: PublishedFigures(precision: reference.precision, in: study.published), baseline: sibling.baseline)
        let evidence = EvaluatedPoint.Evidence(provenance: nil, state: .notRun, runs: [], baselineAccuracy: nil)
        return EvaluatedPoint(index: rows.count, Shared(design), percent: nil, Shared(evidence))
    }
}
