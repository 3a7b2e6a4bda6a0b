#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ExperimentRecord {
    /// The record as one line of JSON without its end, keys in alphabetical order: what files of results consist of.
    ///
    /// - Throws: `EncodingError` for a number that JSON cannot hold.
    public func line() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
