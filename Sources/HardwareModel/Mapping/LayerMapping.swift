import Networks
import Quantities

/// One layer's work on a tile, in clock cycles.
public struct LayerMapping: Hashable, Sendable {
    /// The layer and its shapes.
    public let layer: PlacedLayer

    /// Clock cycles for one image; 0 for a pooling, which is hidden behind the layer before it.
    public let cycles: Int

    /// The share of the tile's multiply-accumulate operations that do useful work, from 0 to 1.
    public let utilisation: Double

    /// Maps a layer on a tile (hardware-model.md, "Cycles").
    ///
    /// The S synapses of a neuron take the k * k window of one input channel, ceil(k * k / S) cycles a channel; outputs of all
    /// channels and pixels are packed over the N neurons:
    /// convolution: ceil(outputs * input channels * ceil(k * k / S) / N); inner product: ceil(inputs * outputs / (N * S)).
    public init(_ layer: PlacedLayer, on tile: Accelerator.Tile) {
        self.layer = layer
        switch layer.layer.kind {
        case .convolution(let kernel, _, _, _):
            let passes = divideRoundingUp(kernel * kernel, tile.synapses)
            cycles = divideRoundingUp(layer.output.count * layer.input.channels * passes, tile.neurons)
        case .innerProduct:
            cycles = divideRoundingUp(layer.macs, tile.lanes)
        case .pooling:
            cycles = 0
        }
        utilisation = cycles == 0 ? 0 : Double(layer.macs) / (Double(cycles) * Double(tile.lanes))
    }
}

private func divideRoundingUp(_ dividend: Int, _ divisor: Int) -> Int { (dividend + divisor - 1) / divisor }
