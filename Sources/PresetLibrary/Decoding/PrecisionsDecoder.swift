import DesignSpace
import Precision

extension FieldReader {
    /// Reads a file of named precisions, each with its place.
    mutating func precisionList() -> [(precision: Catalogue.NamedPrecision, position: PresetProblem.Position)] {
        let source = text("source")
        return list("precisions") { fields in
            let precision = fields.precision("name")
            let summary = fields.text("summary")
            let own = fields.text("source", isOptional: true)
            guard let precision, let summary, let source = own ?? source else { return nil }
            return (Catalogue.NamedPrecision(precision: precision, summary: summary, source: source), fields.position)
        }
    }
}
