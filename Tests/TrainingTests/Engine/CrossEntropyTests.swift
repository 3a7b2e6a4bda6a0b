import Testing

@testable import Training

struct CrossEntropyTests {
    private static func differentiate(_ scores: [Float], label: Int) -> (loss: Double, gradient: [Float]) {
        var scores = scores
        let loss = scores.withUnsafeMutableBufferPointer { CrossEntropy.differentiate($0, label: label, weight: 0.5) }
        return (loss, scores)
    }

    @Test("Equal scores give the logarithm of the number of classes")
    func equalScores() {
        let (loss, gradient) = Self.differentiate([3, 3, 3, 3], label: 1)
        #expect(abs(loss - 1.386_294_361) < 1e-8)
        #expect(gradient == [0.125, -0.375, 0.125, 0.125])
    }

    @Test("The gradient of every score is the difference quotient of the loss", arguments: 0..<4)
    func gradient(label: Int) {
        let scores: [Float] = [0.5, -1.25, 3, 0.75]
        let (_, gradient) = Self.differentiate(scores, label: label)
        for index in scores.indices {
            let losses = [Float(0x1p-10), -0x1p-10].map { step in
                var moved = scores
                moved[index] += step
                return Self.differentiate(moved, label: label).loss
            }
            // The gradient is that of the loss times its weight, one half.
            #expect(abs(Double(gradient[index]) - (losses[0] - losses[1]) / 0x1p-9 / 2) < 1e-6)
        }
    }

    @Test("Large scores do not overflow")
    func largeScores() {
        let (loss, gradient) = Self.differentiate([1e30, 0, -1e30], label: 0)
        #expect(loss == 0)
        #expect(gradient == [0, 0, 0])
    }

    @Test("A score that is not a number makes the loss none", arguments: [Float.nan, .infinity])
    func notFinite(score: Float) {
        #expect(!Self.differentiate([0, score, 1], label: 0).loss.isFinite)
    }

    @Test("The first of equal scores is predicted")
    func ties() {
        var scores: [Float] = [1, 5, 5, 2]
        #expect(scores.withUnsafeMutableBufferPointer { CrossEntropy.prediction($0) } == 1)
    }
}
