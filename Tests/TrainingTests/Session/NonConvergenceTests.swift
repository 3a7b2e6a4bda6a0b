import Testing

@testable import Training

struct NonConvergenceTests {
    private static let labels: [UInt8] = (0..<100).map { UInt8($0 % 4) }

    @Test("One class for every image is a reason, also where that class is common")
    func oneClass() {
        let test = Evaluation(predictions: [UInt8](repeating: 2, count: 100), labels: Self.labels, classCount: 4)
        #expect(NonConvergence.reason(in: test) == .oneClass(2))
        #expect(test.accuracyPercent == 25)
    }

    @Test("An accuracy within three standard errors of the commonest class's share is guessing")
    func chanceLevel() {
        // The share is a quarter of 100 images, so the bound is 25 + 3 * 4.33 = 37.99.
        for (correct, isGuessing) in [(10, true), (37, true), (38, false), (100, false)] {
            let predictions = Self.labels.enumerated().map { $0 < correct ? $1 : ($1 + 1) % 4 }
            let test = Evaluation(predictions: predictions, labels: Self.labels, classCount: 4)
            #expect((NonConvergence.reason(in: test) != nil) == isGuessing, "\(correct) correct")
        }
    }

    @Test("Each reason says in words what happened")
    func words() {
        #expect(NonConvergence.notFinite(epoch: 2, batch: 17).description.contains("epoch 2, batch 17"))
        #expect(NonConvergence.oneClass(1).description == "class 1 is predicted for every test image")
        #expect(NonConvergence.chanceLevel(accuracyPercent: 19.574, chancePercent: 19.6).description.contains("19.6 %"))
    }
}
