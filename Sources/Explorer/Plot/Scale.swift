#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How values are laid along an axis: a range of values, evenly or by their logarithm.
public struct Scale: Hashable, Sendable {
    /// Which distances are equal.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Equal differences.
        case linear
        /// Equal ratios.
        case logarithmic
    }

    /// Which distances are equal.
    public let kind: Kind

    /// The values at the two ends; positive on a logarithmic scale, the ends never equal.
    public let domain: ClosedRange<Double>

    /// The ends as distances are measured, and what lies between them; kept because every point of a plot asks for them.
    private let low: Double
    private let extent: Double

    /// Makes a scale between two values; ends that are equal, not finite or not positive where they have to be are moved apart.
    public init(_ kind: Kind, from first: Double, to last: Double) {
        self.kind = kind
        let limits = kind == .linear ? -1e15...1e15 : 1e-12...1e15
        let ends = [first, last].map { $0.isFinite ? min(max($0, limits.lowerBound), limits.upperBound) : 1 }
        let (least, most) = (min(ends[0], ends[1]), max(ends[0], ends[1]))
        switch kind {
        case .linear:
            let gap = max(least.magnitude, most.magnitude, 1e-3) * 1e-9
            domain = most - least >= gap ? least...most : (least - max(gap, 0.5))...(most + max(gap, 0.5))
            (low, extent) = (domain.lowerBound, domain.upperBound - domain.lowerBound)
        case .logarithmic:
            domain = most / least >= 1 + 1e-9 ? least...most : (least / 1.5)...(most * 1.5)
            low = log10(domain.lowerBound)
            extent = log10(domain.upperBound) - low
        }
    }

    /// The scale that shows all of some values with a margin, a share of their extent, on both sides; 1 to 10 if there are none.
    public init(_ kind: Kind, showing values: some Sequence<Double>, margin: Double = 0.04) {
        let usable = values.filter { $0.isFinite && (kind == .linear || $0 > 0) }
        let tight = Scale(kind, from: usable.min() ?? 1, to: usable.max() ?? 10)
        self.init(kind, from: tight.value(at: -margin), to: tight.value(at: 1 + margin))
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper, beyond them outside; not a number if the scale cannot show it.
    public func fraction(of value: Double) -> Double {
        guard value.isFinite, kind == .linear || value > 0 else { return .nan }
        return ((kind == .linear ? value : log10(value)) - low) / extent
    }

    /// The value that lies somewhere: the inverse of `fraction(of:)`.
    public func value(at fraction: Double) -> Double {
        let distance = low + extent * fraction
        return kind == .linear ? distance : pow(10, distance)
    }

    /// The scale that shows a part of this one, enlarged by a factor, with a value as near to the middle as the factor moves it.
    ///
    /// The value keeps its place, so that zooming in and out by the same factor gives the same scale again.
    public func zoomed(by factor: Double, around value: Double) -> Scale {
        let centre = fraction(of: value)
        guard factor.isFinite, factor > 0, centre.isFinite else { return self }
        let (low, high) = (centre - centre / factor, centre + (1 - centre) / factor)
        return Scale(kind, from: self.value(at: low), to: self.value(at: high))
    }

    /// The scale moved so that it shows a value; itself if it does already.
    public func panned(toShow value: Double) -> Scale {
        let place = fraction(of: value)
        guard place.isFinite, !(0...1).contains(place) else { return self }
        let offset = place - 0.5
        return Scale(kind, from: self.value(at: offset), to: self.value(at: 1 + offset))
    }
}
