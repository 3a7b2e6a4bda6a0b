import DesignSpace

extension EvaluatedStudy {
    /// The row of a point that a command line names: the first that has the data set and the source, or one that is priced for it where
    /// the study does not list the point.
    ///
    /// - Throws: `CommandFailure` with status 64 if there is none.
    func row(
        of reference: PointReference, on dataset: String?, from source: Accuracy.Source?
    ) throws(CommandFailure) -> EvaluatedPoint {
        let dataset = dataset.map { (try? study.datasetName($0)) ?? $0 }
        let rows = rows(of: reference).filter { dataset == nil || $0.point.dataset == dataset }
        if rows.isEmpty, source == nil, let row = unlisted(reference, on: dataset) { return row }
        guard let row = rows.first(where: { source == nil || $0.accuracy?.source == source }) else {
            let reason = (source.map { "has no \($0.rawValue) accuracy" } ?? "has no row") + (dataset.map { " on \($0)" } ?? "")
            throw CommandFailure(
                .usage, "\(reference.name) \(reason) in study '\(study.name)': bitfront table lists the points there are")
        }
        return row
    }
}
