import Digest
import Networks
import Precision
import Recipes

extension ExperimentSpec {
    /// The name of the experiment in the store: SHA-256, in hexadecimal, of the canonical spec and the engine's major version.
    ///
    /// What cannot change the outcome is left out: a float32 run does not depend on how low-precision runs would be trained.
    public var key: String { SHA256.digest(of: canonicalText).hexadecimal }

    /// The spec as lines of `key=value` in a fixed order, put together in place: it is asked for with every record that is read.
    var canonicalText: String {
        var text = textBeforeRecipe
        text += recipe.canonicalText(isQuantized: precision != .float32)
        return text
    }

    /// What stands in the canonical text before the recipe.
    var textBeforeRecipe: String {
        var text = ""
        text.reserveCapacity(512)
        text += "engine="
        text += Self.engineMajorVersion.description
        text += "\nnetwork="
        text += network
        text += "\nlayers="
        text += networkFingerprint
        text += "\ndataset="
        text += dataset
        text += "\nprecision="
        text += precision.name
        text += "\nradix="
        text += radix.rawValue
        text += "\nseed="
        text += seed.description
        return text
    }
}

extension Recipe {
    /// What stands in the canonical text of an experiment of the recipe.
    ///
    /// - Parameter isQuantized: whether the experiment is of a low precision.
    func canonicalText(isQuantized: Bool) -> String {
        var text = "\nrecipe="
        text.reserveCapacity(256)
        text += name
        text += "\nbatch="
        text += batchSize.description
        text += "\nmomentum="
        text += momentum.description
        text += "\ndecay="
        text += weightDecay.description
        text += "\nclip="
        text += gradientClipNorm?.description ?? "none"
        text += "\ninput="
        text += standardisation.rawValue
        text += "\nshift="
        text += shiftPixels.description
        text += "\nmirror="
        text += mirror ? "true" : "false"
        text += "\nfloat="
        Self.append(float, to: &text)
        if isQuantized {
            text += "\nquantized="
            Self.append(quantized, to: &text)
            text += "\nscale="
            text += scaleRule.rawValue
        }
        return text
    }

    private static func append(_ phase: Phase, to text: inout String) {
        text += phase.epochs.description
        text += ","
        text += phase.learningRate.description
        text += ","
        text += phase.schedule.rawValue
        text += ","
        text += phase.warmUpSteps.description
    }
}

extension Network {
    /// A digest of the input shape and the layers, in hexadecimal; names and titles do not count.
    public var fingerprint: String {
        let lines = ["\(input)"] + layers.map { "\($0.layer.kind.fingerprintText) \($0.layer.activation.rawValue)" }
        return SHA256.digest(of: lines.joined(separator: "\n")).hexadecimal
    }
}

extension Layer.Kind {
    /// The layer as fingerprints are digests of it, which have been kept: as Swift describes it, without the time that takes.
    var fingerprintText: String {
        switch self {
        case .convolution(let kernel, let outputChannels, let stride, let padding):
            "convolution(kernel: \(kernel), outputChannels: \(outputChannels), stride: \(stride), padding: \(padding))"
        case .pooling(let pooling, let kernel, let stride):
            "pooling(Networks.Layer.Pooling.\(pooling == .max ? "max" : "average"), kernel: \(kernel), stride: \(stride))"
        case .innerProduct(let outputs): "innerProduct(outputs: \(outputs))"
        }
    }
}
