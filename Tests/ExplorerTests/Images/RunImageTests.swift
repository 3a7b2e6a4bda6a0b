import DesignSpace
import Testing

@testable import Explorer

@Suite("A run's curves as an image")
struct RunImageTests {
    @Test("Loss and accuracy are curves with axes; before anything is known there is no curve")
    func curves() throws {
        let queue = try Fixture.queue()
        let svgs = queue.experiments.map { RunImage(run: $0, caption: ImageCaption(title: $0.name)).document }
        let drawn = DrawnText.all(in: svgs[0]).map(\.text)
        #expect(svgs[0].split(separator: "\n").count { $0.hasPrefix("<polyline") } == 2)
        #expect(drawn.contains("alex/float32") && drawn.count { $0 == "epoch" } == 2)
        #expect(!svgs[1].contains("<polyline") && svgs[1].contains("training loss: nothing yet"))
    }

    @Test("A loss that is no number leaves a gap and no broken image")
    func infinite() throws {
        var run = try #require(try Fixture.queue().experiments.first)
        run.lossCurve.add(.init(epochs: 3.5, loss: .infinity))
        let svg = RunImage(run: run, caption: ImageCaption()).document
        #expect(!svg.contains("inf") && !svg.contains("nan"))
    }
}
