import CKernels
import Networks

/// The feature maps of a part of a batch, or their gradients, in a layout of the kernels' choice.
final class FeatureMaps {
    let pointer: OpaquePointer
    private let context: KernelContext

    /// The values as they are stored; padding that a layout may have is zero and has to stay zero.
    let values: UnsafeMutableBufferPointer<Float>

    private init(_ pointer: OpaquePointer, context: KernelContext) throws(TrainingError) {
        guard let base = bf_tensor_values(pointer) else {
            bf_tensor_destroy(pointer)
            throw .kernelFailed(operation: "feature maps", reason: .failed)
        }
        self.pointer = pointer
        self.context = context
        values = UnsafeMutableBufferPointer(start: base, count: bf_tensor_stored_count(pointer))
    }

    /// Makes plain feature maps (image, channel, row, column) of zeros.
    convenience init(images: Int, shape: Shape, context: KernelContext) throws(TrainingError) {
        let images = try KernelContext.size(images, "feature maps")
        let channels = try KernelContext.size(shape.channels, "feature maps")
        let height = try KernelContext.size(shape.height, "feature maps")
        let width = try KernelContext.size(shape.width, "feature maps")
        let pointer = try KernelContext.make("feature maps") {
            bf_tensor_create(context.pointer, images, channels, height, width, $0)
        }
        try self.init(pointer, context: context)
    }

    /// Makes feature maps of zeros in the shape and layout of others.
    convenience init(like other: FeatureMaps) throws(TrainingError) {
        let context = other.context
        let pointer = try KernelContext.make("feature maps") { bf_tensor_create_like(context.pointer, other.pointer, $0) }
        try self.init(pointer, context: context)
    }

    /// Makes feature maps of zeros for a layer's output.
    convenience init(outputOf layer: LayerKernel) throws(TrainingError) {
        let context = layer.context
        let pointer = try KernelContext.make("feature maps") { bf_layer_create_output(context.pointer, layer.pointer, $0) }
        try self.init(pointer, context: context)
    }

    deinit {
        bf_tensor_destroy(pointer)
    }

    /// Copies the values into a plain array, which must have room for all of them.
    func read(into plain: UnsafeMutablePointer<Float>) throws(TrainingError) {
        try KernelContext.check("reading feature maps", bf_tensor_read(context.pointer, pointer, plain))
    }

    /// Copies the values from a plain array, which must hold all of them.
    func write(from plain: UnsafePointer<Float>) throws(TrainingError) {
        try KernelContext.check("writing feature maps", bf_tensor_write(context.pointer, pointer, plain))
    }
}
