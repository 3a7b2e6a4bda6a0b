import FoundationEssentials

extension ExperimentRecord {
    /// The number formats of the trained network; nil for float32, or if the record does not say.
    public var quantizedLayers: QuantizedLayers? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return quantizationJSON.flatMap { try? decoder.decode(QuantizedLayers.self, from: Data($0.utf8)) }
    }
}
