import Precision

/// A reason to trust a modelled figure less than the published ones it was fitted to.
public enum Caveat: String, Hashable, Sendable, CaseIterable {
    /// The clock is faster than the one that the float32 design was synthesised for, with no slack (Section V-A).
    case unverifiedTiming = "timing unverified above the synthesised clock"
    /// The clock is slower than the one that was calibrated: what leaks in the longer cycles is part of no cost.
    case slowClock = "clock below the calibrated one, leakage not modelled: extrapolated"
    /// The tile differs from the one that was calibrated.
    case extrapolatedTile = "tile differs from the calibrated one: extrapolated"
    /// A precision for which no figure is published.
    case extrapolatedPrecision = "precision outside the calibrated set: extrapolated"
    /// The cost table does not say what it was fitted to.
    case uncalibrated = "the cost table names no design that it was calibrated with"
    /// Under gated accounting the idle energy would be most of what a cycle takes.
    case cutIdleEnergy = "the idle energy is more than half of a cycle's: half is charged"
}

extension Accelerator {
    /// What makes this accelerator at a precision an extrapolation; empty for a published design.
    public func caveats(for precision: Precision) -> [Caveat] {
        guard let calibration = costs.calibration else { return [.uncalibrated] }
        var caveats: [Caveat] = []
        if tile.clock > calibration.tile.clock { caveats.append(.unverifiedTiming) }
        if tile.clock < calibration.tile.clock { caveats.append(.slowClock) }
        var sameClock = tile
        sameClock.clock = calibration.tile.clock
        if sameClock != calibration.tile { caveats.append(.extrapolatedTile) }
        if extrapolates(to: precision) { caveats.append(.extrapolatedPrecision) }
        return caveats
    }

    /// Whether the costs were fitted to other precisions than this one.
    func extrapolates(to precision: Precision) -> Bool { costs.calibration?.precisions.contains(precision) == false }
}
