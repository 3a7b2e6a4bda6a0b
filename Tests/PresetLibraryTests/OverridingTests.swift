import DesignSpace
import Foundation
import HardwareModel
import Networks
import Precision
import PresetLibrary
import Quantities
import Testing

@Suite("Several folders")
struct OverridingTests {
    @Test("A user's preset is added to the shipped ones")
    func adds() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            Shipped.text("networks/lenet.yaml").replacing("name: lenet", with: "name: lenet-mine"), to: "networks/mine.yaml")
        let library = PresetLibrary.load(roots: [Shipped.root, folder.root()])
        #expect(library.problems == [])
        #expect(library.catalogue.networks.count == 6)
        #expect(try library.catalogue.network("lenet-mine").weightCount == 430_500)
    }

    @Test("A later folder's preset overrides an earlier one's of its name, also for what refers to it")
    func overrides() throws {
        let folder = try TemporaryFolder()
        try folder.write(Shipped.text(Mistake.costs).replacing("area_um2: 8016", with: "area_um2: 9000"), to: "costs/cheap.yml")
        let library = PresetLibrary.load(roots: [Shipped.root, folder.root()])
        #expect(library.problems == [])
        #expect(library.catalogue.costTables.count == 1)
        #expect(try library.catalogue.accelerator("tile-65nm").costs[.floatMultiplier].area == .squareMicrometres(9000))
        let entries = library.entries.filter { $0.kind == .costs }
        #expect(entries.map(\.origin) == [.shipped, .user])
        #expect(entries.map(\.isOverridden) == [true, false])
    }

    @Test(
        "A broken preset is a problem and leaves the shipped one of its name in force",
        arguments: [Mistake.costs, Mistake.alex, Mistake.tile])
    func broken(file: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(Shipped.text(file).replacing("title:", with: "tilte:"), to: file)
        let library = PresetLibrary.load(roots: [Shipped.root, folder.root()])
        #expect(library.problems.count == 1)
        #expect(library.problems.first?.description.contains("unknown key 'tilte'; expected 'title'") == true)
        #expect(library.catalogue == Shipped.library.catalogue)
    }

    @Test("A study that cannot be completed leaves the shipped one in force")
    func brokenStudy() throws {
        let folder = try TemporaryFolder()
        let text = "kind: study\nname: default\nextends: nothing\n"
        try folder.write(text, to: "studies/default.yaml")
        let library = PresetLibrary.load(roots: [Shipped.root, folder.root()])
        #expect(library.problems.map(\.position?.line) == [3])
        #expect(library.catalogue.studies == Shipped.library.catalogue.studies)
        #expect(library.entries.filter { $0.name == "default" }.map(\.isOverridden) == [false])
    }

    @Test("Studies that extend each other in a circle are a problem each, and the others stay")
    func circle() throws {
        let folder = try TemporaryFolder()
        try folder.write("kind: study\nname: one\nextends: two\n", to: "one.yaml")
        try folder.write("kind: study\nname: two\nextends: one\n", to: "two.yaml")
        let library = PresetLibrary.load(roots: [Shipped.root, folder.root()])
        #expect(!library.problems.isEmpty)
        #expect(library.catalogue.studies == Shipped.library.catalogue.studies)
    }

    @Test("A study of one's own synthesis figures needs no savings, networks or tolerances")
    func ownFigures() throws {
        let folder = try TemporaryFolder()
        let text = """
            kind: study
            name: mine
            title: My tile
            source: synthesis of May
            accelerator: tile-65nm
            include_measured: false
            benchmarks: []
            published:
              design_source: synthesis of May
              designs:
                - { precision: "fixed:8,8", area_mm2: 4, power_mw: 200 }
                - { precision: "fixed:4,8", area_mm2: 3, power_mw: 150 }
            """
        let file = try folder.write(text, to: "mine.yaml")
        #expect(PresetLibrary.check(files: [file], roots: [Shipped.root]) == [])
        let study = try PresetLibrary.load(roots: [Shipped.root, folder.root(.commandLine)]).catalogue.study("mine")
        #expect(study.published.designs.map(\.areaSavingPercent) == [0, 25])
        #expect(study.published.designs.first?.precision == .fixed8)
    }

    @Test("Two presets of one kind and name in one folder are a problem of the second")
    func twins() throws {
        let folder = try TemporaryFolder()
        try folder.write(Shipped.text(Mistake.alex), to: "networks/a.yaml")
        try folder.write(Shipped.text(Mistake.alex), to: "networks/b.yaml")
        let library = PresetLibrary.load(roots: [folder.root()])
        #expect(library.catalogue.networks.map(\.name) == ["alex"])
        #expect(library.problems.map(\.description).joined().contains("network 'alex' is also in \(folder.path)/networks/a.yaml"))
    }

    @Test("A user's folder that does not exist is no problem; one that the command line names is")
    func missingFolders() throws {
        let nowhere = "/nonexistent/bitfront"
        #expect(PresetLibrary.load(roots: [PresetRoot(directory: nowhere, origin: .user)]).problems == [])
        for origin in [PresetRoot.Origin.commandLine, .shipped] {
            let problems = PresetLibrary.load(roots: [PresetRoot(directory: nowhere, origin: origin)]).problems
            #expect(problems.map(\.description) == ["\(nowhere): cannot be read: there is no such folder"])
        }
    }

    @Test("Files of other kinds and hidden files are left alone")
    func others() throws {
        let folder = try TemporaryFolder()
        try folder.write("not: a preset", to: "results/first.yaml")
        try folder.write("[", to: ".hidden.yaml")
        try folder.write("[", to: "notes.txt")
        #expect(PresetLibrary.load(roots: [folder.root()]).problems == [])
    }
}
