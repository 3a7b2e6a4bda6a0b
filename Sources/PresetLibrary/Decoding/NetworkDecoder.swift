import Networks

extension FieldReader {
    /// Reads a network; a layer that does not fit is reported at its own line.
    mutating func network(name: String) -> Network? {
        let title = text("title")
        let source = text("source")
        var places: [String: PresetProblem.Position] = [:]
        let input = section("input") { fields in
            places["input"] = fields.position
            return fields.shape()
        }
        let layers = list("layers") { fields in
            let layer = fields.layer()
            if let layer { places[layer.name] = fields.position }
            return layer
        }
        guard problems.isEmpty, let title, let source, let input else { return nil }
        do {
            return try Network(name: name, title: title, input: input, layers: layers, source: source)
        } catch {
            report(.network(error), at: error.layer.flatMap { places[$0] } ?? position)
            return nil
        }
    }

    private mutating func shape() -> Shape? {
        let height = integer("height", in: 1...Shape.largestExtent)
        let width = integer("width", in: 1...Shape.largestExtent)
        let channels = integer("channels", in: 1...Shape.largestExtent)
        guard let height, let width, let channels else { return nil }
        return Shape(height: height, width: width, channels: channels)
    }

    private enum LayerType: String, CaseIterable {
        case convolution
        case maxPooling = "max_pooling"
        case averagePooling = "average_pooling"
        case innerProduct = "inner_product"
    }

    private mutating func layer() -> Layer? {
        let name = name("name")
        guard let type: LayerType = choice("type") else {
            // Without a type nobody knows which other keys are right.
            _ = allEntries()
            return nil
        }
        let kind: Layer.Kind?
        switch type {
        case .convolution: kind = convolution()
        case .maxPooling: kind = pooling(.max)
        case .averagePooling: kind = pooling(.average)
        case .innerProduct: kind = integer("outputs", in: 1...Shape.largestExtent).map { .innerProduct(outputs: $0) }
        }
        let activation = activation()
        guard let name, let kind, let activation else { return nil }
        return Layer(name: name, kind: kind, activation: activation)
    }

    private mutating func convolution() -> Layer.Kind? {
        let kernel = integer("kernel", in: 1...Shape.largestExtent)
        let channels = integer("output_channels", in: 1...Shape.largestExtent)
        let stride = integer("stride", in: 1...Shape.largestExtent, default: 1)
        let padding = integer("padding", in: 0...Shape.largestExtent, default: 0)
        guard let kernel, let channels, let stride, let padding else { return nil }
        return .convolution(kernel: kernel, outputChannels: channels, stride: stride, padding: padding)
    }

    private mutating func pooling(_ pooling: Layer.Pooling) -> Layer.Kind? {
        let kernel = integer("kernel", in: 1...Shape.largestExtent)
        let stride = integer("stride", in: 1...Shape.largestExtent)
        guard let kernel, let stride else { return nil }
        return .pooling(pooling, kernel: kernel, stride: stride)
    }

    private enum ActivationName: String, CaseIterable {
        case none, relu
    }

    private mutating func activation() -> Layer.Activation? {
        let name: ActivationName? = choice("activation", default: ActivationName.none)
        return name.flatMap { Layer.Activation(rawValue: $0.rawValue) }
    }
}
