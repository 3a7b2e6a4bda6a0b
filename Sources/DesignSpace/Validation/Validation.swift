import HardwareModel
import Precision
import Quantities

/// Every published figure of a study beside the model's.
public struct Validation: Hashable, Sendable {
    /// What is compared.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Design area, Table III.
        case area
        /// Power consumption, Table III.
        case power
        /// Area saved against the first row, Table III.
        case areaSaving = "area saving"
        /// Power saved against the first row, Table III.
        case powerSaving = "power saving"
        /// The buffers' share of area or power, at the ends of its range.
        case bufferShare = "buffer share"
        /// Clock cycles, derived from published energies and powers.
        case cycles
        /// Energy of one image, Tables IV and V.
        case energy
        /// Energy saved, Tables IV and V.
        case energySaving = "energy saving"
        /// Weights at float32.
        case footprint = "memory footprint"
    }

    /// How far a cell may be off.
    public enum Tolerance: Hashable, Sendable {
        /// Relative, in percent.
        case percent(Double)
        /// Absolute, in the cell's own unit.
        case absolute(Double)
    }

    /// One published figure and the model's.
    public struct Cell: Hashable, Sendable {
        /// What is compared.
        public let kind: Kind
        /// Of which point or precision.
        public let subject: String
        /// The paper's figure.
        public let published: Double
        /// The model's.
        public let modelled: Double
        /// The unit of both.
        public let unit: String
        /// How far it may be off.
        public let tolerance: Tolerance
        /// Where the paper says so.
        public let source: String

        /// How much higher the model is, in percent for a relative tolerance and in the unit for an absolute one.
        public var error: Double {
            switch tolerance {
            case .percent: (modelled / published - 1) * 100
            case .absolute: modelled - published
            }
        }

        /// Whether the model is as near as it should be.
        public var holds: Bool {
            switch tolerance {
            case .percent(let limit), .absolute(let limit): error.magnitude <= limit
            }
        }
    }

    /// The study.
    public let study: Study

    /// All cells, in the paper's order.
    public let cells: [Cell]

    /// Whether every cell is as near as it should be.
    public var holds: Bool { cells.allSatisfy(\.holds) }

    /// The cells that are too far off.
    public var failures: [Cell] { cells.filter { !$0.holds } }

    /// Compares a study with the model.
    ///
    /// - Parameters:
    ///   - tolerancePercent: replaces the study's own tolerances of areas, powers, energies, cycles and footprints.
    ///   - options: another accelerator than the study's, or another accounting.
    /// - Throws: `DesignSpaceError.unknown` for a network or accelerator that the catalogue lacks.
    public init(
        of study: Study, in catalogue: Catalogue, tolerancePercent: Double? = nil,
        options: EvaluatedStudy.Options = EvaluatedStudy.Options()
    ) throws(DesignSpaceError) {
        var tolerances = study.published.tolerances
        if let percent = tolerancePercent {
            tolerances.designPercent = percent
            tolerances.energyPercent = percent
            tolerances.cyclesPercent = percent
            tolerances.footprintPercent = percent
        }
        let accelerator: Accelerator
        if let other = options.accelerator {
            accelerator = other
        } else {
            accelerator = try catalogue.accelerator(study.accelerator)
        }
        let comparison = Comparison(
            study: study, accelerator: accelerator, accounting: options.accounting, tolerances: tolerances)
        self.study = study
        cells =
            try comparison.designCells() + comparison.shareCells() + comparison.cycleCells(in: catalogue)
            + comparison.energyCells(in: catalogue) + comparison.footprintCells(in: catalogue)
    }
}
