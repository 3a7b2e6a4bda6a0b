import DesignSpace
import HardwareModel
import PresetLibrary
import Quantities
import Testing

@Suite("A cost table written as a preset")
struct CostTablePresetTextTests {
    @Test("It is read back with the same figures and sources")
    func roundTrip() throws {
        var table = try #require(Shipped.library.catalogue.costTables.first)
        table[.control].area = .squareMicrometres(11_201.661324588675)
        table[.negation].energy = .picojoules(0.000_000_123)
        table[.negation].source = "a \"quoted\" source: with \\ and # and 'more'"
        let folder = try TemporaryFolder()
        let file = try folder.write(table.presetText(name: "mine", source: "synthesis of May"), to: "costs/mine.yaml")
        #expect(PresetLibrary.check(files: [file], roots: []) == [])
        let read = try #require(PresetLibrary.load(roots: [folder.root()]).catalogue.costTables.first)
        #expect(read.name == "mine")
        #expect(Component.allCases.allSatisfy { read[$0] == table[$0] })
        #expect(read.referenceDepth == table.referenceDepth)
        #expect(read.idleEnergyPerCycle == table.idleEnergyPerCycle)
    }
}
