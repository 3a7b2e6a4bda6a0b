import Precision

/// A design point as a person names it: `NETWORK/PRECISION`, with `@layer` for one radix point per layer.
public struct PointReference: Hashable, Sendable {
    /// The network's name.
    public let network: String

    /// The precision.
    public let precision: Precision

    /// Where radix points stand.
    public let radix: RadixPolicy

    /// Makes a reference.
    public init(network: String, precision: Precision, radix: RadixPolicy = .global) {
        self.network = network
        self.precision = precision
        self.radix = radix
    }

    /// Reads a reference, as `alex/fixed4@layer`.
    ///
    /// - Throws: `DesignSpaceError.malformedPoint` or `.precision` with what was found.
    public init(parsing text: String) throws(DesignSpaceError) {
        guard let slash = text.firstIndex(of: "/"), slash != text.startIndex else { throw .malformedPoint(text) }
        network = String(text[..<slash])
        let rest = text[text.index(after: slash)...].split(separator: "@", omittingEmptySubsequences: false)
        switch rest.count {
        case 1: radix = .global
        case 2:
            guard let policy = RadixPolicy(rawValue: String(rest[1])) else { throw .malformedPoint(text) }
            radix = policy
        default: throw .malformedPoint(text)
        }
        do {
            precision = try Precision(parsing: String(rest[0]))
        } catch {
            throw .precision(error)
        }
    }

    /// The reference as `init(parsing:)` reads it.
    public var name: String {
        var name = ""
        append(to: &name)
        return name
    }

    /// Appends the name to a text.
    func append(to text: inout String) {
        text += network
        text += "/"
        text += precision.name
        if radix == .layer { text += "@layer" }
    }
}
