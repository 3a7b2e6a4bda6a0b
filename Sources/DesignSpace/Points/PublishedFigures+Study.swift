import Precision

extension PublishedFigures {
    /// What a study prints of a point and of the accelerator behind it.
    init(_ row: PublishedStudy.PointRow, in study: PublishedStudy) {
        self.init(precision: row.point.precision, in: study)
        // The tables have one radix policy, the paper's: a point with another shares its cost, not its accuracy.
        guard row.point.radix == .global else { return }
        accuracyPercent = row.accuracyPercent
        energy = row.energy
        pointSource = row.source
    }

    /// What a study prints of an accelerator.
    init(precision: Precision, in study: PublishedStudy) {
        let design = study.design(of: precision)
        self.init(area: design?.area, power: design?.power, designSource: design == nil ? "" : study.designSource)
    }
}
