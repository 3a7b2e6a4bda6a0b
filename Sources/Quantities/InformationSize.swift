/// An amount of memory; its base unit is the bit.
public struct InformationSize: Quantity {
    /// The size in bits.
    public let baseValue: Double

    /// Makes a size from bits.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Makes a size from bits.
    public static func bits(_ value: Int) -> InformationSize { InformationSize(baseValue: Double(value)) }

    /// The size in bits.
    public var bits: Double { baseValue }

    /// The size in bytes of 8 bits.
    public var bytes: Double { baseValue / 8 }

    /// The size in kibibytes (1,024 bytes).
    public var kibibytes: Double { bytes / 1024 }

    /// The size in the unit that Hashemi et al. (Section V-B) call "KB": bytes / 2^20 * 1000.
    ///
    /// Found from the published memory footprints; no other unit comes within 3 % of them.
    public var paperKilobytes: Double { bytes / 1_048_576 * 1000 }
}
