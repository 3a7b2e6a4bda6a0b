import CKernels

/// The kernel library's engine; whatever is made with it keeps it alive.
final class KernelContext {
    let pointer: OpaquePointer

    /// Starts the engine.
    ///
    /// - Throws: `TrainingError.kernelFailed`.
    init() throws(TrainingError) {
        pointer = try KernelContext.make("kernel library") { bf_context_create($0) }
    }

    deinit {
        bf_context_destroy(pointer)
    }

    /// Calls a function of the library.
    ///
    /// - Throws: `TrainingError.kernelFailed` with the name of the operation, unless the status is `BF_OK`.
    static func check(_ operation: String, _ status: bf_status) throws(TrainingError) {
        switch status {
        case BF_OK: return
        case BF_NO_MEMORY: throw .kernelFailed(operation: operation, reason: .noMemory)
        case BF_BAD_SHAPE: throw .kernelFailed(operation: operation, reason: .badShape)
        case BF_UNSUPPORTED: throw .kernelFailed(operation: operation, reason: .unsupported)
        default: throw .kernelFailed(operation: operation, reason: .failed)
        }
    }

    /// Calls a function that makes something.
    static func make(
        _ operation: String, _ create: (UnsafeMutablePointer<OpaquePointer?>) -> bf_status
    ) throws(TrainingError) -> OpaquePointer {
        var result: OpaquePointer?
        try check(operation, create(&result))
        guard let result else { throw .kernelFailed(operation: operation, reason: .failed) }
        return result
    }

    /// A number as the library takes it.
    ///
    /// - Throws: `TrainingError.kernelFailed` if it does not fit.
    static func size(_ value: Int, _ operation: String) throws(TrainingError) -> Int32 {
        guard let size = Int32(exactly: value) else { throw .kernelFailed(operation: operation, reason: .badShape) }
        return size
    }
}
