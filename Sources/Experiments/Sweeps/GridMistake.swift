/// What is wrong with a grid of experiments, and where.
public struct GridMistake: Error, Hashable, Sendable {
    /// The text of the grid.
    public let text: String
    /// The part of it that is wrong; empty if something is missing.
    public let part: String
    /// What is wrong with it.
    public let problem: String

    /// Makes a mistake.
    public init(text: String, part: String, problem: String) {
        self.text = text
        self.part = part
        self.problem = problem
    }
}

extension GridMistake: CustomStringConvertible {
    /// What is wrong, and how a grid is written.
    public var description: String {
        "the grid '\(text)' has a mistake" + (part.isEmpty ? "" : " at '\(part)'")
            + ": \(problem). A grid is NETWORKS x PRECISIONS x DATASETS, each a list with commas, as "
            + "'lenet,alex x float32,fixed8,fixed4@layer x mnist'; without data sets each network has that of the study"
    }
}
