import Quantities

extension Double {
    /// The number with at most so many significant digits, without zeros at the end of its decimals: `250`, `1379.6`.
    func trimmed(significant: Int) -> String {
        let text = text(significant: significant)
        guard text.contains(".") else { return text }
        let digits = text.reversed().drop { $0 == "0" }
        return String((digits.first == "." ? digits.dropFirst() : digits).reversed())
    }
}
