import Precision

extension PublishedFigures {
    /// What a study prints of a row and of the accelerator behind it.
    init(_ row: PublishedStudy.PointRow, in study: PublishedStudy) {
        self.init(precision: row.point.precision, in: study)
        add(row)
    }

    private mutating func add(_ row: PublishedStudy.PointRow) {
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
