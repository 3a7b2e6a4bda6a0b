/// What data sets are called: their titles differ from their names in capitals, hyphens and spaces, as CIFAR-10 from `cifar10`.
public enum DatasetName {
    /// Whether two words call one data set.
    public static func isSame(_ left: String, _ right: String) -> Bool { bare(left) == bare(right) }

    /// A name without what titles add to it.
    static func bare(_ name: String) -> String { name.lowercased().filter { !" -_".contains($0) } }
}
