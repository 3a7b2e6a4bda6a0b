import DesignSpace

extension ExperimentPlan {
    /// Checks that the results which the plan takes from the store come from the images that the data set holds today: under the same
    /// name others may have been imported since, and neither an accuracy nor a parent's weights of those is what was asked for.
    ///
    /// - Parameter datasetSHA256: the digest of the data set's images; nil if it is not known, and then nothing is checked.
    /// - Throws: `ExperimentsError.otherImages` for the first result of others.
    public func checkImages(_ datasetSHA256: String?) throws(ExperimentsError) {
        guard let datasetSHA256 else { return }
        for step in steps where !step.needsWorker {
            guard let record = step.record, let trainedOn = record.datasetSHA256, trainedOn != datasetSHA256 else { continue }
            throw .otherImages(
                point: step.spec.point.reference.name, dataset: step.spec.dataset, trainedOn: trainedOn, found: datasetSHA256)
        }
    }
}
