/// An energy multiplied by a delay, a common figure of merit; its base unit is the microjoule-millisecond.
public struct EnergyDelayProduct: Quantity {
    /// The product in microjoule-milliseconds.
    public let baseValue: Double

    /// Makes a product from microjoule-milliseconds.
    public init(baseValue: Double) { self.baseValue = baseValue }

    /// Multiplies the energy of one image by the time it takes.
    public init(energy: Energy, delay: Time) { baseValue = energy.microjoules * delay.milliseconds }

    /// The product in microjoule-milliseconds.
    public var microjouleMilliseconds: Double { baseValue }
}
