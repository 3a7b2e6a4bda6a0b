extension Layer.Kind {
    /// The layer as the paper's tables write it: `conv 5×5×20`, `maxpool 2×2`, `innerproduct 500`.
    public var text: String {
        switch self {
        case .convolution(let kernel, let channels, let stride, let padding):
            "conv \(kernel)×\(kernel)×\(channels)" + (stride == 1 ? "" : " stride \(stride)")
                + (padding == 0 ? "" : " pad \(padding)")
        case .pooling(let pooling, let kernel, let stride):
            "\(pooling == .max ? "max" : "avg")pool \(kernel)×\(kernel)" + (stride == kernel ? "" : " stride \(stride)")
        case .innerProduct(let outputs): "innerproduct \(outputs)"
        }
    }
}
