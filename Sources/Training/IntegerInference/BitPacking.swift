/// Numbers of a few bits side by side in bytes, from the lowest bit of the first byte on.
enum BitPacking {
    /// The bytes that a number of patterns takes; nil if that cannot be said in an Int.
    static func byteCount(_ count: Int, bits: Int) -> Int? {
        let product = count.multipliedReportingOverflow(by: bits)
        return product.overflow ? nil : product.partialValue / 8 + (product.partialValue % 8 == 0 ? 0 : 1)
    }

    /// Packs patterns of up to eight bits.
    static func pack(_ patterns: [UInt8], bits: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        var (buffer, filled) = (UInt32(0), 0)
        for pattern in patterns {
            buffer |= UInt32(pattern) << UInt32(filled)
            filled += bits
            while filled >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: buffer))
                buffer >>= 8
                filled -= 8
            }
        }
        if filled > 0 { bytes.append(UInt8(truncatingIfNeeded: buffer)) }
        return bytes
    }

    /// Unpacks patterns; as many as there are bytes for, if there are too few.
    static func unpack(_ bytes: [UInt8], bits: Int, count: Int) -> [UInt8] {
        var patterns: [UInt8] = []
        patterns.reserveCapacity(min(count, bytes.count * 8 / max(1, bits)))
        var (buffer, filled) = (UInt32(0), 0)
        for byte in bytes {
            buffer |= UInt32(byte) << UInt32(filled)
            filled += 8
            while filled >= bits, patterns.count < count {
                patterns.append(UInt8(truncatingIfNeeded: buffer & ((1 << UInt32(bits)) - 1)))
                buffer >>= UInt32(bits)
                filled -= bits
            }
            if patterns.count == count { break }
        }
        return patterns
    }
}
