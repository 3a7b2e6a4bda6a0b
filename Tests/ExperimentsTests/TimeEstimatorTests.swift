import DesignSpace
import Networks
import Precision
import Testing

@testable import Experiments

@Suite("How long an experiment will take")
struct TimeEstimatorTests {
    private static let here = "this processor"

    private func network(_ name: String, outputs: Int) throws -> Network {
        try Network(
            name: name, title: name, input: Shape(height: 10, width: 10, channels: 1),
            layers: [Layer(name: "ip", kind: .innerProduct(outputs: outputs), activation: .none)], source: "a test")
    }

    private func spec(_ network: Network, _ precision: Precision = .fixed8) -> ExperimentSpec {
        var spec = Fixtures.spec(precision)
        spec.networkFingerprint = network.fingerprint
        return spec
    }

    private func record(
        _ network: Network, _ precision: Precision, speed: Double, cpu: String = here, threads: Int = 2
    ) -> ExperimentRecord {
        var record = ExperimentRecord(
            spec: spec(network, precision), status: .done, engineVersion: "0", cpu: cpu, threads: threads, createdAt: "")
        record.imagesPerSecond = speed
        return record
    }

    /// The estimate of a run of 6 epochs (12 in float32) of 1,000 images on two threads.
    private func estimate(
        _ network: Network, _ records: [ExperimentRecord], _ precision: Precision = .fixed8, finished: Int = 0
    ) throws -> TimeEstimate {
        TimeEstimator(
            records: records, networks: [try self.network("a", outputs: 10), try self.network("b", outputs: 40)],
            trainingImages: ["digits": 1000], processor: Self.here, threads: 2
        ).estimate(spec(network, precision), finishedEpochs: finished)
    }

    @Test("The same network's speed on this processor counts before all else, and of it the same kind of precision's")
    func measured() throws {
        let a = try network("a", outputs: 10)
        let records = [
            record(a, .float32, speed: 3000), record(a, .binary, speed: 1000), record(a, .fixed16, speed: 500),
            record(a, .binary, speed: 600), record(a, .binary, speed: 9e9, cpu: "another"),
        ]
        #expect(try estimate(a, records) == TimeEstimate(seconds: 10, basis: .sameNetwork))
        #expect(try estimate(a, records, finished: 3) == TimeEstimate(seconds: 5, basis: .sameNetwork))
        #expect(try estimate(a, records, .float32) == TimeEstimate(seconds: 4, basis: .sameNetwork))
        #expect(try estimate(a, [record(a, .float32, speed: 3000)]) == TimeEstimate(seconds: 2, basis: .sameNetwork))
    }

    @Test("A speed measured with another number of threads counts in proportion")
    func threads() throws {
        let a = try network("a", outputs: 10)
        #expect(try estimate(a, [record(a, .binary, speed: 600, threads: 1)]).seconds == 5)
    }

    @Test("Without it, work a second of other networks here, then of other processors, then a rough rate")
    func worse() throws {
        let (a, b) = (try network("a", outputs: 10), try network("b", outputs: 40))
        let here = record(b, .binary, speed: 250)
        let there = record(b, .binary, speed: 1250, cpu: "another")
        #expect(try estimate(a, [there, here]) == TimeEstimate(seconds: 6, basis: .otherNetworks))
        #expect(try estimate(a, [there]) == TimeEstimate(seconds: 1.2, basis: .otherProcessors))
        let rough = try estimate(a, [])
        #expect(rough.basis == .roughRate)
        #expect(abs(rough.seconds - 6000 * 1000 / TimeEstimator.roughRate) < 1e-9)
    }

    @Test("Records that make no sense have no say", arguments: [0, -5, .infinity, .nan] as [Double])
    func nonsense(speed: Double) throws {
        let a = try network("a", outputs: 10)
        #expect(try estimate(a, [record(a, .binary, speed: speed)]).basis == .roughRate)
        #expect(try estimate(a, [record(a, .binary, speed: 5, threads: 0)]).basis == .roughRate)
    }
}
