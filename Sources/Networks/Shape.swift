/// The size of an image or of a layer's feature maps.
public struct Shape: Hashable, Sendable {
    /// The largest extent in any direction; larger ones are a mistake in a file, and would overflow later products.
    public static let largestExtent = 65_536

    /// Rows of one feature map.
    public let height: Int

    /// Columns of one feature map.
    public let width: Int

    /// The number of feature maps, or of colours of an image.
    public let channels: Int

    /// Makes a shape from its extents.
    public init(height: Int, width: Int, channels: Int) {
        self.height = height
        self.width = width
        self.channels = channels
    }

    /// The number of values of this shape.
    public var count: Int { height * width * channels }
}

extension Shape: CustomStringConvertible {
    /// The shape as the paper writes it: `32×32×3`.
    public var description: String { "\(height)×\(width)×\(channels)" }
}
