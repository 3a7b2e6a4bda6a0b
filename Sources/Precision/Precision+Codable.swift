extension Precision: Codable {
    /// Reads the precision's `name`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` with the words of the `PrecisionError`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            self = try Precision(parsing: container.decode(String.self))
        } catch let error as PrecisionError {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
        }
    }

    /// Writes the precision's `name`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(name)
    }
}
