/// A number as a person writes one, in decimal digits, with what its last digit is worth.
public struct DecimalNumber: Hashable, Sendable {
    /// The number.
    public let value: Double

    /// What one more of its last digit would add: 0.01 for `83.08`.
    public let unit: Double

    /// How many digits there are behind the point: 2 for `83.08`; negative where powers of ten are counted.
    public let decimals: Int

    /// Reads digits, with a sign, a point and an exponent or without; nil for anything else, hexadecimal numbers and infinities included.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ Self.digits.contains($0) || "+-.eE".utf8.contains($0) }), let value = Double(String(text)),
            value.isFinite
        else { return nil }
        let parts = bytes.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
        let digits = parts[0].firstIndex(of: UInt8(ascii: ".")).map { parts[0].endIndex - $0 - 1 } ?? 0
        let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        self.value = value
        // An exponent of any length is a number still, but none to calculate with.
        decimals = digits - min(max(exponent, -10_000), 10_000)
        unit = Double("1e\(-decimals)") ?? 0
    }

    private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

    /// Whether another number would be written so: it is at most half a unit of the last digit away.
    public func isWritten(for other: Double) -> Bool {
        // Half a unit and the ends of the stretch are binary numbers close to the decimal ones that are meant.
        (other - value).magnitude <= unit / 2 + max(other.magnitude, value.magnitude) * 1e-12
    }
}
