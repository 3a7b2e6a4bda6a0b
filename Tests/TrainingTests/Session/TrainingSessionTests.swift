import Networks
import Precision
import Recipes
import Testing

@testable import Training

struct TrainingSessionTests {
    private static func parent(epochs: Int = 5) async throws -> TrainedWeights {
        try await TinyTask.outcome(
            TinyTask.job(recipe: TinyTask.recipe(epochs: epochs)), training: TinyTask.images(count: 210, seed: 1),
            test: TinyTask.images(count: 40, seed: 2)
        ).weights
    }

    @Test("An easy task is learned at each of the paper's precisions", arguments: Precision.ofThePaper, RadixPolicy.allCases)
    func learns(precision: Precision, radix: RadixPolicy) async throws {
        let parent = precision == .float32 ? nil : try await Self.parent()
        let outcome = try await TinyTask.outcome(
            TinyTask.job(precision, recipe: TinyTask.recipe(epochs: 5), radix: radix),
            training: TinyTask.images(count: 210, seed: 1),
            test: TinyTask.images(count: 90, seed: 2), parent: parent)
        #expect(outcome.testAccuracyPercent >= 90)
        #expect(outcome.notConverged == nil)
        #expect(outcome.history.map(\.epoch) == [1, 2, 3, 4, 5])
        #expect((outcome.quantization == nil) == (precision == .float32))
        #expect(outcome.testImages + outcome.validationImages == 90)
    }

    @Test(
        "Any precision can be trained",
        arguments: [
            "fixed:1,1", "fixed:12,12", "fixed:32,4", "fixed:2,32", "pow2:2,1", "pow2:4,8", "pow2:9,32", "binary:1", "binary:8",
        ],
        Recipe.ScaleRule.allCases)
    func anyPrecision(name: String, rule: Recipe.ScaleRule) async throws {
        let job = try TinyTask.job(Precision(parsing: name), recipe: TinyTask.recipe(epochs: 1, rule: rule), radix: .global)
        let outcome = try await TinyTask.outcome(
            job, training: TinyTask.images(count: 30, seed: 1), test: TinyTask.images(count: 30, seed: 2),
            parent: Self.parent(epochs: 1))
        #expect(outcome.history.count == 1)
        #expect(outcome.history.allSatisfy { $0.trainingLoss.isFinite })
    }

    @Test(
        "One thread, two, and two once more train the same bits at each of the paper's precisions",
        arguments: Precision.ofThePaper, RadixPolicy.allCases)
    func threads(precision: Precision, radix: RadixPolicy) async throws {
        let parent = try await Self.parent(epochs: 1)
        let job = try TinyTask.job(
            precision, recipe: TinyTask.recipe(epochs: 2, rule: .largestMagnitude, shiftPixels: 1), radix: radix)
        let training = try TinyTask.images(count: 71, seed: 1)
        let test = try TinyTask.images(count: 40, seed: 2)
        let one = try await TinyTask.outcome(job, training: training, test: test, parent: parent, threads: 1)
        for _ in 0..<2 {
            let two = try await TinyTask.outcome(job, training: training, test: test, parent: parent, threads: 2)
            #expect(two.weights == one.weights)
            #expect(two.quantization == one.quantization)
            #expect(two.test == one.test)
            #expect(two.history.map(\.trainingLoss) == one.history.map(\.trainingLoss))
        }
    }

    @Test(
        "A run that stopped at any batch goes on to the same bits, on any number of threads, at each of the paper's precisions",
        arguments: Precision.ofThePaper, RadixPolicy.allCases)
    func resume(precision: Precision, radix: RadixPolicy) async throws {
        let parent = try await Self.parent(epochs: 1)
        let job = try TinyTask.job(
            precision, recipe: TinyTask.recipe(epochs: 2, rule: .largestMagnitude, shiftPixels: 1), radix: radix)
        let training = try TinyTask.images(count: 30, seed: 1)
        let test = try TinyTask.images(count: 40, seed: 2)
        let whole = try await TinyTask.outcome(job, training: training, test: test, parent: parent)
        for batches in 0...(2 * 4) {
            var first = try await TrainingSession(job, training: training, test: test, parent: parent)
            for _ in 0..<batches { try await first.trainOneBatchAndFinishEpoch() }
            var second = try await TrainingSession(
                job, training: training, test: test, checkpoint: first.checkpoint(), threads: 1 + batches % 2)
            #expect(second.quantization == first.quantization)
            let outcome = try await second.runToEnd()
            #expect(outcome.weights == whole.weights)
            #expect(outcome.test == whole.test)
            #expect(outcome.history.map(\.trainingLoss) == whole.history.map(\.trainingLoss))
        }
    }

    @Test("Events come in order: epochs with a checkpoint each, and the outcome again and again")
    func events() async throws {
        let job = try TinyTask.job(recipe: TinyTask.recipe(epochs: 2))
        var session = try await TrainingSession(
            job, training: TinyTask.images(count: 30, seed: 1), test: TinyTask.images(count: 40, seed: 2))
        var kinds: [String] = []
        for _ in 0..<100 where kinds.count < 6 {
            switch try await session.next() {
            case .progress(let progress):
                #expect((1...2).contains(progress.epoch))
                #expect((1...4).contains(progress.batch))
            case .epoch(let result): kinds.append("epoch \(result.epoch)")
            // A slow machine may pass the time after which a checkpoint comes within an epoch as well.
            case .checkpoint: if kinds.last?.hasPrefix("epoch") == true { kinds.append("checkpoint") }
            case .finished: kinds.append("finished")
            }
        }
        #expect(kinds == ["epoch 1", "checkpoint", "epoch 2", "checkpoint", "finished", "finished"])
    }

    @Test("Another seed trains other weights")
    func seed() async throws {
        let training = try TinyTask.images(count: 30, seed: 1)
        let test = try TinyTask.images(count: 40, seed: 2)
        let recipe = TinyTask.recipe(epochs: 1)
        let one = try await TinyTask.outcome(TinyTask.job(recipe: recipe, seed: 1), training: training, test: test)
        let two = try await TinyTask.outcome(TinyTask.job(recipe: recipe, seed: 2), training: training, test: test)
        #expect(one.weights != two.weights)
    }

    @Test("A run whose loss or weights are not finite ends as not converged", arguments: [Precision.float32, .fixed8, .binary])
    func notFinite(precision: Precision) async throws {
        var recipe = TinyTask.recipe(epochs: 3, learningRate: 1_000, clip: nil)
        // Each step multiplies the weights by about a million, until they leave single precision.
        recipe.weightDecay = 1_000
        let job = try TinyTask.job(precision, recipe: recipe)
        let outcome = try await TinyTask.outcome(
            job, training: TinyTask.images(count: 70, seed: 1), test: TinyTask.images(count: 40, seed: 2),
            parent: Self.parent(epochs: 1))
        guard case .notFinite = outcome.notConverged else {
            Issue.record("expected a loss that is not finite, found \(String(describing: outcome.notConverged))")
            return
        }
        #expect(outcome.bestEpoch == 0)
        #expect(outcome.history.isEmpty)
    }

    @Test("A run that learned nothing ends as not converged")
    func chance() async throws {
        let job = try TinyTask.job(recipe: TinyTask.recipe(epochs: 1, learningRate: 0.01))
        let outcome = try await TinyTask.outcome(
            job, training: TinyTask.images(count: 70, seed: 1, randomLabels: true),
            test: TinyTask.images(count: 90, seed: 2, randomLabels: true))
        #expect(outcome.notConverged != nil)
    }

    @Test("A low-precision run without its parent's weights is refused")
    func parentMissing() async throws {
        let job = try TinyTask.job(.fixed8)
        await #expect(throws: TrainingError.parentMissing(precision: "fixed8")) {
            _ = try await TrainingSession(
                job, training: TinyTask.images(count: 30, seed: 1), test: TinyTask.images(count: 40, seed: 2))
        }
    }

    @Test("Images that do not fit the network are refused")
    func imagesDoNotFit() async throws {
        let job = try TinyTask.job()
        let other = try ImageSet(
            shape: Shape(height: 6, width: 7, channels: 1), classCount: 3, pixels: [UInt8](repeating: 0, count: 42 * 9),
            labels: [0, 1, 2, 0, 1, 2, 0, 1, 2])
        await #expect(throws: TrainingError.imagesDoNotFit(images: other.shape, input: job.network.input)) {
            _ = try await TrainingSession(job, training: other, test: other)
        }
        let classes = try TinyTask.images(count: 30, seed: 1, classes: 2)
        await #expect(throws: TrainingError.outputsDoNotFit(output: job.network.output, classCount: 2)) {
            _ = try await TrainingSession(job, training: classes, test: classes)
        }
    }

    @Test("Settings that make no sense are refused", arguments: ["epochs", "batch size", "learning rate", "momentum", "shift"])
    func recipe(setting: String) async throws {
        var recipe = TinyTask.recipe()
        switch setting {
        case "epochs": recipe.float.epochs = 0
        case "batch size": recipe.batchSize = 0
        case "learning rate": recipe.float.learningRate = .nan
        case "momentum": recipe.momentum = -1
        default: recipe.shiftPixels = -1
        }
        let job = try TinyTask.job(recipe: recipe)
        let error = await #expect(throws: TrainingError.self) {
            _ = try await TrainingSession(
                job, training: TinyTask.images(count: 30, seed: 1), test: TinyTask.images(count: 40, seed: 2))
        }
        guard case .recipeOutOfRange(let found, _, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(found == setting)
    }

    @Test("A classifier made of an outcome predicts what the session did", arguments: [Precision.float32, .fixed4])
    func classifier(precision: Precision) async throws {
        let training = try TinyTask.images(count: 70, seed: 1)
        let test = try TinyTask.images(count: 60, seed: 2)
        let job = try TinyTask.job(precision)
        var session = try await TrainingSession(job, training: training, test: test, parent: Self.parent())
        let outcome = try await session.runToEnd()
        let classifier = try Classifier(
            network: job.network, weights: TrainedWeights(decoding: outcome.weights.encoded()), quantization: outcome.quantization,
            recipe: job.recipe, training: training)
        let evaluation = try await classifier.evaluate(test)
        #expect(session.split.test.map { evaluation.predictions[$0] } == outcome.test.predictions)
    }
}
