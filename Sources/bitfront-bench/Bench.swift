import DesignSpace
import HardwareModel
import Networks
import Precision
import PresetLibrary
import Quantities

/// Prints how fast the parts are that a person waits for; built for release, run on a quiet machine.
@main
struct Bench {
    /// Measures everything, or the parts that the arguments name: `training`, `store`, `model`.
    static func main() async throws {
        let parts = CommandLine.arguments.dropFirst()
        if parts.isEmpty || parts.contains("training") {
            try await TrainingBench.run(peers: Peer.environment(), report: report)
        }
        if parts.isEmpty || parts.contains("store") { try StoreBench.run(report: report) }
        if parts.isEmpty || parts.contains("model") { try model() }
    }

    private static func model() throws {
        let catalogue = ShippedCatalogue.load()
        try report(hardwareModel(in: catalogue))
        report(frontier())
        report(curve())
        try report(study(in: catalogue))
    }

    private static func report(_ measurement: Measurement) {
        print(measurement.line)
    }

    /// Design points a second on one core: another precision, clock and buffer depth at each, nothing kept between them.
    private static func hardwareModel(in catalogue: Catalogue) throws -> Measurement {
        let networks = try ["lenet", "convnet", "alex", "alex+", "alex++"].map { try catalogue.network($0) }
        let base = try catalogue.accelerator("tile-65nm")
        var accelerators: [Accelerator] = []
        for step in 0..<64 {
            var tile = base.tile
            tile.clock = .megahertz(100 + Double(step))
            tile.synapseBufferEntries += step
            accelerators.append(try base.with(tile: tile))
        }
        let precisions = try (2...32).map { try Precision.fixed(weightBits: $0, dataBits: 34 - $0) } + Precision.ofThePaper
        let count = 400_000
        var sum = Energy.zero
        let seconds = Stopwatch.seconds {
            for index in 0..<count {
                let evaluation = Evaluation(
                    network: networks[index % networks.count], precision: precisions[index % precisions.count],
                    accelerator: accelerators[index % accelerators.count], accounting: .gated)
                sum = sum + evaluation.energy
            }
        }
        return Measurement(
            name: "hardware model, one core", value: Double(count) / seconds, unit: "design points/s",
            bar: "at least 100,000", check: sum.isFinite)
    }

    /// The frontier of a million random points, of those the best of five.
    private static func frontier() -> Measurement {
        var generator = SplitMix(state: 1)
        let candidates = (0..<1_000_000).map { _ in
            ParetoFrontier.Candidate(cost: .random(in: 1...1000, using: &generator), gain: .random(in: 0...100, using: &generator))
        }
        var size = 0
        let best = (0..<5).map { _ in Stopwatch.seconds { size = ParetoFrontier.indices(of: candidates).count } }.min() ?? .nan
        return Measurement(
            name: "frontier of a million random points", value: best, unit: "s (\(size) on it)", bar: "under 0.2", check: size > 0)
    }

    /// The frontier of a million points that are all on it, in no order: nothing can be put aside early.
    private static func curve() -> Measurement {
        var generator = SplitMix(state: 2)
        let candidates = (0..<1_000_000).map { ParetoFrontier.Candidate(cost: Double($0), gain: Double($0).squareRoot()) }
            .shuffled(using: &generator)
        var size = 0
        let best = (0..<5).map { _ in Stopwatch.seconds { size = ParetoFrontier.indices(of: candidates).count } }.min() ?? .nan
        return Measurement(
            name: "frontier of a million points, all of them on it", value: best, unit: "s", bar: "under 0.2",
            check: size == candidates.count)
    }

    /// The whole default study, from the catalogue to rows with their frontier.
    private static func study(in catalogue: Catalogue) throws -> Measurement {
        let study = try catalogue.study("default")
        var rows = 0
        let best =
            try (0..<5).map { _ in
                try Stopwatch.seconds { rows = try EvaluatedStudy(study, in: catalogue).rows.count }
            }.min() ?? .nan
        return Measurement(
            name: "default study priced", value: best * 1000, unit: "ms (\(rows) rows)", bar: "none", check: rows > 0)
    }
}
