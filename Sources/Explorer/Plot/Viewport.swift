#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// An enlarged part of a plot.
public struct Viewport: Hashable, Sendable {
    /// The horizontal scale.
    public var x: Scale
    /// The vertical scale.
    public var y: Scale

    /// Makes a part from its scales.
    public init(x: Scale, y: Scale) {
        self.x = x
        self.y = y
    }

    /// The factor of one step of enlarging.
    static let step = 1.5

    /// The part enlarged by a factor around a place.
    func zoomed(by factor: Double, x: Double, y: Double) -> Viewport {
        Viewport(x: self.x.zoomed(by: factor, around: x), y: self.y.zoomed(by: factor, around: y))
    }

    /// How many times another part was enlarged to become about this one; negative for made smaller.
    func steps(from other: Viewport) -> Int {
        let shares = (other.y.fraction(of: y.domain.upperBound) - other.y.fraction(of: y.domain.lowerBound))
        return shares > 0 && shares.isFinite ? Int((log(1 / shares) / log(Self.step)).rounded()) : 0
    }

    /// The part moved so that it shows a place.
    func panned(toShow place: (x: Double, y: Double)) -> Viewport {
        Viewport(x: x.panned(toShow: place.x), y: y.panned(toShow: place.y))
    }
}
