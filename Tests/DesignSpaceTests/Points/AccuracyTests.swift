import DesignSpace
import Testing

@Suite("Accuracies")
struct AccuracyTests {
    private func accuracy(_ percent: Double?, images: Int? = 9000) -> Accuracy {
        Accuracy(percent: percent, source: .measured, origin: "test", testImages: images, seeds: 1, converged: true)
    }

    @Test("9,000 images at 81 % are known to ±0.8 points")
    func interval() throws {
        let interval = try #require(accuracy(81).interval)
        #expect(abs((interval.upperBound - interval.lowerBound) / 2 - 0.81) < 0.01)
        #expect(interval.contains(81))
    }

    @Test("An interval never leaves 0 to 100 %", arguments: [0, 0.01, 50, 99.99, 100])
    func bounds(percent: Double) throws {
        let interval = try #require(accuracy(percent, images: 100).interval)
        #expect(interval.lowerBound >= 0)
        #expect(interval.upperBound <= 100)
        #expect(interval.lowerBound < interval.upperBound)
    }

    @Test("Without images or a figure there is no interval")
    func unknown() {
        #expect(accuracy(81, images: nil).interval == nil)
        #expect(accuracy(nil).interval == nil)
        #expect(accuracy(.nan).interval == nil)
        #expect(accuracy(81, images: 0).interval == nil)
    }

    @Test(
        "A difference inside the interval is a tie", arguments: [(81.26, 81.22, true), (81.22, 79.71, false), (80.52, 81.22, true)])
    func ties(left: Double, right: Double, isTie: Bool) {
        #expect(accuracy(left).ties(with: accuracy(right)) == isTie)
        #expect(accuracy(right).ties(with: accuracy(left)) == isTie)
    }

    @Test("Nothing ties with an unknown accuracy")
    func unknownTie() {
        #expect(!accuracy(nil).ties(with: accuracy(80)))
        #expect(!accuracy(80).ties(with: accuracy(nil)))
    }
}
