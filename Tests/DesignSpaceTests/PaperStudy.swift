import DesignSpace
import ShippedPresets

/// The shipped catalogue and the study of the paper, as the tests of this module use them.
enum PaperStudy {
    static func catalogue() throws -> Catalogue { try ShippedPresets.catalogue() }

    static func study() throws -> Study { try catalogue().study("hashemi2017") }

    static func evaluated() throws -> EvaluatedStudy { try EvaluatedStudy(study(), in: catalogue()) }

    static func rows() throws -> [EvaluatedPoint] { try evaluated().rows }
}
