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
        appendRecipe(to: &text)
        return text
    }

    private func appendRecipe(to text: inout String) {
        text += "\nrecipe="
        text += recipe.name
        text += "\nbatch="
        text += recipe.batchSize.description
        text += "\nmomentum="
        text += recipe.momentum.description
        text += "\ndecay="
        text += recipe.weightDecay.description
        text += "\nclip="
        text += recipe.gradientClipNorm?.description ?? "none"
        text += "\ninput="
        text += recipe.standardisation.rawValue
        text += "\nshift="
        text += recipe.shiftPixels.description
        text += "\nmirror="
        text += recipe.mirror ? "true" : "false"
        text += "\nfloat="
        Self.append(recipe.float, to: &text)
        if precision != .float32 {
            text += "\nquantized="
            Self.append(recipe.quantized, to: &text)
            text += "\nscale="
            text += recipe.scaleRule.rawValue
        }
    }

    private static func append(_ phase: Recipe.Phase, to text: inout String) {
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
