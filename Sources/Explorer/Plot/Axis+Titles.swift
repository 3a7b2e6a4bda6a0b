import DesignSpace

extension CostAxis {
    /// What a person calls it.
    var title: String { self == .memory ? "weight memory" : rawValue }
}

extension GainAxis {
    /// The value for an accuracy in percent.
    func value(ofAccuracy percent: Double) -> Double { self == .accuracy ? percent : 100 - percent }
}

extension CaseIterable where Self: Equatable, AllCases: BidirectionalCollection {
    /// The case so many places further on, going round.
    func advanced(by places: Int) -> Self {
        let cases = Array(Self.allCases)
        guard let index = cases.firstIndex(of: self) else { return self }
        return cases[((index + places) % cases.count + cases.count) % cases.count]
    }
}
