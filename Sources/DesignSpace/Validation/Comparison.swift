import HardwareModel
import Networks
import Precision
import Quantities

/// Makes the cells of a validation.
struct Comparison {
    let study: Study
    let accelerator: Accelerator
    /// The accounting of every energy; nil for what the study says of each benchmark.
    let accounting: Accounting?
    let tolerances: PublishedStudy.Tolerances

    private var published: PublishedStudy { study.published }

    /// Table III: area and power of every precision, and what they save against the first row.
    func designCells() -> [Validation.Cell] {
        guard let first = published.designs.first else { return [] }
        let baseline = Design(accelerator, precision: first.precision)
        return published.designs.flatMap { row in
            let design = Design(accelerator, precision: row.precision)
            func cell(
                _ kind: Validation.Kind, _ published: Double, _ modelled: Double, _ unit: String,
                _ tolerance: Validation.Tolerance
            ) -> Validation.Cell {
                Validation.Cell(
                    kind: kind, subject: row.precision.name, published: published, modelled: modelled, unit: unit,
                    tolerance: tolerance, source: self.published.designSource)
            }
            let near = Validation.Tolerance.percent(tolerances.designPercent)
            let nearSaving = Validation.Tolerance.absolute(tolerances.savingPoints)
            return [
                cell(.area, row.area.squareMillimetres, design.area.squareMillimetres, "mm²", near),
                cell(.power, row.power.milliwatts, design.power.milliwatts, "mW", near),
                cell(.areaSaving, row.areaSavingPercent, (1 - design.area / baseline.area) * 100, "%", nearSaving),
                cell(.powerSaving, row.powerSavingPercent, (1 - design.power / baseline.power) * 100, "%", nearSaving),
            ]
        }
    }

    /// Section V-B: the smallest and the largest share of the buffers over the precisions of Table III.
    func shareCells() -> [Validation.Cell] {
        guard let shares = published.bufferShares, !published.designs.isEmpty else { return [] }
        let designs = published.designs.map { Design(accelerator, precision: $0.precision) }
        let power = designs.map { $0.powerShare(of: .buffer) * 100 }
        let area = designs.map { $0.areaShare(of: .buffer) * 100 }
        func cell(_ subject: String, _ published: Double, _ modelled: Double?) -> Validation.Cell {
            Validation.Cell(
                kind: .bufferShare, subject: subject, published: published, modelled: modelled ?? .nan, unit: "%",
                tolerance: .absolute(tolerances.sharePoints), source: self.published.textSource)
        }
        return [
            cell("smallest of power", shares.powerPercent.lowerBound, power.min()),
            cell("largest of power", shares.powerPercent.upperBound, power.max()),
            cell("smallest of area", shares.areaPercent.lowerBound, area.min()),
            cell("largest of area", shares.areaPercent.upperBound, area.max()),
        ]
    }

    /// Cycles that the paper's energies and powers imply: energy / power * clock of the baseline's precision.
    ///
    /// A network without a row of that precision takes the baseline network's cycles times the ratio of energies at the widest
    /// precision that both have.
    func cycleCells(in catalogue: Catalogue) throws(DesignSpaceError) -> [Validation.Cell] {
        var cells: [Validation.Cell] = []
        for benchmark in study.benchmarks {
            for name in benchmark.networks {
                guard let cycles = publishedCycles(of: name, in: benchmark) else { continue }
                let mapping = Mapping(try catalogue.network(name), on: accelerator.tile)
                cells.append(
                    Validation.Cell(
                        kind: .cycles, subject: name, published: cycles, modelled: Double(mapping.cycles), unit: "cycles",
                        tolerance: .percent(tolerances.cyclesPercent),
                        source: "\(published.designSource) and energies"))
            }
        }
        return cells
    }

    private func publishedCycles(of network: String, in benchmark: Study.Benchmark) -> Double? {
        let reference = benchmark.baseline
        guard
            let baseline = energy(of: reference.network, reference.precision, in: benchmark),
            let power = published.design(of: reference.precision)?.power
        else { return nil }
        let cycles = baseline.picojoules / (power.milliwatts * 1e3 / accelerator.tile.clock.megahertz)
        if network == reference.network { return cycles }
        for row in published.designs {
            if let ours = energy(of: network, row.precision, in: benchmark),
                let theirs = energy(of: reference.network, row.precision, in: benchmark)
            {
                return cycles * (ours / theirs)
            }
        }
        return nil
    }

    private func energy(of network: String, _ precision: Precision, in benchmark: Study.Benchmark) -> Energy? {
        published.row(of: DesignPoint(network: network, dataset: benchmark.dataset, precision: precision))?.energy
    }
}

extension Comparison {
    /// Tables IV and V: model power * mapped cycles under the benchmark's accounting, and what that saves.
    func energyCells(in catalogue: Catalogue) throws(DesignSpaceError) -> [Validation.Cell] {
        let rows = try EvaluatedStudy(study, in: catalogue, options: .init(accounting: accounting, accelerator: accelerator)).rows
        var cells: [Validation.Cell] = []
        for row in rows where row.accuracy?.source == .published {
            guard let published = study.published.row(of: row.point), let energy = published.energy else { continue }
            cells.append(
                Validation.Cell(
                    kind: .energy, subject: row.point.reference.name, published: energy.microjoules,
                    modelled: row.evaluation.energy.microjoules, unit: "µJ",
                    tolerance: .percent(tolerances.energyPercent), source: published.source))
            if let cell = savingCell(of: row, published) { cells.append(cell) }
        }
        return cells
    }

    /// Nil where the paper gives no saving, and where the study's own are against another baseline than the paper's.
    private func savingCell(of row: EvaluatedPoint, _ published: PublishedStudy.PointRow) -> Validation.Cell? {
        let printed = study.published.benchmarks.first { $0.dataset == row.point.dataset }?.baseline
        guard printed == nil || printed == study.benchmarks.first(where: { $0.dataset == row.point.dataset })?.baseline else {
            return nil
        }
        let figures: (published: Double, modelled: Double, unit: String, tolerance: Validation.Tolerance)
        switch published.saving {
        case .percent(let percent):
            figures = (percent, row.energySavingPercent, "%", .absolute(tolerances.savingPoints))
        case .timesMore(let factor):
            let modelled = row.evaluation.energy / row.baseline.energy
            figures = (factor, modelled, "× more", .absolute(tolerances.savingPoints / 100 * factor + 0.05))
        case nil: return nil
        }
        return Validation.Cell(
            kind: .energySaving, subject: row.point.reference.name, published: figures.published,
            modelled: figures.modelled, unit: figures.unit, tolerance: figures.tolerance, source: published.source)
    }

    /// Section V-B: weights at float32 in the paper's unit.
    func footprintCells(in catalogue: Catalogue) throws(DesignSpaceError) -> [Validation.Cell] {
        var cells: [Validation.Cell] = []
        for footprint in published.footprints {
            let network = try catalogue.network(footprint.network)
            let size = InformationSize.bits(network.weightCount * Precision.float32.weightBits)
            cells.append(
                Validation.Cell(
                    kind: .footprint, subject: footprint.network, published: footprint.paperKilobytes,
                    modelled: size.paperKilobytes, unit: "KB", tolerance: .percent(tolerances.footprintPercent),
                    source: published.textSource))
        }
        return cells
    }
}
