import HardwareModel
import Precision
import Quantities

/// A set of design points to look at together, and what a paper says of them.
public struct Study: Hashable, Sendable {
    /// A data set of the study with the networks that are trained on it: a column of Table IV, or Table V.
    public struct Benchmark: Hashable, Sendable {
        /// The data set's name.
        public let dataset: String
        /// The name a person reads.
        public let title: String
        /// Names of the networks.
        public let networks: [String]
        /// The point that savings refer to.
        public let baseline: PointReference
        /// The energy accounting that the column follows.
        public let accounting: Accounting
        /// Test images behind a published accuracy.
        public let testImages: Int
        /// A data set of the paper that stands beside this one in comparisons, named as another: this one is not the paper's.
        public let besideDataset: String?

        /// Makes a benchmark.
        public init(
            dataset: String, title: String, networks: [String], baseline: PointReference, accounting: Accounting,
            testImages: Int, besideDataset: String? = nil
        ) {
            self.dataset = dataset
            self.title = title
            self.networks = networks
            self.baseline = baseline
            self.accounting = accounting
            self.testImages = testImages
            self.besideDataset = besideDataset
        }
    }

    /// The name on the command line.
    public let name: String
    /// The name a person reads.
    public let title: String
    /// Where its figures come from.
    public let source: String
    /// The name of the accelerator that it is priced on.
    public let accelerator: String
    /// Data sets and networks, in the order in which they are shown.
    public let benchmarks: [Benchmark]
    /// The paper's figures, in the paper's order; every point of them is a row.
    public let published: PublishedStudy
    /// Precisions of which every network has a row, published or not, on every data set that the paper has.
    public let grid: [Precision]
    /// Whether runs that are in the store are rows as well.
    public var includesMeasured: Bool

    /// Makes a study.
    public init(
        name: String, title: String, source: String, accelerator: String, benchmarks: [Benchmark], published: PublishedStudy,
        grid: [Precision], includesMeasured: Bool
    ) {
        self.name = name
        self.title = title
        self.source = source
        self.accelerator = accelerator
        self.benchmarks = benchmarks
        self.published = published
        self.grid = grid
        self.includesMeasured = includesMeasured
    }

    /// The benchmark that trains a network, if there is one.
    public func benchmark(of network: String) -> Benchmark? { benchmarks.first { $0.networks.contains(network) } }

    /// The benchmark with the most networks, which a plot opens with; the first of them if several have as many. Of a study with published
    /// points one that has some: trying a network on another data set is not to change what one looks at.
    public var largestBenchmark: Benchmark? {
        let ofThePaper = benchmarks.filter { benchmark in published.points.contains { $0.point.dataset == benchmark.dataset } }
        return (ofThePaper.isEmpty ? benchmarks : ofThePaper).reduce(nil) { best, next in
            best.map { $0.networks.count >= next.networks.count } ?? false ? best : next
        }
    }
}
