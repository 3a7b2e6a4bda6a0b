import DesignSpace
import Testing

@testable import Experiments

@Suite("A run in words")
struct ProgressTextTests {
    @Test("The bar shows the finished epochs, share, loss, speed and time left, within the width", arguments: [20, 60, 80, 120])
    func bar(width: Int) {
        let bar = ProgressText.bar(Fixtures.progress, width: width, ascii: true)
        #expect(bar.count <= width)
        #expect(bar.hasPrefix("epochs 1/4 "))
        if width >= 80 {
            #expect(bar.hasSuffix(" 37 %  loss 0.2500  5432 images/s  1:05 left"))
            let (full, empty) = (bar.filter { $0 == "#" }.count, bar.split(separator: " ")[2].filter { $0 == "." }.count)
            #expect(full == Int(0.375 * Double(full + empty)))
        }
    }

    @Test(
        "Times are seconds, minutes or hours, and a dash if there is none",
        arguments: [
            (0, "0 s"), (59.4, "59 s"), (59.6, "1:00"), (3599, "59:59"), (3723, "1:02:03"), (.infinity, "—"), (.nan, "—"),
            (-1, "—"),
            (1e300, "—"),
        ] as [(Double, String)])
    func time(seconds: Double, text: String) { #expect(ProgressText.time(seconds) == text) }

    @Test("A loss that was no number is shown, and a result without an accuracy has none")
    func unknown() {
        let epoch = EpochRecord(epoch: 1, trainingLoss: .nan, validationAccuracyPercent: 10, learningRate: 1, seconds: 2)
        #expect(ProgressText.line(for: .epoch(epoch)) == "epoch 1: loss ∞, validation 10.00 %, 2.0 s")
        let finished = TrainingEvent.finished(
            key: "0123456789abcdef", status: .notConverged, testAccuracyPercent: nil, testImages: nil)
        #expect(ProgressText.line(for: finished) == "0123456789ab: not converged")
    }
}
