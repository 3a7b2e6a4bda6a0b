import CKernels
import Networks

/// The kernels of one layer, forward and backward, for a fixed number of images, with their own copy of the parameters.
final class LayerKernel {
    let pointer: OpaquePointer
    let context: KernelContext
    private let name: String

    /// Makes the kernels of a layer behind feature maps, with a ReLU inside if `relu` (layers with weights only).
    ///
    /// - Throws: `TrainingError.kernelFailed` with the layer's name.
    init(_ layer: PlacedLayer, source: FeatureMaps, relu: Bool, context: KernelContext) throws(TrainingError) {
        let name = "layer '\(layer.name)'"
        func size(_ value: Int) throws(TrainingError) -> Int32 { try KernelContext.size(value, name) }
        switch layer.layer.kind {
        case .convolution(let kernel, let outputChannels, let stride, let padding):
            let (kernel, outputChannels) = (try size(kernel), try size(outputChannels))
            let (stride, padding) = (try size(stride), try size(padding))
            pointer = try KernelContext.make(name) {
                bf_convolution_create(
                    context.pointer, source.pointer, kernel, outputChannels, stride, padding, relu ? 1 : 0, $0)
            }
        case .innerProduct(let outputs):
            let outputs = try size(outputs)
            pointer = try KernelContext.make(name) {
                bf_inner_product_create(context.pointer, source.pointer, outputs, relu ? 1 : 0, $0)
            }
        case .pooling(let pooling, let kernel, let stride):
            let (kernel, stride) = (try size(kernel), try size(stride))
            let (height, width) = (try size(layer.output.height), try size(layer.output.width))
            pointer = try KernelContext.make(name) {
                bf_pooling_create(
                    context.pointer, source.pointer, pooling == .max ? BF_POOLING_MAX : BF_POOLING_AVERAGE, kernel, stride,
                    height, width, $0)
            }
        }
        self.context = context
        self.name = name
    }

    deinit {
        bf_layer_destroy(pointer)
    }

    /// Takes over plain weights (output channel, input channel, row, column) and biases.
    func setParameters(weights: UnsafePointer<Float>, biases: UnsafePointer<Float>) throws(TrainingError) {
        try KernelContext.check(name, bf_layer_set_parameters(context.pointer, pointer, weights, biases))
    }

    /// Computes the output.
    func forward(_ source: FeatureMaps, to output: FeatureMaps) throws(TrainingError) {
        try KernelContext.check(name, bf_layer_forward(context.pointer, pointer, source.pointer, output.pointer))
    }

    /// Computes the gradients of the parameters into plain arrays.
    func parameterGradients(
        source: FeatureMaps, outputGradient: FeatureMaps, weights: UnsafeMutablePointer<Float>,
        biases: UnsafeMutablePointer<Float>
    ) throws(TrainingError) {
        try KernelContext.check(
            name,
            bf_layer_parameter_gradients(
                context.pointer, pointer, source.pointer, outputGradient.pointer, weights, biases))
    }

    /// Computes the gradient of the source.
    func sourceGradient(outputGradient: FeatureMaps, to sourceGradient: FeatureMaps) throws(TrainingError) {
        try KernelContext.check(
            name,
            bf_layer_source_gradient(context.pointer, pointer, outputGradient.pointer, sourceGradient.pointer))
    }
}
