import Networks

/// A data set that networks can be trained on here, whether the study has points of it or not.
public struct TrainableDataset: Hashable, Sendable {
    /// The name on the command line.
    public let name: String
    /// The shape of its images, which decides what networks fit.
    public let imageShape: Shape

    /// Makes a data set.
    public init(name: String, imageShape: Shape) {
        self.name = name
        self.imageShape = imageShape
    }

    /// Whether a name is this one's, alone or with parameters behind it, as `digits:0.7`.
    func isNamed(_ text: String) -> Bool { text == name || text.hasPrefix("\(name):") }
}
