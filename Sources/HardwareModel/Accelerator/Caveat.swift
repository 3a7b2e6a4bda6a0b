import Precision

/// A reason to trust a modelled figure less than the published ones it was fitted to.
public enum Caveat: String, Hashable, Sendable, CaseIterable {
    /// The clock is faster than the one that the float32 design was synthesised for, with no slack (Section V-A).
    case unverifiedTiming = "timing unverified above the synthesised clock"
    /// The tile differs from the one that was calibrated.
    case extrapolatedTile = "tile differs from the calibrated one: extrapolated"
    /// A precision for which no figure is published.
    case extrapolatedPrecision = "precision outside the calibrated set: extrapolated"
}

extension Accelerator {
    /// What makes this accelerator at a precision an extrapolation; empty for a published design.
    public func caveats(for precision: Precision) -> [Caveat] {
        var caveats: [Caveat] = []
        if tile.clock > calibratedTile.clock { caveats.append(.unverifiedTiming) }
        var sameClock = tile
        sameClock.clock = calibratedTile.clock
        if sameClock != calibratedTile { caveats.append(.extrapolatedTile) }
        if !calibratedPrecisions.contains(precision) { caveats.append(.extrapolatedPrecision) }
        return caveats
    }
}
