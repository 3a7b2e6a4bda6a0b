import DesignSpace
import Recipes

/// Finished runs with made-up accuracies, to put beside the paper's.
enum Runs {
    static func record(
        _ point: String, _ dataset: String, percent: Double?, seed: UInt64 = 1, recipe name: String = "strong",
        converged: Bool = true
    ) throws -> ExperimentRecord {
        let reference = try PointReference(parsing: point)
        let catalogue = try PaperStudy.catalogue()
        var recipe = try catalogue.recipe("strong")
        recipe.name = name
        let spec = ExperimentSpec(
            network: reference.network, networkFingerprint: try catalogue.network(reference.network).fingerprint, dataset: dataset,
            precision: reference.precision, radix: reference.radix, recipe: recipe, seed: seed)
        var record = ExperimentRecord(
            spec: spec, status: converged ? .done : .notConverged, engineVersion: "test", cpu: "test", threads: 1,
            createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = percent
        record.testImages = 9000
        return record
    }

    static func reproduction(_ records: [ExperimentRecord], study: String = "default") throws -> Reproduction {
        let catalogue = try PaperStudy.catalogue()
        return try Reproduction(of: catalogue.study(study), records: records, in: catalogue)
    }
}
