/// A variable of a MATLAB file as its tags describe it; its values follow those tags, and there are as many as they promise.
struct MATVariable: Hashable, Sendable {
    /// What a variable's values are for MATLAB (`mxClassID`).
    enum Class: Int, Sendable {
        case text = 4
        case double = 6
        case single, int8, uint8, int16, uint16, int32, uint32, int64, uint64
    }

    /// How values lie in the file (`miINT8` and so on): MATLAB stores numbers in the smallest type that holds them.
    enum Storage: UInt32, Sendable {
        case int8 = 1
        case uint8, int16, uint16, int32, uint32, single
        case double = 9
        case int64 = 12
        case uint64, utf8 = 16
        case utf16, utf32

        /// Bytes of one value.
        var byteCount: Int {
            switch self {
            case .int8, .uint8, .utf8: 1
            case .int16, .uint16, .utf16: 2
            case .int32, .uint32, .single, .utf32: 4
            case .double, .int64, .uint64: 8
            }
        }
    }

    /// The name; that of a file is not to be trusted.
    let name: String
    let kind: Class
    let storage: Storage
    /// The extents, in the order in which values lie side by side.
    let extents: [Int]
    /// The bytes of the values in the file, decompressed.
    let byteCount: Int
    /// The byte of the file at which the variable begins.
    let offset: Int

    /// The number of values: at most `ReadingLimits.largestByteCount`.
    var count: Int { extents.reduce(1, *) }
}

extension MATVariable.Storage {
    /// Whether the values are numbers and not text.
    var isNumeric: Bool {
        switch self {
        case .utf8, .utf16, .utf32: false
        default: true
        }
    }
}
