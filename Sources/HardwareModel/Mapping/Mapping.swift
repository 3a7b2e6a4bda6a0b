import Networks
import Quantities

/// A network's work on a tile, layer by layer.
public struct Mapping: Hashable, Sendable {
    /// The network.
    public let network: Network

    /// The layers, poolings included, in the network's order.
    public let layers: [LayerMapping]

    /// Clock cycles for one image: the sum over the layers.
    public let cycles: Int

    /// Maps a network on a tile.
    public init(_ network: Network, on tile: Accelerator.Tile) {
        self.network = network
        layers = network.layers.map { LayerMapping($0, on: tile) }
        cycles = layers.reduce(0) { $0 + $1.cycles }
        utilisation = cycles == 0 ? 0 : Double(network.macs) / (Double(cycles) * Double(tile.lanes))
    }

    /// The share of the tile's multiply-accumulate operations that do useful work, from 0 to 1.
    public let utilisation: Double
}
