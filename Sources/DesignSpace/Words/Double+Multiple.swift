import Quantities

extension Double {
    /// What takes so many times as much of something, for a person: `2.2 × the energy`, and close to as much in percent, where two digits
    /// of a multiple would hide most of it: `4.9 % more energy`.
    ///
    /// - Parameters:
    ///   - amount: what there is more or less of.
    ///   - other: who takes the amount that it is compared with; nil where that is clear.
    ///   - mark: a sign behind the figure.
    public func multipleText(of amount: String, against other: String? = nil, mark: String = "") -> String {
        guard (0.8..<1.2).contains(self) else {
            return "\(text(significant: 2))\(mark) × the \(other.map { "\($0)'s " } ?? "")\(amount)"
        }
        let percent = ((self - 1) * 100).magnitude
        let figure = percent.text(decimals: percent < 9.95 ? 1 : 0)
        let extent = Double(figure) == 0 ? "hardly\(mark)" : "\(figure)\(mark) %"
        return "\(extent) \(self < 1 ? "less" : "more") \(amount)" + (other.map { " than the \($0)" } ?? "")
    }
}
