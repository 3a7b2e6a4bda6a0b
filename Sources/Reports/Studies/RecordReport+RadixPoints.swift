import DesignSpace

extension RecordReport {
    /// Where the radix points are and how large weights may be, layer by layer; nil for float32, or if the record does not say.
    var radixPoints: String? {
        guard let quantized = record.quantizedLayers else { return nil }
        let layers = quantized.layers.map { [$0.layer, Self.text(of: $0.weightFormat), Self.text(of: $0.output)] }
        return TextTable(
            headings: [.init("layer"), .init("weights"), .init("feature maps")],
            rows: [["input", "", Self.text(of: quantized.input)]] + layers
        ).rendered(as: .text)
    }

    static func text(of format: QuantizedLayers.Format?) -> String {
        if let exponent = format?.exponent { return "±2^\(exponent)" }
        guard let bits = format?.bits else { return "float32" }
        if let largest = format?.largestExponent { return "\(bits.counted("bit")), ±2^n up to 2^\(largest)" }
        return "\(bits.counted("bit")), \(format?.fractionBits ?? 0) after the radix point"
    }
}
