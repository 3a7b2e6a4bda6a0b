import HardwareModel
import Precision
import Quantities
import Testing

@Suite("An accelerator built for a precision")
struct DesignTests {
    private func count(_ component: Component, in design: Design) -> Int {
        design.components.filter { $0.component == component }.reduce(0) { $0 + $1.count }
    }

    @Test("Components add up to the totals", arguments: Precision.ofThePaper)
    func totals(precision: Precision) throws {
        let design = Design(try Fixtures.accelerator(), precision: precision)
        let area = ComponentGroup.allCases.reduce(Area.zero) { $0 + design.area(of: $1) }
        let power = ComponentGroup.allCases.reduce(Power.zero) { $0 + design.power(of: $1) }
        #expect(abs(area / design.area - 1) < 1e-12)
        #expect(abs(power / design.power - 1) < 1e-12)
        let shares = ComponentGroup.allCases.reduce(0.0) { $0 + design.areaShare(of: $1) }
        #expect(abs(shares - 1) < 1e-12)
    }

    @Test(
        "Counts are the page's formulas, for published and unpublished precisions",
        arguments: [
            ("fixed:12,12", 24, 0), ("pow2:4,8", 16, 3), ("pow2", 32, 5), ("fixed8", 16, 0), ("binary", 17, 0), ("binary:8", 9, 0),
            ("fixed:16,4", 20, 0),
        ])
    func counts(name: String, product: Int, stages: Int) throws {
        let precision = try Precision(parsing: name)
        let design = Design(try Fixtures.accelerator(), precision: precision)
        let (w, x) = (precision.weightBits, precision.dataBits)
        let buffer: Component = w <= 8 ? .synapseBufferNarrowBit : .synapseBufferWideBit
        #expect(count(buffer, in: design) == 256 * w * 320)
        #expect(count(.dataBufferBit, in: design) == 2 * 16 * x * 64)
        let tree = 8 * (product + 1) + 4 * (product + 2) + 2 * (product + 3) + (product + 4) + (product + 8)
        #expect(count(.integerAdder, in: design) == 16 * tree)
        let isBinary = precision.weights == .binary
        #expect(count(.registerBit, in: design) == (isBinary ? 0 : 256 * product) + 16 * (product + 8) + 16 * x)
        #expect(count(.barrelShifter, in: design) == 256 * x * stages)
        let negates = isBinary || stages > 0
        #expect(count(.negation, in: design) == (negates ? 256 * x : 0))
        #expect(count(.fixedMultiplier, in: design) == (negates ? 0 : 256))
        #expect(count(.control, in: design) == 1)
        #expect(count(.floatAdder, in: design) == 0)
    }

    @Test("A fixed-point multiplier's price grows with the product of its widths")
    func multiplier() throws {
        let accelerator = try Fixtures.accelerator()
        let unit = accelerator.costs[.fixedMultiplier]
        let use = try #require(
            Design(accelerator, precision: try Precision(parsing: "fixed:12,10")).components.first {
                $0.component == .fixedMultiplier
            })
        #expect(use.areaPerUnit == unit.area * 120)
        #expect(use.energyPerOperation == unit.energy * 120)
    }

    @Test("Words of more than eight bits are built from the wide SRAM family", arguments: 1...32)
    func bufferFamily(bits: Int) throws {
        let design = Design(try Fixtures.accelerator(), precision: try .fixed(weightBits: bits, dataBits: 8))
        #expect(design.components.first?.component == (bits <= 8 ? .synapseBufferNarrowBit : .synapseBufferWideBit))
    }

    @Test("Changing one component's cost changes that component and nothing else", arguments: Component.allCases)
    func isolation(changed: Component) throws {
        let before = try Fixtures.accelerator()
        var costs = before.costs
        costs[changed].area = costs[changed].area * 3
        costs[changed].energy = costs[changed].energy * 5
        let after = try before.with(costs: costs)
        for precision in Precision.ofThePaper {
            let (old, new) = (Design(before, precision: precision), Design(after, precision: precision))
            for (oldUse, newUse) in zip(old.components, new.components) {
                let isChanged = oldUse.component == changed
                #expect(abs(newUse.area / oldUse.area - (isChanged ? 3 : 1)) < 1e-12)
                #expect(abs(new.power(of: newUse) / old.power(of: oldUse) - (isChanged ? 5 : 1)) < 1e-12)
            }
            let own = old.components.filter { $0.component == changed }.reduce(Area.zero) { $0 + $1.area }
            #expect(abs((new.area - old.area - own * 2) / old.area) < 1e-12)
        }
    }

    @Test("Power follows the clock, area does not")
    func clock() throws {
        let slow = Design(try Fixtures.accelerator(), precision: .fixed8)
        let fast = Design(try Fixtures.accelerator(tile: Fixtures.tile(clock: 500)), precision: .fixed8)
        #expect(abs(fast.power / slow.power - 2) < 1e-12)
        #expect(fast.area == slow.area)
    }

    @Test("A buffer of four times the depth takes four times the area and, by the depth rule, twice the energy")
    func depth() throws {
        let shallow = Design(try Fixtures.accelerator(), precision: .fixed8)
        let deep = Design(try Fixtures.accelerator(tile: Fixtures.tile(entries: 1280)), precision: .fixed8)
        #expect(abs(deep.components[0].area / shallow.components[0].area - 4) < 1e-12)
        #expect(abs(deep.components[0].energyPerCycle / shallow.components[0].energyPerCycle - 2) < 1e-12)
        #expect(deep.components[1] == shallow.components[1])
    }

    @Test("An adder tree sums any number of synapses", arguments: [1, 2, 3, 5, 9, 16, 25, 64])
    func adderTree(synapses: Int) {
        let widths = Widths(precision: .fixed8, synapses: synapses)
        #expect(1 << widths.treeLevels >= synapses)
        #expect(synapses == 1 || 1 << (widths.treeLevels - 1) < synapses)
        let adders = widths.adderBits(synapses: synapses) - widths.accumulator
        #expect(adders >= (synapses - 1) * (widths.product + (synapses > 1 ? 1 : 0)))
        #expect(adders <= (synapses - 1) * (widths.product + widths.treeLevels))
    }

    @Test("Neurons and synapses scale the buffers that have their width")
    func lanes() throws {
        let design = Design(try Fixtures.accelerator(tile: Fixtures.tile(neurons: 8, synapses: 32)), precision: .fixed16)
        #expect(design.components[0].operationsPerCycle == 8 * 32 * 16)
        #expect(design.components[1].operationsPerCycle == 32 * 16)
        #expect(design.components[2].operationsPerCycle == 8 * 16)
    }
}
