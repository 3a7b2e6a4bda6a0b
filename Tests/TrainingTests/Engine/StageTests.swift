import Networks
import Testing

@testable import Training

struct StageTests {
    @Test("What is done value by value waits for a max pooling that follows")
    func waitsForMaxPooling() throws {
        let stages = Stage.stages(of: try TinyNetworks.classifier())
        #expect(stages.map(\.rounding) == [.none, .output(layer: 0), .output(layer: 1), .mean(layer: 1), .none])
        #expect(stages.map(\.masksReLU) == [false, true, true, false, false])
        #expect(stages.map(\.hasReLUInside) == [true, false, true, false, false])
    }

    @Test("A pooling in front of every layer with weights keeps the input's format")
    func inputFormat() throws {
        let stages = Stage.stages(of: try TinyNetworks.network("pooling first, with a ReLU"))
        #expect(stages[0].rounding == .mean(layer: nil))
        #expect(stages[0].appliesReLU)
    }
}
