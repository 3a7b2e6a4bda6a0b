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
