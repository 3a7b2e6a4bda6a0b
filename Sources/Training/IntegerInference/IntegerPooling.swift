import Networks

/// A pooling in integers: the largest value of a window, or its sum and one rounded division.
struct IntegerPooling: Hashable, Sendable {
    /// The layer at its place.
    let layer: PlacedLayer
    let kind: Layer.Pooling
    let kernel: Int
    let stride: Int

    /// Pools the feature maps of one image: channel, row, column.
    func pool<Number: FixedWidthInteger & SignedInteger>(_ values: UnsafePointer<Number>, to result: UnsafeMutablePointer<Number>) {
        let (input, output) = (layer.input, layer.output)
        let relu = layer.layer.activation == .relu
        var target = result
        for channel in 0..<input.channels {
            let map = values + channel * input.height * input.width
            for row in 0..<output.height {
                let rows = (row * stride)..<min(row * stride + kernel, input.height)
                for column in 0..<output.width {
                    let columns = (column * stride)..<min(column * stride + kernel, input.width)
                    let value =
                        kind == .max ? Self.largest(map, rows, columns, input.width) : Self.mean(map, rows, columns, input.width)
                    target.pointee = relu ? max(0, value) : value
                    target += 1
                }
            }
        }
    }

    @inline(__always)
    private static func largest<Number: FixedWidthInteger & SignedInteger>(
        _ map: UnsafePointer<Number>, _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int
    ) -> Number {
        var largest = Number.min
        var row = rows.lowerBound
        while row < rows.upperBound {
            var column = columns.lowerBound
            while column < columns.upperBound {
                largest = max(largest, map[row * width + column])
                column += 1
            }
            row += 1
        }
        return largest
    }

    @inline(__always)
    private static func mean<Number: FixedWidthInteger & SignedInteger>(
        _ map: UnsafePointer<Number>, _ rows: Range<Int>, _ columns: Range<Int>, _ width: Int
    ) -> Number {
        var sum = Int128(0)
        var row = rows.lowerBound
        while row < rows.upperBound {
            var column = columns.lowerBound
            while column < columns.upperBound {
                sum += Int128(map[row * width + column])
                column += 1
            }
            row += 1
        }
        let count = max(1, rows.count * columns.count)
        guard sum.magnitude < 1 << 62 else {
            return Number(truncatingIfNeeded: RoundedDivision.quotient(sum, dividedBy: Int128(count)))
        }
        // A division of 128 bits is slow.
        return Number(truncatingIfNeeded: RoundedDivision.quotient(Int64(truncatingIfNeeded: sum), dividedBy: Int64(count)))
    }

    /// Whether single precision comes to the same, for codes of at most a magnitude.
    ///
    /// A maximum always does. The sum of n codes below 2^24 is held as it is; its n-th part is off by 2^-24 of itself at most,
    /// which moves it over no half unless it comes within 1/2n of one: as long as n codes stay below 2^23 it does not.
    func isExact(upTo magnitude: Int) -> Bool {
        kind == .max || Double(kernel) * Double(kernel) * Double(magnitude) < 0x1p23
    }
}
