import Foundation
import PresetLibrary
import Testing

/// A change to a shipped file that breaks it, and what must be said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let file: String
    let find: String
    let replace: String
    /// A part of the changed text on whose line the problem must be.
    let at: String
    let says: String

    init(_ file: String, _ find: String, _ replace: String, at: String? = nil, says: String) {
        self.file = file
        self.find = find
        self.replace = replace
        self.at = at ?? replace
        self.says = says
    }

    var testDescription: String { "\(file): \(replace.prefix(50).debugDescription)" }
}

extension Mistake {
    static let costs = "costs/generic-65nm.yaml"
    static let study = "studies/hashemi2017.yaml"
    static let alex = "networks/alex.yaml"
    static let tour = "tours/hashemi2017.yaml"
    static let tile = "accelerators/tile-65nm.yaml"

    static let keys = [
        Mistake(costs, "area_um2: 24.27", "aera_um2: 24.27", says: "unknown key 'aera_um2'; expected 'area_um2'"),
        Mistake(costs, "energy_pj: 0.3357", "energy_nj: 0.0003357", says: "wrong unit; expected 'energy_pj' (picojoules)"),
        Mistake(
            costs, "energy_pj: 0.3357", "energy: 0.3357", says: "'energy' has the wrong unit; expected 'energy_pj' (picojoules)"),
        Mistake(
            tile, "clock_mhz: 250", "clock_ghz: 0.25", says: "'clock_ghz' has the wrong unit; expected 'clock_mhz' (megahertz)"),
        Mistake(tile, "tile:", "colour: blue\ntile:", at: "colour", says: "unknown key 'colour'; expected one of kind, name"),
        Mistake(costs, "    area_um2: 24.27\n", "", at: "energy_pj: 0.5092", says: "no 'area_um2'; expected one here"),
        Mistake(
            costs,
            "  negation:                       # per bit\n    area_um2: 2.762\n    energy_pj: 0.002116\n"
                + "    source: fitted to the power-of-two and binary rows\n", "", at: "sb_bit_narrow:", says: "no 'negation'"),
        Mistake(
            tile, "  clock_mhz: 250", "  neurons: 8\n  clock_mhz: 250", at: "neurons: 8", says: "'neurons' given more than once"),
        Mistake(
            tile, "kind: accelerator", "kind: accelerater", says: "'kind' is 'accelerater'; expected one of costs, accelerator"),
        Mistake(tile, "kind: accelerator\n", "", at: "name: tile", says: "no 'kind'"),
    ]

    static let numbers = [
        Mistake(costs, "area_um2: 24.27", "area_um2: -24.27", says: "'area_um2' is -24.27; expected a number from 0 to"),
        Mistake(costs, "area_um2: 24.27", "area_um2: .nan", says: "'area_um2' is .nan; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: .inf", says: "'area_um2' is .inf; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: 1e300", says: "'area_um2' is 1e300; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: 24.27 µm²", says: "'area_um2' is '24.27 µm²'; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: \"24.27\"", says: "the text \"24.27\"; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: [24.27]", says: "'area_um2' is a list; expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2: 0x18", says: "expected a number"),
        Mistake(costs, "area_um2: 24.27", "area_um2:", at: "area_um2:\n", says: "'area_um2' is empty; expected a number"),
        Mistake(tile, "neurons: 16", "neurons: 0", says: "'neurons' is 0; expected a whole number from 1 to 1024"),
        Mistake(tile, "neurons: 16", "neurons: 16.5", says: "'neurons' is 16.5; expected a whole number"),
        Mistake(tile, "neurons: 16", "neurons: 99999999999999999999", says: "expected a whole number from 1 to 1024"),
        Mistake(study, "accuracy_percent: 86.78", "accuracy_percent: 186.78", says: "expected a number from 0 to 100 (percent)"),
        Mistake(study, "energy_uj: 663.01", "energy_uj: n/a", says: "'energy_uj' is 'n/a'; expected a number"),
        Mistake(study, "power_percent: [75, 93]", "power_percent: [93, 75]", says: "expected the smaller first"),
        Mistake("recipes/paper.yaml", "mirror: false", "mirror: no", says: "'mirror' is 'no'; expected true or false"),
        Mistake(
            "recipes/paper.yaml", "momentum: 0.9", "momentum: 1.0", says: "'momentum' is 1.0; expected a number from 0 to 0.9999"),
    ]

    static let references = [
        Mistake(
            tile, "costs: generic-65nm ", "costs: generic-65mm ", says: "no cost table 'generic-65mm'; expected 'generic-65nm'"),
        Mistake(study, "accelerator: tile-65nm", "accelerator: gpu", says: "no accelerator 'gpu'; expected one of tile-65nm"),
        Mistake(study, "networks: [lenet]", "networks: [lenett]", says: "no network 'lenett'; expected 'lenet'"),
        Mistake(study, "point: lenet/fixed8", "point: lenet/fixed9", says: "'fixed9' is not a precision"),
        Mistake(study, "point: lenet/fixed8", "point: lenet", at: "point: lenet,", says: "expected a point, as alex/fixed8"),
        Mistake(
            study, "point: lenet/fixed8", "point: lenet/fixed16", at: "energy_uj: 8.86",
            says: "'lenet/fixed16' given more than once"),
        Mistake(study, "point: lenet/fixed8", "point: alex/fixed8", at: "energy_uj: 8.86", says: "no network of mnist 'alex'"),
        Mistake(
            study, "      dataset: svhn", "      dataset: svnh", at: "point: convnet/float32",
            says: "no benchmark with the data set 'svnh'; expected 'svhn'"),
        Mistake(
            study, "{ point: alex/fixed4, converges: false }", "{ point: alex/fixed4, converges: true }",
            says: "'converges' is true; expected false"),
        Mistake(
            study, "{ point: alex/fixed4, converges: false }", "{ point: alex/fixed4, drop_at_least_points: 2 }", says: "no 'of'"),
        Mistake(
            study, "{ point: alex/fixed4, converges: false }", "{ point: alex/fixed4, not_above: alexa/fixed8 }",
            says: "no network 'alexa'"),
        Mistake(
            "studies/default.yaml", "beside: svhn ", "beside: svnh ", at: "kind: study",
            says: "no other benchmark with the data set 'svnh'; expected 'svhn'"),
        Mistake(tour, "study: default", "study: defautl", says: "no study 'defautl'; expected 'default'"),
        Mistake(
            tour, "filter: net=alex source=published\n", "filter: nett=alex\n", says: "expected a filter: there is no field 'nett'"),
        Mistake(tour, "view: bars", "view: chart", says: "'view' is 'chart'; expected one of frontier, table, bars"),
        Mistake(tour, "point: alex/binary", "point: lenet/binary", says: "no network 'lenet'"),
        Mistake(
            tour, "[precision, accuracy, energy", "[precision, acc, energy", says: "'an entry of columns' is 'acc'; expected one of"
        ),
        Mistake("studies/default.yaml", "extends: hashemi2017", "extends: hashemi2016", says: "expected 'hashemi2017'"),
        Mistake(
            "studies/default.yaml", "extends: hashemi2017", "extends: default",
            says: "studies extend each other: default -> default"),
        Mistake(
            "precisions/hashemi2017.yaml", "name: fixed16", "name: \"fixed:33,8\"", says: "weight width of 33 bits: use 1 to 32"),
    ]

    static let networks = [
        Mistake(
            alex, "{ name: conv2, type: convolution, kernel: 5,", "{ name: conv2, type: convolution, kernel: 65,",
            says: "65×65 window does not fit"),
        Mistake(
            alex, "{ name: pool3, type: average_pooling, kernel: 3, stride: 2 }",
            "{ name: pool3, type: average_pooling, kernel: 3, stride: 4 }", says: "stride 4 must not be larger"),
        Mistake(
            alex, "{ name: conv3, type: convolution, kernel: 5, padding: 2",
            "{ name: conv3, type: convolution, kernel: 5, padding: 5", says: "padding 5 must be smaller"),
        Mistake(
            alex, "name: pool3", "name: pool2", at: "kernel: 3, stride: 2 }\n  - { name: ip1", says: "two layers are called 'pool2'"
        ),
        Mistake(alex, "outputs: 10", "outputs: 70000", says: "expected a whole number from 1 to 65536"),
        Mistake(alex, "type: max_pooling", "type: maxpool", says: "'type' is 'maxpool'; expected one of convolution, max_pooling"),
        Mistake(alex, "outputs: 10", "ouptuts: 10", says: "unknown key 'ouptuts'; expected 'outputs'"),
    ]

    static let text = [
        Mistake(alex, "name: alex\n", "name: ../alex\n", says: "'../alex' is no name"),
        Mistake(alex, "name: alex\n", "name: -rf\n", says: "begin with neither - nor ."),
        Mistake(alex, "name: alex\n", "name: .alex\n", says: "begin with neither - nor ."),
        Mistake(alex, "name: alex\n", "name: \"al\\eex\"\n", says: "'al\\u{1B}ex' is no name"),
        Mistake(alex, "title: ALEX\n", "title: \"\\e[31mALEX\"\n", says: "has a control character: '\\u{1B}[31mALEX'"),
        Mistake(alex, "title: ALEX\n", "title: \"\\u202EXELA\"\n", says: "has a control character"),
        Mistake(alex, "title: ALEX\n", "title: [ALEX\n", at: "source:", says: "expected YAML"),
        Mistake(
            alex, "title: ALEX\n", "title: A: B\n",
            says: "mapping values are not allowed in this context: a text that holds ': ' stands in quotes; expected YAML"),
        Mistake(alex, "title: ALEX\n", "title: @ALEX\n", says: "a text that begins with '@' stands in quotes"),
        Mistake(alex, "title: ALEX\n", "title:\n\tALEX\n", at: "\tALEX", says: "a tab, where only spaces indent"),
        Mistake(
            alex, "title: ALEX\n", "title: ALEX\n---\nname: x\n", at: "---",
            says: "a second document, where a file holds one preset"),
        Mistake(alex, "title: ALEX\n", "title: &a ALEX\n", says: "an anchor (&) or an alias (*)"),
        Mistake(alex, "title: ALEX\n", "title: &a ALEX\nsource: *a\n", at: "&a", says: "an anchor (&) or an alias (*)"),
        Mistake(alex, "title: ALEX\n", "title: !!binary ALEX\n", says: "the tag 'tag:yaml.org,2002:binary'"),
        Mistake(
            alex, "layers:\n", "layers:\n  - \(String(repeating: "[", count: 17))\(String(repeating: "]", count: 17))\n", at: "[[",
            says: "too complex"),
        Mistake(
            alex, "layers:\n", "layers:\n  - \(String(repeating: "[", count: 5000))\n", at: "[[", says: "too complex"),
        Mistake(alex, "title: ALEX\n", "? [a, b]\n: c\ntitle: ALEX\n", at: "[a, b]", says: "'a key' is a list; expected a word"),
    ]

    static let all = keys + numbers + references + networks + text
}

@Suite("A mistake in a file")
struct MistakeTests {
    @Test("It is told with file, line, what was found and what was expected", arguments: Mistake.all)
    func told(mistake: Mistake) throws {
        let original = try Shipped.text(mistake.file)
        let range = try #require(original.range(of: mistake.find), "the shipped file has changed")
        let text = original.replacingCharacters(in: range, with: mistake.replace)
        let place = try #require(text.range(of: mistake.at))
        let line = text[..<place.lowerBound].count { $0 == "\n" } + 1

        let folder = try TemporaryFolder()
        let file = try folder.write(text, to: mistake.file)
        let problems = PresetLibrary.check(files: [file], roots: [Shipped.root])

        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.description.hasPrefix("\(file):\(line):"), "\(problem), expected at line \(line)")
        #expect(problem.description.contains(mistake.says), "\(problem)")
        #expect(problem.description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }

    @Test("All mistakes of a file are told at once, in the order of their lines")
    func allAtOnce() throws {
        let text = try Shipped.text(Mistake.costs)
            .replacing("energy_pj: 0.3357", with: "energy_nj: 1").replacing("area_um2: 24.27", with: "area_um2: -1")
            .replacing("narrow_word_bits: 8", with: "narrow_word_bits: eight")
        let folder = try TemporaryFolder()
        let problems = PresetLibrary.check(files: [try folder.write(text, to: "costs/mine.yaml")], roots: [])
        #expect(problems.count == 3)
        #expect(problems.compactMap(\.position) == problems.compactMap(\.position).sorted())
    }

    @Test("Bytes that are not UTF-8 are refused with their line")
    func notUTF8() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(Data("kind: network\nname: ".utf8) + Data([0xC3, 0x28]), to: "networks/latin.yaml")
        let problems = PresetLibrary.check(files: [file], roots: [])
        #expect(problems.map(\.description) == ["\(file):2:7: a byte that is not UTF-8; expected a text file in UTF-8"])
    }

    @Test("Files that are too large, empty, missing, folders or devices are refused")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        let large = try folder.write(Data(repeating: UInt8(ascii: "#"), count: (1 << 20) + 1), to: "large.yaml")
        let empty = try folder.write("# nothing\n", to: "empty.yaml")
        func told(_ file: String) -> String { PresetLibrary.check(files: [file], roots: []).map(\.description).joined() }
        #expect(told(large) == "\(large): 1048577 bytes; expected at most 1048576")
        #expect(told(empty).contains("an empty file; expected YAML"))
        #expect(told("\(folder.path)/none.yaml").contains("No such file"))
        #expect(told(folder.path).contains("not a regular file"))
        #expect(told("/dev/zero").contains("not a regular file"))
    }

    @Test("An alias bomb is refused without being unfolded, as a value and as a key")
    func aliasBomb() throws {
        var bomb = "a0: &a0 [x, x]\n"
        for level in 1...40 { bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let folder = try TemporaryFolder()
        for text in [bomb, bomb + "? *a40\n: y\n"] {
            let problems = PresetLibrary.check(files: [try folder.write(text, to: "bomb.yaml")], roots: [])
            #expect(problems.map(\.fault) == [.alias])
        }
    }

    @Test("A file of more values than any preset needs is refused")
    func tooManyValues() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("kind: [" + String(repeating: "1,", count: 60_000) + "1]", to: "many.yaml")
        #expect(PresetLibrary.check(files: [file], roots: []).map(\.fault) == [.tooComplex(limit: "50000 values")])
    }
}
