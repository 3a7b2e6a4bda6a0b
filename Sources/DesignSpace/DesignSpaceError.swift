import Precision

/// Why a design space, or a question to it, cannot be had.
public enum DesignSpaceError: Error, Hashable, Sendable {
    /// Text that is not `NETWORK/PRECISION`.
    case malformedPoint(String)
    /// A precision that cannot be had.
    case precision(PrecisionError)
    /// A name that nothing has, and the names there are.
    case unknown(what: String, name: String, known: [String])
    /// A network that the study gives no data set, so that one has to be named.
    case noDataset(network: String)
}

extension DesignSpaceError: CustomStringConvertible {
    /// What went wrong, the value, and what would do.
    public var description: String {
        switch self {
        case .malformedPoint(let text):
            "'\(text)' is not a design point: write NETWORK/PRECISION, as alex++/pow2, or with @layer as alex/fixed4@layer"
        case .precision(let error):
            error.description
        case .unknown(let what, let name, let known):
            "there is no \(what) '\(name)': "
                + (NearMiss.suggestion(for: name, among: known).map { "did you mean '\($0)'? There are " } ?? "there are ")
                + known.joined(separator: ", ")
        case .noDataset(let network):
            "the study names no data set for '\(network)': give one with --dataset"
        }
    }
}
