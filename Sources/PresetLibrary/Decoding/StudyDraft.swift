import DesignSpace
import HardwareModel
import Networks
import Precision

/// A study as one file says it; what it leaves out comes from the study that it extends.
struct StudyDraft {
    /// A row of the paper's tables with what has to exist for it.
    struct Use {
        let point: DesignPoint
        let position: PresetProblem.Position
    }

    let file: String
    let position: PresetProblem.Position
    let name: String
    var base: (name: String, position: PresetProblem.Position)?
    var title: String?
    var source: String?
    var accelerator: String?
    var benchmarks: [Study.Benchmark]?
    var published: PublishedStudy?
    var grid: [Precision]?
    var includesMeasured: Bool?
    var uses: [Use] = []

    /// The study, completed by the one that it extends.
    ///
    /// - Throws: the first row whose data set and network no benchmark has.
    func study(extending base: Study?) throws(PresetProblem) -> Study? {
        guard let title = title ?? base?.title, let source = source ?? base?.source,
            let accelerator = accelerator ?? base?.accelerator, let benchmarks = benchmarks ?? base?.benchmarks
        else { return nil }
        for use in uses { try check(use, benchmarks) }
        for benchmark in benchmarks { try checkBeside(benchmark, benchmarks) }
        var published = published
        published?.benchmarks = benchmarks
        return Study(
            name: name, title: title, source: source, accelerator: accelerator, benchmarks: benchmarks,
            published: published ?? base?.published ?? .nothing, grid: grid ?? base?.grid ?? [],
            includesMeasured: includesMeasured ?? base?.includesMeasured ?? false)
    }

    private func check(_ use: Use, _ benchmarks: [Study.Benchmark]) throws(PresetProblem) {
        guard let benchmark = benchmarks.first(where: { $0.dataset == use.point.dataset }) else {
            throw unknown("benchmark with the data set", use.point.dataset, benchmarks.map(\.dataset), at: use.position)
        }
        guard benchmark.networks.contains(use.point.network) else {
            throw unknown("network of \(benchmark.dataset)", use.point.network, benchmark.networks, at: use.position)
        }
    }

    private func checkBeside(_ benchmark: Study.Benchmark, _ benchmarks: [Study.Benchmark]) throws(PresetProblem) {
        let others = benchmarks.map(\.dataset).filter { $0 != benchmark.dataset }
        guard let beside = benchmark.besideDataset, !others.contains(beside) else { return }
        throw unknown("other benchmark with the data set", beside, others, at: position)
    }

    private func unknown(_ what: String, _ name: String, _ known: [String], at position: PresetProblem.Position) -> PresetProblem {
        PresetProblem(
            file: file, position: position,
            fault: .unknownReference(
                what: what, name: name, suggestion: NearMiss.suggestion(for: name, among: known), known: known))
    }
}

extension PublishedStudy {
    /// A study that rests on no paper.
    static let nothing = PublishedStudy(
        designs: [], points: [], footprints: [], bufferShares: nil, tolerances: .usual, designSource: "", textSource: "")
}

extension PublishedStudy.Tolerances {
    /// The tolerances that hold where a study names none: those of `hashemi2017`.
    static let usual = PublishedStudy.Tolerances(
        designPercent: 1, energyPercent: 3, cyclesPercent: 1.2, footprintPercent: 3, sharePoints: 0.5, savingPoints: 3)
}
