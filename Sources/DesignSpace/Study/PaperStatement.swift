/// Something that a paper says of accuracies in words, in a form that runs can be held against.
public struct PaperStatement: Hashable, Sendable {
    /// What has to be so for the statement to hold, of one design point.
    public struct Expectation: Hashable, Sendable {
        /// How a point stands to another.
        public enum Relation: Hashable, Sendable {
            /// Its accuracy is lower by no more than so many points of percent, or higher.
            case dropAtMost(points: Double, from: PointReference)
            /// Its accuracy is lower by so many points of percent or more.
            case dropAtLeast(points: Double, from: PointReference)
            /// Its accuracy is lower, or the two tie.
            case notAbove(PointReference)
            /// Its energy is so many percent of the other's, give or take points of percent.
            case energyPercent(Double, within: Double, of: PointReference)
            /// Its training does not converge.
            case failsToConverge
        }

        /// The design point.
        public let point: PointReference
        /// What is said of it.
        public let relation: Relation

        /// Makes an expectation.
        public init(point: PointReference, relation: Relation) {
            self.point = point
            self.relation = relation
        }
    }

    /// The statement, in few words.
    public let text: String
    /// Where the paper says so.
    public let source: String
    /// The data set that it is about.
    public let dataset: String
    /// What has to be so, all of it.
    public let expectations: [Expectation]

    /// Makes a statement.
    public init(text: String, source: String, dataset: String, expectations: [Expectation]) {
        self.text = text
        self.source = source
        self.dataset = dataset
        self.expectations = expectations
    }
}
