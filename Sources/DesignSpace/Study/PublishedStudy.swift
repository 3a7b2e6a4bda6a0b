import HardwareModel
import Networks
import Precision
import Quantities

/// The figures of a paper, as printed.
public struct PublishedStudy: Hashable, Sendable {
    /// A row of a table of accelerators, as Table III.
    public struct DesignRow: Hashable, Sendable {
        /// The precision.
        public let precision: Precision
        /// Design area.
        public let area: Area
        /// Power consumption.
        public let power: Power
        /// Area saved against the first row, in percent.
        public let areaSavingPercent: Double
        /// Power saved against the first row, in percent.
        public let powerSavingPercent: Double

        /// Makes a row.
        public init(precision: Precision, area: Area, power: Power, areaSavingPercent: Double, powerSavingPercent: Double) {
            self.precision = precision
            self.area = area
            self.power = power
            self.areaSavingPercent = areaSavingPercent
            self.powerSavingPercent = powerSavingPercent
        }
    }

    /// How a paper prints what a point saves.
    public enum Saving: Hashable, Sendable {
        /// Percent less than the baseline.
        case percent(Double)
        /// Times more than the baseline, as `1.5× More`.
        case timesMore(Double)
    }

    /// A row of a table of networks, as Tables IV and V; nil for NA.
    public struct PointRow: Hashable, Sendable {
        /// The design point.
        public let point: DesignPoint
        /// Accuracy in percent.
        public let accuracyPercent: Double?
        /// Energy of one image.
        public let energy: Energy?
        /// What it saves.
        public let saving: Saving?
        /// Whether training converged.
        public let converged: Bool
        /// The table that has the row.
        public let source: String

        /// Makes a row.
        public init(
            point: DesignPoint, accuracyPercent: Double?, energy: Energy?, saving: Saving?, converged: Bool, source: String
        ) {
            self.point = point
            self.accuracyPercent = accuracyPercent
            self.energy = energy
            self.saving = saving
            self.converged = converged
            self.source = source
        }
    }

    /// The memory of a network's weights at float32, in the paper's "KB".
    public struct Footprint: Hashable, Sendable {
        /// The network's name.
        public let network: String
        /// The size in `InformationSize.paperKilobytes`.
        public let paperKilobytes: Double

        /// Makes a footprint.
        public init(network: String, paperKilobytes: Double) {
            self.network = network
            self.paperKilobytes = paperKilobytes
        }
    }

    /// The buffers' shares over all precisions, in percent: the smallest and the largest.
    public struct BufferShares: Hashable, Sendable {
        /// Of the power.
        public let powerPercent: ClosedRange<Double>
        /// Of the area.
        public let areaPercent: ClosedRange<Double>

        /// Makes shares.
        public init(powerPercent: ClosedRange<Double>, areaPercent: ClosedRange<Double>) {
            self.powerPercent = powerPercent
            self.areaPercent = areaPercent
        }
    }

    /// How far the model may be off before validation says so.
    public struct Tolerances: Hashable, Sendable {
        /// Area and power, in percent.
        public var designPercent: Double
        /// Energy, in percent.
        public var energyPercent: Double
        /// Cycles, in percent.
        public var cyclesPercent: Double
        /// Memory footprints, in percent.
        public var footprintPercent: Double
        /// Shares, in points of percent.
        public var sharePoints: Double
        /// Savings, in points of percent.
        public var savingPoints: Double

        /// Makes tolerances.
        public init(
            designPercent: Double, energyPercent: Double, cyclesPercent: Double, footprintPercent: Double,
            sharePoints: Double, savingPoints: Double
        ) {
            self.designPercent = designPercent
            self.energyPercent = energyPercent
            self.cyclesPercent = cyclesPercent
            self.footprintPercent = footprintPercent
            self.sharePoints = sharePoints
            self.savingPoints = savingPoints
        }
    }

    /// Accelerators.
    public let designs: [DesignRow]
    /// Networks at precisions.
    public let points: [PointRow]
    /// Memory footprints.
    public let footprints: [Footprint]
    /// The buffers' shares; nil if the paper gives none.
    public let bufferShares: BufferShares?
    /// What the paper says of accuracies in words.
    public let statements: [PaperStatement]
    /// How far the model may be off.
    public let tolerances: Tolerances
    /// Where accelerators, footprints and shares come from, as `Table III`.
    public let designSource: String
    /// Where the footprints and shares come from.
    public let textSource: String

    /// The benchmarks that the tables are printed under: whose savings refer to which point, and follow which accounting. Those of the
    /// study that brings the tables, whatever one that extends it has instead; empty for those of whoever has the figures.
    public var benchmarks: [Study.Benchmark] = []

    /// Makes a study's figures.
    public init(
        designs: [DesignRow], points: [PointRow], footprints: [Footprint], bufferShares: BufferShares?,
        statements: [PaperStatement] = [], tolerances: Tolerances, designSource: String, textSource: String
    ) {
        self.statements = statements
        self.designs = designs
        self.points = points
        self.footprints = footprints
        self.bufferShares = bufferShares
        self.tolerances = tolerances
        self.designSource = designSource
        self.textSource = textSource
    }

    /// What a saving on a data set refers to, where that is not what a row's own saving refers to, as
    /// `against alex/float32, gated energy`; nil where both mean the same.
    public func otherReference(than row: EvaluatedPoint) -> String? {
        guard let benchmark = benchmarks.first(where: { $0.dataset == row.point.dataset }) else { return nil }
        let isSame =
            benchmark.baseline.network == row.baseline.network.name && benchmark.baseline.precision == row.baseline.precision
            && benchmark.accounting == row.evaluation.accounting
        return isSame ? nil : "against \(benchmark.baseline.name), \(benchmark.accounting.rawValue) energy"
    }

    /// What the paper says of an accelerator.
    public func design(of precision: Precision) -> DesignRow? { designs.first { $0.precision == precision } }

    /// What the paper says of a design point.
    public func row(of point: DesignPoint) -> PointRow? { points.first { $0.point == point } }
}
