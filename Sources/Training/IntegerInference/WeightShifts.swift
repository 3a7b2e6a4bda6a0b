import CKernels

/// Power-of-two and binary weights as what the accelerator does with them: which values are added and subtracted at which shift.
struct WeightShifts: Hashable, Sendable {
    /// Twice the tap, plus one where it is subtracted; weights of zero do not occur.
    let taps: [UInt32]
    /// Where each group's taps start, and the end.
    let groupTaps: [UInt32]
    /// How far each group's sum is shifted.
    let groupShifts: [UInt8]
    /// Where each output's groups start, and the end.
    let outputGroups: [UInt32]

    /// Groups the weights of each output by their shift.
    ///
    /// - Parameters:
    ///   - weights: signs, and shifts from 1 on; 0 for a weight of zero. One row an output.
    ///   - row: the taps of an output.
    ///   - first: the code of the weight that is not shifted.
    init(codes: [Int32], row: Int, first: Int32) {
        var taps: [UInt32] = []
        var groupTaps: [UInt32] = []
        var groupShifts: [UInt8] = []
        var outputGroups: [UInt32] = [0]
        taps.reserveCapacity(codes.count)
        for start in stride(from: 0, to: codes.count, by: max(1, row)) {
            var byShift: [[UInt32]] = []
            for tap in 0..<row where codes[start + tap] != 0 {
                let code = codes[start + tap]
                let shift = Int(code.magnitude) - Int(first)
                while byShift.count <= shift { byShift.append([]) }
                byShift[shift].append(UInt32(truncatingIfNeeded: tap) << 1 | (code < 0 ? 1 : 0))
            }
            for (shift, group) in byShift.enumerated() where !group.isEmpty {
                groupTaps.append(UInt32(truncatingIfNeeded: taps.count))
                groupShifts.append(UInt8(truncatingIfNeeded: shift))
                taps += group
            }
            outputGroups.append(UInt32(truncatingIfNeeded: groupShifts.count))
        }
        groupTaps.append(UInt32(truncatingIfNeeded: taps.count))
        (self.taps, self.groupTaps, self.groupShifts, self.outputGroups) = (taps, groupTaps, groupShifts, outputGroups)
    }

    /// Lends the table to the kernels.
    func withTable(_ body: (UnsafePointer<bf_integer_shifts>) -> Void) {
        taps.withUnsafeBufferPointer { taps in
            groupTaps.withUnsafeBufferPointer { groupTaps in
                groupShifts.withUnsafeBufferPointer { groupShifts in
                    outputGroups.withUnsafeBufferPointer { outputGroups in
                        var table = bf_integer_shifts(
                            taps: taps.baseAddress, group_taps: groupTaps.baseAddress, group_shifts: groupShifts.baseAddress,
                            output_groups: outputGroups.baseAddress)
                        body(&table)
                    }
                }
            }
        }
    }
}
