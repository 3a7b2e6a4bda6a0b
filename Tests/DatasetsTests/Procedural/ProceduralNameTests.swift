import Testing

@testable import Datasets

@Suite("Names of procedural data sets")
struct ProceduralNameTests {
    @Test(
        "A name says difficulty and seed, and equal data sets have one name",
        arguments: [
            ("digits", "digits"), ("objects:0.80", "objects:0.8"), ("digits:0.8:7", "digits:0.8:7"), ("digits:1:1", "digits:1.0"),
            ("digits:0.8:1", "digits:0.8"), ("objects:0:3", "objects:0.0:3"), ("mnist", "mnist"), ("own", "own"),
        ])
    func canonical(name: String, expected: String) throws {
        #expect(try ProceduralName.canonical(name) == expected)
        #expect(try ProceduralName.canonical(expected) == expected)
    }

    @Test("The standard difficulty and seed, written out, are the plain name", arguments: ProceduralDataset.allCases)
    func standard(dataset: ProceduralDataset) throws {
        let settings = dataset.standard
        #expect(try ProceduralName.canonical("\(dataset):\(settings.difficulty):\(settings.seed)") == dataset.rawValue)
    }

    @Test(
        "A difficulty or a seed that is none is refused in words",
        arguments: [
            "digits:", "digits:2", "digits:-0.1", "digits:nan", "digits:0x1", "digits:0.5:x", "digits:0.5:-1", "digits:0.5:1:1",
        ])
    func refused(name: String) {
        let error = #expect(throws: DatasetError.self) { try ProceduralName(parsing: name) }
        #expect(error?.cause == .request)
    }

    @Test("Another difficulty or seed makes other images, under the name that asks for them")
    func loaded() throws {
        let library = DatasetLibrary(directory: try TemporaryFolder().url)
        let plain = try library.load("digits")
        let hard = try library.load("digits:0.7")
        let other = try library.load("digits:0.7:2")
        #expect(Set([plain.sha256, hard.sha256, other.sha256]).count == 3)
        #expect([plain.name, hard.name, other.name] == ["digits", "digits:0.7", "digits:0.7:2"])
    }
}
