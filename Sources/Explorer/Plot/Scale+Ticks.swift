import DesignSpace
import Quantities

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A marked value of an axis.
public struct Tick: Hashable, Sendable {
    /// The value.
    public let value: Double

    /// The value as text, with as many decimals as its neighbours.
    public let label: String
}

extension Scale {
    /// Round values inside the domain, at most so many, by rising value.
    ///
    /// A linear scale steps by 1, 2 or 5 times a power of ten. A logarithmic one marks 1, 2 and 5 of every decade; 1 and 5, whole
    /// decades or every so many decades where those would be too many; and linear steps where it shows too little of a decade.
    public func ticks(atMost limit: Int) -> [Tick] {
        guard limit > 0 else { return [] }
        switch kind {
        case .linear: return linearTicks(atMost: limit)
        case .logarithmic:
            return logarithmicTicks(atMost: limit) ?? linearTicks(atMost: limit)
        }
    }

    private func linearTicks(atMost limit: Int) -> [Tick] {
        let extent = domain.upperBound - domain.lowerBound
        var exponent = Int(log10(extent / Double(limit)).rounded(.down))
        while true {
            for factor in [1.0, 2, 5] {
                let step = factor * pow(10, Double(exponent))
                let first = (domain.lowerBound / step).rounded(.up)
                let last = (domain.upperBound / step).rounded(.down)
                guard last - first < Double(limit) else { continue }
                guard last >= first else { return [] }
                return (0...Int(last - first)).map { index in
                    let value = (first + Double(index)) * step
                    return Tick(value: value, label: label(value, decimals: max(0, -exponent)))
                }
            }
            exponent += 1
        }
    }

    /// Nil if the domain holds fewer than two of 1, 2 and 5 of all decades.
    private func logarithmicTicks(atMost limit: Int) -> [Tick]? {
        let decades = Int(log10(domain.lowerBound).rounded(.down))...Int(log10(domain.upperBound).rounded(.down))
        func ticks(_ factors: [Double], everyDecades stride: Int) -> [Tick] {
            decades.filter { $0.isMultiple(of: stride) }.flatMap { decade in
                factors.compactMap { factor in
                    let value = decade < 0 ? factor / pow(10, Double(-decade)) : factor * pow(10, Double(decade))
                    guard domain.contains(value) else { return nil }
                    return Tick(value: value, label: label(value, decimals: max(0, -decade)))
                }
            }
        }
        let fine = ticks([1, 2, 5], everyDecades: 1)
        guard fine.count >= 2 else { return nil }
        if fine.count <= limit { return fine }
        for (factors, stride) in [([1.0, 5], 1)] + (1...decades.count).map({ ([1.0], $0) }) {
            let coarse = ticks(factors, everyDecades: stride)
            if coarse.count <= limit { return coarse }
        }
        return []
    }

    /// A value as the axis has it: where millions are on it, hundreds of thousands are parts of a million as well.
    private func label(_ value: Double, decimals: Int) -> String {
        let hasMillions = max(domain.lowerBound.magnitude, domain.upperBound.magnitude) >= 1e6
        return switch value.magnitude {
        case 1e5... where hasMillions: (value / 1e6).trimmed(significant: 9) + "M"
        case 0: "0"
        case ..<1e-4: value.description
        default: value.text(decimals: min(decimals, 9))
        }
    }
}
