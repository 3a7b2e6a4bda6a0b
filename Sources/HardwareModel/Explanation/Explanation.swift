import Quantities

/// Why a number is what it is: its formula, the formula with the values filled in, what went into it, and who says so.
public struct Explanation: Hashable, Sendable {
    /// A value that goes into a formula.
    public struct Input: Hashable, Sendable {
        /// What it is.
        public let name: String
        /// Its value with its unit, for a person.
        public let value: String
        /// Its value, unrounded; nil for what is no number.
        public let number: Double?
        /// The unit of `number`; nil for a bare number.
        public let unit: String?
        /// Where it comes from: a table, a preset, a formula.
        public let source: String

        /// Makes an input that is no number.
        public init(_ name: String, _ value: String, source: String) {
            self.init(name: name, value: value, number: nil, unit: nil, source: source)
        }

        /// Makes an input that is counted.
        public init(_ name: String, count: Int, _ unit: String? = nil, source: String) {
            self.init(name: name, value: Self.text(count.groupedText, unit), number: Double(count), unit: unit, source: source)
        }

        /// Makes an input that is measured or modelled, shown with so many significant digits.
        public init(_ name: String, _ number: Double, _ unit: String, significant: Int, source: String) {
            self.init(
                name: name, value: Self.text(number.text(significant: significant), unit), number: number, unit: unit,
                source: source)
        }

        /// Makes an input that is shown by a text of its own.
        public init(_ name: String, _ number: Double, _ unit: String, text: String, source: String) {
            self.init(name: name, value: text, number: number, unit: unit, source: source)
        }

        private init(name: String, value: String, number: Double?, unit: String?, source: String) {
            self.name = name
            self.value = value
            self.number = number
            self.unit = unit
            self.source = source
        }

        private static func text(_ number: String, _ unit: String?) -> String { unit.map { "\(number) \($0)" } ?? number }
    }

    /// What is explained.
    public let title: String
    /// The figure, unrounded, in `unit`; nil if it is not known.
    public let value: Double?
    /// The unit of the figure.
    public let unit: String
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
        title: String, value: Double?, unit: String, formula: String, substitution: String, inputs: [Input], source: String,
        caveats: [Caveat] = []
    ) {
        self.title = title
        self.value = value
        self.unit = unit
        self.formula = formula
        self.substitution = substitution
        self.inputs = inputs
        self.source = source
        self.caveats = caveats
    }
}
