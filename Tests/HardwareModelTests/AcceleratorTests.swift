import HardwareModel
import Precision
import Quantities
import Testing

@Suite("Accelerators and cost tables")
struct AcceleratorTests {
    @Test("A cost table needs a price for every component", arguments: Component.allCases)
    func missing(component: Component) {
        #expect(throws: HardwareModelError.missingComponents([component])) {
            try Fixtures.costs { $0[component] = nil }
        }
    }

    @Test("Negative, undefined and absurd prices are refused", arguments: [-1, .nan, .infinity, 1e13])
    func costs(value: Double) {
        #expect(throws: HardwareModelError.self) { try Fixtures.costs { $0[.control]?.area = .squareMicrometres(value) } }
        #expect(throws: HardwareModelError.self) { try Fixtures.costs { $0[.control]?.energy = .picojoules(value) } }
    }

    @Test("A tile outside what the model covers is refused with the range", arguments: [0, -1, 1025, Int.max])
    func tile(neurons: Int) {
        let error = #expect(throws: HardwareModelError.self) {
            try Fixtures.accelerator(tile: Fixtures.tile(neurons: neurons))
        }
        #expect(error?.description.contains("use 1 to 1024") == true)
        #expect(throws: HardwareModelError.self) { try Fixtures.accelerator(tile: Fixtures.tile(synapses: neurons)) }
        #expect(throws: HardwareModelError.self) { try Fixtures.accelerator(tile: Fixtures.tile(clock: neurons > 0 ? .nan : 0)) }
    }

    @Test(
        "A clock on either side of the calibrated one is told",
        arguments: [
            (100.0, [Caveat.slowClock]), (250, []), (500, [.unverifiedTiming]),
        ])
    func clocks(megahertz: Double, caveats: [Caveat]) throws {
        let accelerator = try Fixtures.accelerator(tile: Fixtures.tile(clock: megahertz))
        #expect(accelerator.caveats(for: .fixed8).filter { [.slowClock, .unverifiedTiming].contains($0) } == caveats)
    }
}
