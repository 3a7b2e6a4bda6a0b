extension Double {
    /// The number with a fixed count of decimals, rounded half away from zero: `12.30`; `-` if it is not finite.
    ///
    /// Written out because it is called for every cell of every frame, and C's formatting would follow the locale.
    public func text(decimals: Int) -> String {
        guard isFinite else { return "-" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled < 9e15 else { return description }
        let digits = String(Int(scaled))
        let isNegative = self < 0 && scaled != 0
        guard decimals > 0 else { return isNegative ? "-\(digits)" : digits }
        let padded = String(repeating: "0", count: Swift.max(0, decimals + 1 - digits.count)) + digits
        return (isNegative ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
    }

    /// The number with about so many significant digits, and no more decimals than that takes: `1388`, `94.5`, `0.119`.
    public func text(significant: Int) -> String {
        guard isFinite, self != 0 else { return text(decimals: 0) }
        var (decimals, limit) = (significant - 1, 10.0)
        while decimals > 0, magnitude >= limit {
            decimals -= 1
            limit *= 10
        }
        var small = magnitude
        while small < 1, decimals < significant + 6 {
            small *= 10
            decimals += 1
        }
        return text(decimals: decimals)
    }

    /// The number with its sign, as a difference is written: `+0.6`, `-0.2`, `0.0`.
    public func signedText(decimals: Int) -> String {
        let plain = text(decimals: decimals)
        let isZero = !plain.contains { $0 >= "1" && $0 <= "9" }
        return self > 0 && isFinite && !isZero ? "+\(plain)" : plain
    }
}

extension Int {
    /// The number with commas between thousands, for a person: `136,417`.
    public var groupedText: String {
        let digits = String(magnitude)
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return self < 0 ? "-\(text)" : text
    }
}

extension Double {
    /// The number with its sign and about so many significant digits.
    public func signedText(significant: Int) -> String {
        let plain = text(significant: significant)
        return self > 0 && isFinite ? "+\(plain)" : plain
    }
}
