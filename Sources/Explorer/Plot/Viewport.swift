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

    /// The part enlarged by a factor around a place.
    func zoomed(by factor: Double, x: Double, y: Double) -> Viewport {
        Viewport(x: self.x.zoomed(by: factor, around: x), y: self.y.zoomed(by: factor, around: y))
    }

    /// The part moved so that it shows a place.
    func panned(toShow place: (x: Double, y: Double)) -> Viewport {
        Viewport(x: x.panned(toShow: place.x), y: y.panned(toShow: place.y))
    }
}
