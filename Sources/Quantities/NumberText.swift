extension Double {
    /// The number with a fixed count of decimals, rounded half away from zero: `12.30`; `-` if it is not finite.
    ///
    /// Written out because it is called for every cell of every frame, and C's formatting would follow the locale.
    public func text(decimals: Int) -> String {
        guard isFinite else { return "—" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (magnitude * scale).rounded()
        guard scaled < 9e15 else { return description }
        return Self.text(Int(scaled), decimals: decimals, isNegative: self < 0 && scaled != 0)
    }

    /// A number that was multiplied so that its decimals are whole digits; written from its end into the text's own memory, as a screen
    /// has hundreds of them.
    private static func text(_ scaled: Int, decimals: Int, isNegative: Bool) -> String {
        var (count, rest) = (1, scaled / 10)
        while rest > 0 {
            count += 1
            rest /= 10
        }
        count = max(count, decimals + 1)
        let total = count + (decimals > 0 ? 1 : 0) + (isNegative ? 1 : 0)
        return String(unsafeUninitializedCapacity: total) { bytes in
            var (place, left) = (total - 1, scaled)
            for digit in 0..<count {
                if digit == decimals, decimals > 0 {
                    bytes[place] = UInt8(ascii: ".")
                    place -= 1
                }
                bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: left % 10)
                left /= 10
                place -= 1
            }
            if isNegative { bytes[0] = UInt8(ascii: "-") }
            return total
        }
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
        // Nothing but zeros behind the point is no figure of so many digits.
        if small < 0.5 { return text(decimals: 0) }
        return text(decimals: decimals - (roundsUp(toDigits: significant, decimals: decimals) ? 1 : 0))
    }

    /// The number with a count of decimals, or with more where so many significant digits take them: `1379.60`, `0.07254`.
    public func text(decimals: Int, significant: Int) -> String {
        let (plain, precise) = (text(decimals: decimals), text(significant: significant))
        return precise.utf8.count > plain.utf8.count ? precise : plain
    }

    /// Whether so many decimals make it a digit longer, as 0.9996 with three is 1.000.
    private func roundsUp(toDigits digits: Int, decimals: Int) -> Bool {
        guard decimals > 0 else { return false }
        var (scaled, limit) = (magnitude, 1.0)
        for _ in 0..<decimals { scaled *= 10 }
        for _ in 0..<digits { limit *= 10 }
        return scaled.rounded() >= limit
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
        let count = digits.utf8.count
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (count - index) % 3 == 0 { text.append(",") }
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

extension Double {
    /// The difference to another number, each taken as it is shown with a count of decimals: what stands beside the two adds up.
    public func shownDifference(from other: Double, decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let (ours, theirs) = ((self * scale).rounded(), (other * scale).rounded())
        // Beyond that whole numbers have gaps, and nothing is left to round.
        return ours.magnitude < 9e15 && theirs.magnitude < 9e15 ? (ours - theirs) / scale : self - other
    }
}

extension Double {
    /// The shortest decimal text that reads back to the number, without `.0` behind a whole one: `500`, `0.0018544`, `1e-7`.
    ///
    /// What a change of unit leaves behind the 15th digit, as in 0.0018544000000000002, is no figure of anybody's: where rounding to 15 digits
    /// takes at least three away, the text is that of the rounded number.
    public var shortText: String {
        guard isFinite else { return "—" }
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        var digits = mantissa.joined().utf8.map { Int($0) - 48 }
        var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        let leading = digits.prefix { $0 == 0 }.count
        guard leading < digits.count else { return "0" }
        digits.removeFirst(leading)
        point -= leading
        digits.dropTrailingZeros()
        let (rounded, carry) = Self.rounded(digits, to: 15)
        if digits.count - rounded.count >= 3 { (digits, point) = (rounded, point + carry) }
        return (self < 0 ? "-" : "") + Self.text(digits, point: point)
    }

    /// Decimal digits rounded to a count of them, without zeros at the end; the carry is 1 where they begin a place higher then.
    private static func rounded(_ digits: [Int], to count: Int) -> (digits: [Int], carry: Int) {
        guard digits.count > count else { return (digits, 0) }
        var kept = [0] + digits.prefix(count)
        if digits[count] >= 5 { kept[count] += 1 }
        for place in kept.indices.dropFirst().reversed() where kept[place] > 9 {
            kept[place] = 0
            kept[place - 1] += 1
        }
        let carry = kept[0]
        if carry == 0 { kept.removeFirst() }
        kept.dropTrailingZeros()
        return (kept, carry)
    }

    /// Digits with the decimal point behind so many of them.
    private static func text(_ digits: [Int], point: Int) -> String {
        let text = digits.map(String.init).joined()
        if point > 15 || point < -4 {
            let rest = text.dropFirst()
            return "\(text.prefix(1))\(rest.isEmpty ? "" : ".\(rest)")e\(point - 1)"
        }
        if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
        guard point < digits.count else { return text + String(repeating: "0", count: point - digits.count) }
        return "\(text.prefix(point)).\(text.dropFirst(point))"
    }
}

extension [Int] {
    fileprivate mutating func dropTrailingZeros() {
        while last == 0 { removeLast() }
    }
}
