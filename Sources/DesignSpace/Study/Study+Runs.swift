import HardwareModel
import Networks
import Precision

extension Study {
    /// The study with what a user has trained besides: networks of their own on its data sets, and data sets of their own.
    ///
    /// A data set that the study does not have becomes a benchmark against float32 of the first network that was trained on it, under
    /// the accounting of that network's benchmark in the study, so that it costs the same on both; nominal, the model's own, for a
    /// network of one's own.
    func including(_ points: [DesignPoint]) -> Study {
        var benchmarks = benchmarks
        var last: DesignPoint?
        for point in points where point != last {
            last = point
            guard let place = benchmarks.firstIndex(where: { $0.dataset == point.dataset }) else {
                let accounting = self.benchmarks.first { $0.networks.contains(point.network) }?.accounting ?? .nominal
                benchmarks.append(Benchmark(own: point, accounting: accounting))
                continue
            }
            guard !benchmarks[place].networks.contains(point.network) else { continue }
            benchmarks[place] = benchmarks[place].adding(network: point.network)
        }
        guard benchmarks != self.benchmarks else { return self }
        return Study(
            name: name, title: title, source: source, accelerator: accelerator, benchmarks: benchmarks, published: published,
            grid: grid, includesMeasured: includesMeasured)
    }
}

extension Study.Benchmark {
    /// The benchmark of a data set that no study has.
    fileprivate init(own point: DesignPoint, accounting: Accounting) {
        self.init(
            dataset: point.dataset, title: point.dataset, networks: [point.network],
            baseline: PointReference(network: point.network, precision: .float32), accounting: accounting, testImages: 0)
    }

    fileprivate func adding(network: String) -> Study.Benchmark {
        Study.Benchmark(
            dataset: dataset, title: title, networks: networks + [network], baseline: baseline, accounting: accounting,
            testImages: testImages, besideDataset: besideDataset)
    }
}

extension Catalogue {
    /// The records whose network is the one of the catalogue: a preset that was edited since is another network of the same name, which
    /// nothing here could price.
    func ofKnownNetworks(_ records: [ExperimentRecord]) -> [ExperimentRecord] {
        let networks = Dictionary(networks.map { ($0.name, $0) }) { first, _ in first }
        // A fingerprint is slow to work out, and most networks have no record.
        var fingerprints: [String: String] = [:]
        return records.filter { record in
            let name = record.spec.network
            guard let fingerprint = fingerprints[name] ?? networks[name]?.fingerprint else { return false }
            fingerprints[name] = fingerprint
            return fingerprint == record.spec.networkFingerprint
        }
    }
}
