extension Double {
    /// The number with at most so many significant digits, without zeros at the end of its decimals: `250`, `1379.6`.
    public func trimmed(significant: Int) -> String {
        let text = text(significant: significant)
        guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
        var digits = text.utf8[...]
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        return String(Substring(digits))
    }
}
