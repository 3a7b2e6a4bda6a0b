import HardwareModel
import Precision

/// Where figures come from: what every file and document of them says, whoever writes it.
public struct Provenance: Hashable, Sendable {
    /// A fact about where figures come from.
    public struct Fact: Hashable, Sendable {
        /// What it is, as `study`.
        public let name: String
        /// The fact.
        public let value: String

        /// Makes a fact.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The facts, in the order in which they are told.
    public let facts: [Fact]

    /// Each fact with its name before it, as `study default`.
    public var notes: [String] { facts.map { "\($0.name) \($0.value)" } }

    /// Tells where figures of a study come from.
    ///
    /// - Parameters:
    ///   - datasets: the data sets that the figures are of; none for those of an accelerator alone.
    ///   - accelerator: what is priced on.
    ///   - basis: what the study was opened on; nil for the same.
    ///   - changes: what was changed of the basis; nil for nothing.
    ///   - accountings: which energy is charged; none where no energy is told.
    ///   - details: what else there is to say, in its place before the seeds.
    ///   - rows: the rows that are shown.
    public init(
        of study: Study, datasets: [String], on accelerator: Accelerator, basis: Accelerator? = nil, changes: String? = nil,
        accountings: [Accounting] = [], details: [Fact] = [], rows: [EvaluatedPoint] = []
    ) {
        let basis = basis ?? accelerator
        var facts = [Fact(name: "study", value: study.name)]
        func add(_ name: String, _ values: [String]) {
            if !values.isEmpty { facts.append(Fact(name: name, value: values.joined(separator: ", "))) }
        }
        add("dataset", datasets)
        add("accelerator", [accelerator.name])
        add("accounting", Self.distinct(accountings.map(\.rawValue)))
        add("scenario", [changes ?? (basis.name == study.accelerator ? Fact.asPublished : basis.name)])
        add("caveats", accelerator.warnings)
        facts += details
        let counts = Self.counts(of: rows)
        add("seeds", counts.map { [$0] } ?? [])
        let seeds = Set(rows.flatMap { $0.runs.map(\.spec.seed) }).sorted().map(String.init)
        if seeds.joined(separator: ", ") != counts { add("run_seeds", seeds) }
        add("version", [BitfrontVersion.current])
        self.facts = facts
    }

    /// How many seeds the accuracies of rows are the mean of, as `1` or `1 to 3 each`; nil where no row says.
    private static func counts(of rows: [EvaluatedPoint]) -> String? {
        let counts = rows.compactMap { $0.accuracy?.seeds }
        guard let least = counts.min(), let most = counts.max() else { return nil }
        return least == most ? "\(least)" : "\(least) to \(most) each"
    }

    private static func distinct(_ values: [String]) -> [String] {
        var seen: Set<String> = []
        return values.filter { seen.insert($0).inserted }
    }
}

extension Provenance {
    /// Tells where rows of a study come from.
    ///
    /// - Parameters:
    ///   - dataset: the one data set that they are of; nil for those that the rows have.
    ///   - filter: what they have passed; empty for no filter.
    public init(of rows: [EvaluatedPoint], in study: EvaluatedStudy, dataset: String? = nil, filter: String = "") {
        self.init(
            of: study.study, datasets: dataset.map { [$0] } ?? Self.distinct(rows.map(\.point.dataset)), on: study.accelerator,
            accountings: rows.map(\.evaluation.accounting),
            details: filter.isEmpty ? [] : [Fact(name: "filter", value: filter)], rows: rows)
    }
}

extension Accelerator {
    /// Why its figures are to be trusted less than those of a published design, in a word or two each; for all precisions.
    public var warnings: [String] {
        let caveats = caveats(for: .float32)
        return [
            caveats.contains(.unverifiedTiming) ? "timing unverified" : nil,
            caveats.contains(.extrapolatedTile) || caveats.contains(.slowClock) ? "extrapolated" : nil,
            caveats.contains(.uncalibrated) ? "uncalibrated" : nil,
        ].compactMap(\.self)
    }
}

extension Provenance.Fact {
    /// The scenario that is none.
    fileprivate static let asPublished = "as published"

    /// Whether it says that figures are not those of the accelerator as it was published.
    public var isDeparture: Bool { name == "scenario" && value != Self.asPublished || name == "caveats" }
}
