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
        guard let handle = Mat_Open(path, Int32(MAT_ACC_RDONLY.rawValue)) else {
            throw .system(operation: "read", path: path, reason: "libmatio cannot open it")
        }
        self.path = path
        self.handle = handle
    }

    deinit { Mat_Close(handle) }

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

    private func values<Value>(
        of variable: MATVariable, from start: Int, count: Int, _ zero: Value
    ) throws(DatasetError) -> [Value] {
        guard let information = Mat_VarReadInfo(handle, variable.name) else { throw damage(variable) }
        defer { Mat_VarFree(information) }
        // What libmatio sees has to be what was found sound.
        let extents = (0..<Int(information.pointee.rank)).map { information.pointee.dims[$0] }
        guard extents == variable.extents, Int(information.pointee.class_type.rawValue) == variable.kind.rawValue else {
            throw damage(variable)
        }
        var status: Int32 = 0
        let values = [Value](unsafeUninitializedCapacity: count) { buffer, used in
            buffer.initialize(repeating: zero)
            status = Mat_VarReadDataLinear(handle, information, buffer.baseAddress, Int32(start), 1, Int32(count))
            used = status == 0 ? count : 0
        }
        guard status == 0 else { throw damage(variable) }
        return values
    }

    private func damage(_ variable: MATVariable) -> DatasetError {
        .damagedMatlabFile(file: path, offset: variable.offset, reason: "libmatio cannot read '\(variable.name)'")
    }
}
