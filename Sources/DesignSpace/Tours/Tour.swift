/// A walk through prepared views, to be shown to an audience.
public struct Tour: Hashable, Sendable {
    /// A screen of the explorer.
    public enum View: String, Hashable, Sendable, CaseIterable {
        /// Accuracy over cost.
        case frontier
        /// All points with their figures.
        case table
        /// Power and area by component.
        case bars
        /// Marked points side by side.
        case compare
        /// The accelerator and a network's layers.
        case layers
        /// Experiments.
        case runs
    }

    /// One view with what is said to it.
    public struct Stop: Hashable, Sendable {
        /// The heading.
        public var title: String
        /// What the audience reads: a sentence or two.
        public var caption: String
        /// What the speaker knows besides; never on the audience's screen. Empty if there is nothing.
        public var notes: String
        /// The screen.
        public var view: View
        /// The data set; nil leaves the one that is shown.
        public var dataset: String?
        /// Which points are shown; nil for all.
        public var filter: Filter?
        /// The row under the cursor; nil leaves it where it is.
        public var point: RowName?
        /// The marked rows.
        public var marks: [RowName]
        /// The columns of the table behind the network, those that the stop is about first; empty for the standard ones.
        public var columns: [Column]
        /// The horizontal axis of the frontier.
        public var cost: CostAxis
        /// The vertical axis of the frontier.
        public var quality: GainAxis

        /// Makes a stop.
        public init(
            title: String, caption: String, notes: String = "", view: View, dataset: String? = nil, filter: Filter? = nil,
            point: RowName? = nil, marks: [RowName] = [], columns: [Column] = [], cost: CostAxis = .energy,
            quality: GainAxis = .accuracy
        ) {
            self.title = title
            self.caption = caption
            self.notes = notes
            self.view = view
            self.dataset = dataset
            self.filter = filter
            self.point = point
            self.marks = marks
            self.columns = columns
            self.cost = cost
            self.quality = quality
        }
    }

    /// The name on the command line.
    public let name: String
    /// The name a person reads.
    public let title: String
    /// The study that it walks through.
    public let study: String
    /// The stops in order; at least one.
    public let stops: [Stop]

    /// Which study it is of, for whoever looks at another.
    public var whereabouts: String { "the tour '\(name)' is of the study '\(study)'" }

    /// Makes a tour.
    public init(name: String, title: String, study: String, stops: [Stop]) {
        self.name = name
        self.title = title
        self.study = study
        self.stops = stops
    }
}
