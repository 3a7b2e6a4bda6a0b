/// Where the radix points of a fixed-point network stand.
public enum RadixPolicy: String, Hashable, Sendable, CaseIterable, Codable {
    /// One radix point for all data and one for all parameters, as Hashemi et al. do (Section IV-A).
    case global

    /// One radix point for the data and one for the parameters of each layer, the paper's own future work (Section VI).
    case layer
}
