import Digest
import Networks
import Precision
import Recipes

extension ExperimentSpec {
    /// The name of the experiment in the store: SHA-256, in hexadecimal, of the canonical spec and the engine's major version.
    ///
    /// What cannot change the outcome is left out: a float32 run does not depend on how low-precision runs would be trained.
    public var key: String { SHA256.digest(of: canonicalText).hexadecimal }

    /// The spec as lines of `key=value` in a fixed order.
    var canonicalText: String {
        var lines = [
            "engine=\(Self.engineMajorVersion)", "network=\(network)", "layers=\(networkFingerprint)", "dataset=\(dataset)",
            "precision=\(precision.name)", "radix=\(radix.rawValue)", "seed=\(seed)", "recipe=\(recipe.name)",
            "batch=\(recipe.batchSize)", "momentum=\(recipe.momentum)", "decay=\(recipe.weightDecay)",
            "clip=\(recipe.gradientClipNorm.map { "\($0)" } ?? "none")", "input=\(recipe.standardisation.rawValue)",
            "shift=\(recipe.shiftPixels)", "mirror=\(recipe.mirror)", "float=\(Self.text(of: recipe.float))",
        ]
        if precision != .float32 {
            lines += ["quantized=\(Self.text(of: recipe.quantized))", "scale=\(recipe.scaleRule.rawValue)"]
        }
        return lines.joined(separator: "\n")
    }

    private static func text(of phase: Recipe.Phase) -> String {
        "\(phase.epochs),\(phase.learningRate),\(phase.schedule.rawValue),\(phase.warmUpSteps)"
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
