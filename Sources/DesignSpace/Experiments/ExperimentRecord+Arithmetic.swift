#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ExperimentRecord {
    /// What integers made of it; nil for float32, and where it was not measured.
    ///
    /// Kept as text, so that a list of thousands of records does not read it for each.
    public var arithmetic: ArithmeticReport? {
        get { arithmeticJSON.flatMap { try? JSONDecoder().decode(ArithmeticReport.self, from: Data($0.utf8)) } }
        set { arithmeticJSON = newValue.flatMap(Self.text) }
    }

    private static func text(of report: ArithmeticReport) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(report)).map { String(decoding: $0, as: UTF8.self) }
    }
}
