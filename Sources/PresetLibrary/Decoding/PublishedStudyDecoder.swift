import DesignSpace
import Precision
import Quantities

extension FieldReader {
    /// Reads a paper's figures, and keeps which benchmarks its rows need.
    mutating func publishedStudy(networks: [String], uses: inout [StudyDraft.Use]) -> PublishedStudy? {
        let designSource = text("design_source")
        let textSource = text("text_source", isOptional: true) ?? designSource
        let tolerances = section("tolerances", isOptional: true) { $0.tolerances() } ?? .usual
        let designs = designRows()
        let shares = section("buffer_shares", isOptional: true) { $0.bufferShares() }
        let footprints = list("memory_footprints", isOptional: true) { $0.footprint(networks: networks) }
        var rows: [(row: PublishedStudy.PointRow, position: PresetProblem.Position)] = []
        _ = list("tables", isOptional: true) { (fields: inout FieldReader) -> Bool? in
            rows += fields.table(networks: networks)
            return nil
        }
        var seen: Set<DesignPoint> = []
        for (row, position) in rows where !seen.insert(row.point).inserted {
            report(.duplicateKeys([row.point.reference.name]), at: position)
        }
        uses = rows.map { StudyDraft.Use(point: $0.row.point, position: $0.position) }
        let statements = list("statements", isOptional: true) { $0.statement(networks: networks) }
        guard let designSource, let textSource else { return nil }
        return PublishedStudy(
            designs: designs, points: rows.map(\.row), footprints: footprints, bufferShares: shares, statements: statements,
            tolerances: tolerances, designSource: designSource, textSource: textSource)
    }

    private mutating func tolerances() -> PublishedStudy.Tolerances? {
        let design = number("design_percent", in: Bounds.percent)
        let energy = number("energy_percent", in: Bounds.percent)
        let cycles = number("cycles_percent", in: Bounds.percent)
        let footprint = number("footprint_percent", in: Bounds.percent)
        let share = number("share_points", in: Bounds.percent)
        let saving = number("saving_points", in: Bounds.percent)
        guard let design, let energy, let cycles, let footprint, let share, let saving else { return nil }
        return PublishedStudy.Tolerances(
            designPercent: design, energyPercent: energy, cyclesPercent: cycles, footprintPercent: footprint,
            sharePoints: share, savingPoints: saving)
    }

    /// The rows of a table of accelerators. A saving that is left out is worked out from the first row.
    private mutating func designRows() -> [PublishedStudy.DesignRow] {
        var first: (area: Double, power: Double)?
        return list("designs", isOptional: true) { fields in
            let precision = fields.precision("precision")
            let area = fields.number("area_mm2", in: Bounds.squareMillimetres)
            let power = fields.number("power_mw", in: Bounds.milliwatts)
            let areaSaving = fields.number("area_saving_percent", in: Bounds.savingPercent, isOptional: true)
            let powerSaving = fields.number("power_saving_percent", in: Bounds.savingPercent, isOptional: true)
            guard let precision, let area, let power else { return nil }
            let baseline = first ?? (area, power)
            first = baseline
            return PublishedStudy.DesignRow(
                precision: precision, area: .squareMillimetres(area), power: .milliwatts(power),
                areaSavingPercent: areaSaving ?? (1 - area / baseline.area) * 100,
                powerSavingPercent: powerSaving ?? (1 - power / baseline.power) * 100)
        }
    }

    private mutating func bufferShares() -> PublishedStudy.BufferShares? {
        let power = percentRange("power_percent")
        let area = percentRange("area_percent")
        guard let power, let area else { return nil }
        return PublishedStudy.BufferShares(powerPercent: power, areaPercent: area)
    }

    /// A list of the smallest and the largest percentage.
    private mutating func percentRange(_ key: String) -> ClosedRange<Double>? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let ends) = node.content, ends.count == 2 else {
            report(.wrongType(key: key, found: node.summary, expected: "a list of the smallest and the largest"), at: node.position)
            return nil
        }
        let numbers = ends.compactMap { number(of: $0, key, in: Bounds.percent) }
        guard numbers.count == 2 else { return nil }
        guard numbers[0] <= numbers[1] else {
            report(.outOfRange(key: key, found: "\(numbers[0]) to \(numbers[1])", expected: "the smaller first"), at: node.position)
            return nil
        }
        return numbers[0]...numbers[1]
    }

    private mutating func footprint(networks: [String]) -> PublishedStudy.Footprint? {
        let network = node("network").flatMap { self.network($0, among: networks) }
        let size = number("paper_kb", in: 1e-6...1e12)
        guard let network, let size else { return nil }
        return PublishedStudy.Footprint(network: network, paperKilobytes: size)
    }
}

extension FieldReader {
    /// Reads a table of points of one data set.
    fileprivate mutating func table(
        networks: [String]
    ) -> [(row: PublishedStudy.PointRow, position: PresetProblem.Position)] {
        let source = text("source")
        let dataset = name("dataset")
        return list("points") { fields in
            fields.row(dataset: dataset ?? "", source: source ?? "", networks: networks).map { ($0, fields.position) }
        }
    }

    private mutating func row(dataset: String, source: String, networks: [String]) -> PublishedStudy.PointRow? {
        let reference = point("point", among: networks)
        let accuracy = figure("accuracy_percent", in: Bounds.percent)
        let energy = figure("energy_uj", in: Bounds.microjoules)
        let saving = saving()
        let converged = flag("converged", default: true)
        guard let reference, let converged else { return nil }
        return PublishedStudy.PointRow(
            point: DesignPoint(
                network: reference.network, dataset: dataset, precision: reference.precision, radix: reference.radix),
            accuracyPercent: accuracy, energy: energy.map { .microjoules($0) }, saving: saving, converged: converged,
            source: source)
    }

    /// What a row saves, in percent or as "1.5x More"; neither is needed.
    private mutating func saving() -> PublishedStudy.Saving? {
        if has("energy_times_more") {
            return number("energy_times_more", in: 1e-6...1e6).map { .timesMore($0) }
        }
        return figure("energy_saving_percent", in: Bounds.savingPercent, isOptional: true).map { .percent($0) }
    }
}
