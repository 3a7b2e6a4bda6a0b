import HardwareModel
import Precision

/// A network for a data set at a precision: what is designed, before anything is known of it.
public struct DesignPoint: Hashable, Sendable {
    /// What a point is made of, what tells two of them apart soonest first; a study has it in common for many thousand rows.
    private struct Content: Hashable {
        let precision: Precision
        let radix: RadixPolicy
        let network: String
        let dataset: String

        /// Hashes all but the radix policy, of which there are two.
        func hash(into hasher: inout Hasher) {
            hasher.combine(precision)
            hasher.combine(network)
            hasher.combine(dataset)
        }
    }

    private let content: Shared<Content>

    /// The network's name.
    public var network: String { content.value.network }

    /// The data set's name.
    public var dataset: String { content.value.dataset }

    /// The precision of every layer.
    public var precision: Precision { content.value.precision }

    /// Where radix points stand.
    public var radix: RadixPolicy { content.value.radix }

    /// Makes a point.
    public init(network: String, dataset: String, precision: Precision, radix: RadixPolicy = .global) {
        content = Shared(Content(precision: precision, radix: radix, network: network, dataset: dataset))
    }

    /// The place of its precision in the order of a table: by family, then by weight bits, data bits, radix policy.
    var precisionRank: UInt64 {
        UInt64(precision.familyPlace) << 32 | UInt64(precision.weightBits) << 16 | UInt64(precision.dataBits) << 8
            | (radix == .layer ? 1 : 0)
    }

    /// The point without its data set, as a person names it.
    public var reference: PointReference { PointReference(network: network, precision: precision, radix: radix) }
}
