import DesignSpace
import Foundation
import Networks
import Precision
import Training

/// The engine beside PyTorch and Brevitas, in one run: rounds of each take turns, and the median of the rounds counts.
struct TrainingBench {
    /// The rounds; the peers are asked once a round.
    static let rounds = 5
    /// The seconds of one measurement in a round.
    static let seconds = 3.0

    private var ours: [EngineSpeed] = []
    private var figures: [String: [Double]] = [:]

    /// Measures training of ALEX at every precision and its inference, two threads each, and prints each bar beside the peer.
    ///
    /// - Parameter peers: the Python that has the peers' packages; nil leaves the comparison out, with a word.
    static func run(peers: String?, report: (Measurement) -> Void) async throws {
        var bench = TrainingBench()
        let network = try ShippedCatalogue.load().network("alex")
        let images = try SyntheticImages.make(5000, shape: network.input)
        let inference = try InferenceSpeed(network, images: images)
        let parent = inference.weights
        for precision in Precision.ofThePaper {
            bench.ours.append(
                try await EngineSpeed(network, precision, parent: precision == .float32 ? nil : parent, images: images))
        }
        for _ in 0..<rounds {
            for index in bench.ours.indices {
                bench.note("bitfront \(bench.ours[index].name)", try await bench.ours[index].train(seconds: seconds))
            }
            bench.note("bitfront inference", try await inference.imagesPerSecond(seconds: seconds))
            if let peers {
                for peer in Peer.allCases { bench.note(peer.rawValue, try peer.imagesPerSecond(python: peers, seconds: seconds)) }
            }
        }
        bench.reportAll(hasPeers: peers != nil, report)
        try await StepConditions.run(network, images: images, report: report)
    }

    private mutating func note(_ name: String, _ figure: Double?) {
        if let figure { figures[name, default: []].append(figure) }
    }

    private func median(_ name: String) -> Double? {
        guard let all = figures[name]?.sorted(), !all.isEmpty else { return nil }
        return all[all.count / 2]
    }

    /// The median of the ratios of the rounds, which took turns.
    private func ratio(_ ours: String, to theirs: String) -> Double? {
        guard let left = figures[ours], let right = figures[theirs], !left.isEmpty, left.count == right.count else { return nil }
        let ratios = zip(left, right).map { $0 / $1 }.sorted()
        return ratios[ratios.count / 2]
    }

    private func reportAll(hasPeers: Bool, _ report: (Measurement) -> Void) {
        for name in figures.keys.sorted() {
            guard let value = median(name), let all = figures[name] else { continue }
            let range = "images/s, median of \(all.count) rounds, \(Int(all.min() ?? 0)) to \(Int(all.max() ?? 0))"
            report(Measurement(name: "ALEX, 2 threads, \(name)", value: value, unit: range, bar: "none", check: value > 0))
        }
        reportRatios(report)
        if !hasPeers {
            print("PyTorch and Brevitas: not compared; Benchmarks/peers/setup makes their environment, where PyPI can be reached")
        }
    }

    private func reportRatios(_ report: (Measurement) -> Void) {
        func line(_ name: String, _ ours: String, _ theirs: String, _ bar: String, _ holds: (Double) -> Bool) {
            guard let ratio = ratio(ours, to: theirs) else { return }
            report(
                Measurement(
                    name: name, value: ratio, unit: holds(ratio) ? "times" : "times: NOT MET", bar: bar, check: ratio.isFinite))
        }
        line("float32 training / PyTorch eager channels_last", "bitfront float32", Peer.float32.rawValue, "at least 1.4") {
            $0 >= 1.4
        }
        for precision in Precision.ofThePaper where precision != .float32 {
            let name = "bitfront \(precision.name)"
            line(
                "\(precision.name) training / PyTorch with hand-written quantizers", name, Peer.quantizers.rawValue, "at least 1.4"
            ) {
                $0 >= 1.4
            }
            line("\(precision.name) training / Brevitas", name, Peer.brevitas.rawValue, "at least 3") { $0 >= 3 }
            line("\(precision.name) training / our float32", name, "bitfront float32", "at least 0.91") { $0 >= 1 / 1.1 }
        }
        line("inference / PyTorch", "bitfront inference", Peer.inference.rawValue, "at least 1") { $0 >= 1 }
    }
}
