/// Why a number is what it is: its formula, the formula with the values filled in, what went into it, and who says so.
public struct Explanation: Hashable, Sendable {
    /// A value that goes into a formula.
    public struct Input: Hashable, Sendable {
        /// What it is.
        public let name: String
        /// Its value with its unit.
        public let value: String
        /// Where it comes from: a table, a preset, a formula.
        public let source: String

        /// Makes an input.
        public init(_ name: String, _ value: String, source: String) {
            self.name = name
            self.value = value
            self.source = source
        }
    }

    /// What is explained.
    public let title: String
    /// The formula in words.
    public let formula: String
    /// The formula with the values filled in, and its result.
    public let substitution: String
    /// What went into it.
    public let inputs: [Input]
    /// Where the formula comes from.
    public let source: String
    /// Reasons to trust the figure less than the published ones.
    public let caveats: [Caveat]

    /// Makes an explanation.
    public init(
        title: String, formula: String, substitution: String, inputs: [Input], source: String, caveats: [Caveat] = []
    ) {
        self.title = title
        self.formula = formula
        self.substitution = substitution
        self.inputs = inputs
        self.source = source
        self.caveats = caveats
    }
}
