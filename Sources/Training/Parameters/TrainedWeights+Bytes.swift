extension TrainedWeights {
    private static let magic: UInt64 = 0x3130_3057_5446_4942  // "BIFTW001"
    private static let what = "weights"
    private static let mostTensors = 4_096
    private static let mostNameBytes = 1_024

    /// The weights as bytes: little-endian, a heading, for each tensor its name, extents and values, and a checksum.
    public func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.write(Self.magic)
        writer.write(UInt64(tensors.count))
        for tensor in tensors {
            writer.write(tensor.name)
            writer.write(UInt64(tensor.extents.count))
            for extent in tensor.extents { writer.write(UInt64(extent)) }
            writer.write(tensor.values)
        }
        return writer.finished()
    }

    /// Reads weights from the bytes of `encoded`.
    ///
    /// - Throws: `TrainingError.unreadable` for anything else: nothing is allocated beyond the size of the bytes.
    public init(decoding bytes: [UInt8]) throws(TrainingError) {
        var reader = try ByteReader(bytes, what: Self.what)
        guard try reader.readInteger() == Self.magic else { throw reader.problem("not this program's \(Self.what)") }
        let count = try reader.readCount(most: Self.mostTensors)
        var tensors: [Tensor] = []
        for _ in 0..<count {
            let name = try reader.readText(most: Self.mostNameBytes)
            var extents: [Int] = []
            for _ in 0..<(try reader.readCount(most: 4)) {
                extents.append(try reader.readCount(most: ParameterLayout.largestCount))
            }
            let values = try reader.readFloats()
            guard values.count == Self.product(of: extents) else {
                throw reader.problem("\(values.count) values for extents \(extents)")
            }
            tensors.append(Tensor(name: name, extents: extents, values: values))
        }
        try reader.finish()
        self.init(tensors: tensors)
    }

    /// The product of extents; nil if it overflows.
    private static func product(of extents: [Int]) -> Int? {
        var product = 1
        for extent in extents {
            let next = product.multipliedReportingOverflow(by: extent)
            guard !next.overflow else { return nil }
            product = next.partialValue
        }
        return product
    }
}
