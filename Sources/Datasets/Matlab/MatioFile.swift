import CMatio

/// A MATLAB file in the hands of libmatio; the owner of its C state.
///
/// Only for files that `MATScanner` has found to be sound: libmatio takes memory as the file's own sizes say.
struct MatioFile: ~Copyable {
    private let path: String
    private let handle: OpaquePointer

    /// Opens a file.
    ///
    /// - Throws: `DatasetError.system`.
    init(path: String) throws(DatasetError) {
        var reason: UnsafePointer<CChar>?
        guard let handle = bf_matio_open(path, &reason) else {
            throw .system(operation: "read", path: path, reason: reason.map { String(cString: $0) } ?? "unknown")
        }
        self.path = path
        self.handle = handle
    }

    deinit { bf_matio_close(handle) }

    /// The values of a variable whose class is `uint8`.
    ///
    /// - Throws: `DatasetError.damagedMatlabFile`.
    func bytes(of variable: MATVariable) throws(DatasetError) -> [UInt8] {
        try values(of: variable, from: 0, count: variable.count, 0)
    }

    /// Some of the values of a variable whose class is `double`.
    ///
    /// - Throws: `DatasetError.damagedMatlabFile`.
    func numbers(of variable: MATVariable, in range: Range<Int>) throws(DatasetError) -> [Double] {
        try values(of: variable, from: range.lowerBound, count: range.count, 0)
    }

    /// Reads values; what libmatio sees has to be what was found sound.
    private func values<Value>(
        of variable: MATVariable, from start: Int, count: Int, _ zero: Value
    ) throws(DatasetError) -> [Value] {
        var status: Int32 = 0
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, used in
            buffer.initialize(repeating: zero)
            status = bf_matio_read(
                handle, variable.name, variable.extents, Int32(variable.extents.count), Int32(variable.kind.rawValue), Int32(start),
                Int32(count), buffer.baseAddress)
            used = status == 0 ? count : 0
        }
        guard status == 0 else {
            throw .damagedMatlabFile(
                file: path, offset: variable.offset, reason: "libmatio cannot read '\(variable.name)'")
        }
        return values
    }
}
