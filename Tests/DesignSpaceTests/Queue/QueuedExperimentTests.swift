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
}
