import DesignSpace
import HardwareModel
import Networks
import Precision
import PresetLibrary
import Quantities
import Recipes
import Testing

@Suite("The shipped presets")
struct ShippedPresetsTests {
    let catalogue = Shipped.library.catalogue

    @Test("All are read without a problem and each is listed with its file")
    func noProblems() {
        #expect(Shipped.library.problems == [])
        #expect(Shipped.library.entries.allSatisfy { !$0.isOverridden && $0.origin == .shipped })
        let names = Shipped.library.entries.filter { $0.kind == .network }.map(\.name)
        #expect(Set(names) == ["lenet", "convnet", "alex", "alex+", "alex++"])
    }

    @Test("Each file alone passes the check", arguments: Shipped.library.entries.map(\.file))
    func eachPasses(file: String) {
        #expect(PresetLibrary.check(files: [file], roots: [Shipped.root]) == [])
    }

    @Test("The seven precisions of Table III are named in its order")
    func precisions() {
        #expect(catalogue.precisions.map(\.precision) == Precision.ofThePaper)
    }

    @Test(
        "Networks have the paper's sizes",
        arguments: [
            ("lenet", 430_500, 11_023), ("convnet", 566_648, 136_417), ("alex", 89_440, 61_480), ("alex+", 332_480, 221_264),
            ("alex++", 2_472_640, 282_644),
        ])
    func networks(name: String, weights: Int, cycles: Int) throws {
        let network = try catalogue.network(name)
        #expect(network.weightCount == weights)
        #expect(Mapping(network, on: try catalogue.accelerator("tile-65nm").tile).cycles == cycles)
        #expect(network.output == Shape(height: 1, width: 1, channels: 10))
        #expect(network.layers.last?.layer.activation == Layer.Activation.none)
        #expect(network.layers.dropLast().filter(\.layer.hasWeights).allSatisfy { $0.layer.activation == .relu })
    }

    @Test("The cost table has the depth rule, the macro threshold and the idle energy")
    func costs() throws {
        let costs = try #require(catalogue.costTables.first)
        #expect(costs.narrowWordBits == 8)
        #expect(costs.referenceDepth.synapseBufferEntries == 320)
        #expect(costs.referenceDepth.energyExponent == 0.5)
        #expect(costs.idleEnergyPerCycle == .picojoules(60.4))
        #expect(Component.allCases.allSatisfy { !costs[$0].source.isEmpty })
    }

    @Test("Digits are never mirrored; objects are by the recipe that augments")
    func recipes() throws {
        let (paper, strong) = (try catalogue.recipe("paper"), try catalogue.recipe("strong"))
        #expect(paper.scaleRule == .largestMagnitude)
        for digits in ["mnist", "svhn", "svhn-subset", "digits"] { #expect(!strong.adapted(to: digits).mirror, "\(digits)") }
        for objects in ["cifar10", "objects"] {
            #expect(strong.adapted(to: objects).mirror, "\(objects)")
            #expect(!paper.adapted(to: objects).mirror, "\(objects)")
        }
    }

    @Test("The default study is the paper's with a full grid and what was measured")
    func defaultStudy() throws {
        let (paper, study) = (try catalogue.study("hashemi2017"), try catalogue.study("default"))
        #expect(study.published == paper.published)
        #expect(Array(study.benchmarks.prefix(paper.benchmarks.count)) == paper.benchmarks)
        #expect(study.benchmarks.dropFirst(paper.benchmarks.count).map(\.dataset) == ["svhn-subset", "digits", "objects"])
        #expect(study.grid == Precision.ofThePaper)
        #expect(study.includesMeasured && !paper.includesMeasured)
        #expect(paper.grid.isEmpty)
    }
}
