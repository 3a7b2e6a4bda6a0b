import DesignSpace
import Precision
import Recipes
import Testing

@Suite("An experiment in the queue")
struct QueuedExperimentTests {
    @Test("Of epochs whose batches nobody watched the loss is their mean, in the middle of the epoch")
    func lossOverTheRun() throws {
        var one = QueuedExperiment(spec: try Runs.record("alex/fixed8", "cifar10", percent: 80).spec, key: "k")
        one.history = (1...4).map {
            EpochRecord(
                epoch: $0, trainingLoss: Double(10 - $0), validationAccuracyPercent: 50, learningRate: 0.1, seconds: 1)
        }
        for epochs in [2.25, 2.75, 3] { one.lossCurve.add(.init(epochs: epochs, loss: 1)) }
        #expect(one.lossSamples.map(\.epochs) == [0.5, 1.5, 2.25, 2.75, 3, 3.5])
        #expect(one.lossSamples.map(\.loss) == [9, 8, 1, 1, 1, 6])
    }

    @Test("The loss is the mean over the last hundredth of the run, of an epoch that nobody watched that epoch's")
    func lossNow() throws {
        var one = QueuedExperiment(spec: try Runs.record("alex/fixed8", "cifar10", percent: 80).spec, key: "k")
        #expect(one.loss == nil)
        one.progress = TrainingProgress(
            epoch: 1, epochs: one.epochs, batch: 1, batches: 9, loss: 7, imagesPerSecond: 1, secondsLeft: 1)
        #expect(one.loss == 7)
        let stretch = Double(one.epochs) / 100
        one.lossCurve.add(.init(epochs: 0.1, loss: 9))
        one.lossCurve.add(.init(epochs: 0.2 + 0.1 * stretch, loss: 3))
        one.lossCurve.add(.init(epochs: 0.2 + 0.5 * stretch, loss: 1))
        #expect(one.loss == 2)
        one.history = (1...2).map {
            EpochRecord(
                epoch: $0, trainingLoss: Double(10 - $0), validationAccuracyPercent: 50, learningRate: 0.1, seconds: 1)
        }
        #expect(one.loss == 8)
    }

    @Test("Who works the queue is awaited for a moment after something was put into it, and not missed before")
    func startingRunner() throws {
        let spec = try Runs.record("alex/fixed8", "cifar10", percent: 80).spec
        var queue = QueueSnapshot(experiments: [QueuedExperiment(spec: spec, key: spec.key, addedAt: 100)])
        #expect(queue.expectsRunner(at: 100) && queue.expectsRunner(at: 103))
        #expect(!queue.expectsRunner(at: 99) && !queue.expectsRunner(at: 106) && !queue.expectsRunner(at: .max))
        queue.experiments[0].startedAt = 101
        #expect(!queue.expectsRunner(at: 102))
        queue.experiments[0].startedAt = nil
        queue.isPaused = true
        #expect(!queue.expectsRunner(at: 101))
        (queue.isPaused, queue.runner) = (false, 7)
        #expect(!queue.expectsRunner(at: 101))
    }

    @Test("A run's share is that of the queue where it is known, else that of its epochs, and rounded down")
    func share() throws {
        var record = try Runs.record("alex/fixed8", "cifar10", percent: nil)
        record.status = .running
        record.epochs = record.spec.phase.epochs * 2 / 3
        let benchmark = try #require(try PaperStudy.catalogue().study("default").benchmarks.first { $0.dataset == "cifar10" })
        let epochs = try #require(MeasuredPoint.all(in: [record], benchmark: benchmark).first)
        #expect(epochs.state == .running(Double(record.epochs) / Double(record.spec.phase.epochs)))
        record.shareDone = 0.8099
        let queued = try #require(MeasuredPoint.all(in: [record], benchmark: benchmark).first)
        #expect(queued.state.text == "running 80 %")
    }
}
