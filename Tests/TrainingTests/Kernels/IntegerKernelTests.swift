import CKernels
import Testing

@testable import Training

/// The loops over integers at every number of outputs, pixels and taps around their strides, against plain sums in whole numbers.
struct IntegerKernelTests {
    private struct Operands {
        let weights: [Int32]
        let windows: [Int32]
        let sums: [Int128]

        /// Random values of so many bits, sign included.
        init(outputs: Int, pixels: Int, row: Int, bits: Int) {
            var random = RandomSource(seed: UInt64(outputs * 10_000 + pixels * 100 + row))
            func values(_ count: Int) -> [Int32] {
                (0..<count).map { _ in Int32(truncatingIfNeeded: Int64(bitPattern: random.next()) >> Int64(64 - bits)) }
            }
            let (weights, windows) = (values(outputs * row), values(pixels * row))
            sums = (0..<(outputs * pixels)).map { index in
                (0..<row).reduce(0) { sum, tap in
                    sum + Int128(weights[index / pixels * row + tap]) * Int128(windows[index % pixels * row + tap])
                }
            }
            (self.weights, self.windows) = (weights, windows)
        }
    }

    private static let sizes = [(1, 1), (3, 2), (4, 5), (5, 1), (9, 3)]

    @Test("Sums of products in 32, 64 and 128 bits are exact at every number of taps", arguments: 0...40)
    func products(row: Int) {
        for (outputs, pixels) in Self.sizes {
            let narrow = Operands(outputs: outputs, pixels: pixels, row: row, bits: 13)
            var sums = [Int64](repeating: -1, count: outputs * pixels)
            bf_integer_products_narrow(
                narrow.weights.map { Int16($0) }, narrow.windows.map { Int16($0) }, outputs, pixels, row, &sums)
            #expect(sums.map { Int128($0) } == narrow.sums)

            let middle = Operands(outputs: outputs, pixels: pixels, row: row, bits: 29)
            bf_integer_products(middle.weights, middle.windows, outputs, pixels, row, &sums)
            #expect(sums.map { Int128($0) } == middle.sums)

            let wide = Operands(outputs: outputs, pixels: pixels, row: row, bits: 32)
            var wideSums = [bf_integer_wide](repeating: bf_integer_wide(low: 1, high: 1), count: outputs * pixels)
            bf_integer_products_wide(wide.weights, wide.windows, outputs, pixels, row, &wideSums)
            #expect(wideSums.map { Int128($0.high) << 64 | Int128($0.low) } == wide.sums)
        }
    }

    @Test("Sums of shifted and negated values are exact at every number of taps and pixels", arguments: 0...40)
    func shiftedSums(taps: Int) {
        for pixels in [1, 2, 7, 8, 16, 33] {
            var random = RandomSource(seed: UInt64(taps * 100 + pixels))
            let columns = (0..<max(1, taps * pixels)).map { _ in Int32(random.index(below: 1 << 20)) - (1 << 19) }
            let words = (0..<taps).map { UInt32($0) << 1 | UInt32(random.index(below: 2)) }
            // Two outputs: one of two groups with shifts of their own, one of all taps in one group.
            let half = UInt32(taps / 2)
            let all = words + words
            let bounds = [0, half, UInt32(taps), UInt32(2 * taps)]
            let groupShifts: [UInt8] = [3, 0, 11]
            let outputGroups: [UInt32] = [0, 2, 3]
            var expected = [Int64](repeating: 0, count: 2 * pixels)
            for (group, shift) in groupShifts.enumerated() {
                for word in all[Int(bounds[group])..<Int(bounds[group + 1])] {
                    for pixel in 0..<pixels {
                        let value = Int64(columns[Int(word >> 1) * pixels + pixel])
                        expected[(group < 2 ? 0 : pixels) + pixel] += (word & 1 == 1 ? -value : value) << Int64(shift)
                    }
                }
            }
            var sums = [Int64](repeating: -1, count: 2 * pixels)
            var wideSums = [bf_integer_wide](repeating: bf_integer_wide(low: 1, high: 1), count: 2 * pixels)
            all.withUnsafeBufferPointer { all in
                bounds.withUnsafeBufferPointer { bounds in
                    groupShifts.withUnsafeBufferPointer { groupShifts in
                        outputGroups.withUnsafeBufferPointer { outputGroups in
                            var shifts = bf_integer_shifts(
                                taps: all.baseAddress, group_taps: bounds.baseAddress, group_shifts: groupShifts.baseAddress,
                                output_groups: outputGroups.baseAddress)
                            var scratch = [Int32](repeating: 0, count: pixels)
                            bf_integer_shifted_sums(&shifts, columns, 2, pixels, &scratch, &sums)
                            var wideScratch = [Int64](repeating: 0, count: pixels)
                            bf_integer_shifted_sums_wide(&shifts, columns, 2, pixels, &wideScratch, &wideSums)
                        }
                    }
                }
            }
            #expect(sums == expected)
            #expect(wideSums.map { Int128($0.high) << 64 | Int128($0.low) } == expected.map { Int128($0) })
        }
    }
}
