import DesignSpace
import HardwareModel
import Precision
import Terminal
import Testing

@testable import Explorer

@Suite("What is exported")
struct ExportTests {
    private static let figures: [Export.Format] = [.csv, .json, .markdown, .latex]

    private static func export(_ state: inout ExplorerState, _ line: String) throws -> Export {
        guard case .export(let export) = try state.press(":,text:export \(line),enter").first else {
            throw LineMistake(offset: 0, message: state.prompt?.error?.message ?? "nothing is exported")
        }
        return export
    }

    @Test("Figures are those of the screen: points, breakdown, comparison, layers", arguments: figures)
    func content(format: Export.Format) throws {
        var state = try Fixture.state(120, 40)
        for screen in [Screen.frontier, .table] {
            try state.press("\(screen.rawValue)")
            let points = state.points.order.map { state.points.rows[$0] }
            #expect(try Self.export(&state, format.rawValue).content == .points(points, columns: state.table.columns))
        }
        try state.press("3")
        #expect(try Self.export(&state, format.rawValue).content == .breakdown(state.designs))
        try state.press("2,g,m,j,m,4")
        let marked = state.marks.compactMap(state.points.position(of:)).map { state.points.rows[$0] }
        #expect(marked.count == 2)
        #expect(try Self.export(&state, format.rawValue).content == .comparison(marked[0], with: [marked[1]]))
        try state.press("5")
        let selected = try #require(state.selectedPoint)
        let layers = try Self.export(&state, format.rawValue)
        #expect(layers.content == .layers(selected))
        #expect(layers.provenance.contains { $0.name == "point" && $0.value == selected.point.reference.name })
    }

    @Test(
        "A name that ends as another form's is refused, any other is taken",
        arguments: [
            ("svg x.json", ".json"), ("csv a.b.tex", ".tex"), ("json dir/x.CSV", ".csv"), ("text x.md", ".md"), ("svg x.svg", nil),
            ("csv x.dat", nil), ("latex x.latex", nil), ("csv json.d/x", nil), ("markdown x.md", nil),
        ] as [(String, String?)])
    func ending(line: String, wrong: String?) throws {
        var state = try Fixture.state(120, 40)
        guard let wrong else {
            #expect(try Self.export(&state, line).file == String(line.drop { $0 != " " }.dropFirst()))
            return
        }
        let mistake = #expect(throws: LineMistake.self) { try Self.export(&state, line) }
        #expect(mistake?.message.contains("'\(wrong)' is the ending of") == true, "\(mistake?.message ?? "")")
    }

    @Test("The figures of the Runs screen are the queue", arguments: figures)
    func queue(format: Export.Format) throws {
        var state = try Fixture.state(120, 40, canRun: true)
        let queue = try Fixture.queue()
        _ = state.update(.queueChanged(queue))
        try state.press("6")
        let export = try Self.export(&state, format.rawValue)
        #expect(export.content == .queue(queue))
        #expect(export.provenance.contains { $0.name == "seeds" && $0.value == "1" })
    }

    @Test(
        "Under runs stand their own data set, recipe and seed, and nothing of what is looked at on other screens",
        arguments: Export.Format.allCases)
    func run(format: Export.Format) throws {
        var record = try Fixture.record(.float32, accuracy: 98)
        record.engineVersion = "9.8.7"
        var state = try Fixture.state(160, 40, study: "default", records: [record], canRun: true)
        let experiment = QueuedExperiment(spec: record.spec, key: record.key)
        _ = state.update(.queueChanged(QueueSnapshot(experiments: [experiment])))
        try state.press(":dataset svhn,:whatif clock=300,:filter acc>50,6")
        let export = try Self.export(&state, format.rawValue)
        let facts = Dictionary(uniqueKeysWithValues: export.provenance.map { ($0.name, $0.value) })
        for name in ["accelerator", "scenario", "overlay", "caveats", "filter"] { #expect(facts[name] == nil, "\(name)") }
        guard format == .svg else {
            #expect(facts["dataset"] == nil && facts["seeds"] == "1")
            #expect(export.suggestedName == "default-runs.\(format.fileExtension)")
            return
        }
        let own = ["dataset": "cifar10", "recipe": "paper", "seed": "1", "engine_version": "9.8.7"]
        for (name, value) in own { #expect(facts[name] == value, "\(name)") }
        #expect(export.suggestedName == "default-cifar10-runs.svg")
        guard case .picture(let picture) = export.content else { return }
        #expect(picture.contains("dataset cifar10") && !picture.contains("svhn") && !picture.contains("clock"))
    }

    @Test("Of a screen with nothing on it there are no figures, and it is said why", arguments: figures)
    func nothing(format: Export.Format) throws {
        var state = try Fixture.state(120, 40)
        for (keys, reason) in [("6", "the queue is empty"), ("2,/,text:acc>99,enter", "no point is shown")] {
            try state.press(keys)
            #expect(try state.press(":,text:export \(format.rawValue),enter").isEmpty)
            #expect(state.prompt?.error?.message.contains(reason) == true)
            try state.press("esc")
        }
    }

    @Test(
        "All that stands behind the form is the file's name",
        arguments: [
            ("csv name with space.csv", "name with space.csv"), ("csv   ~/my results/a b.csv  ", "~/my results/a b.csv"),
            ("csv \"a b\".csv", "\"a b\".csv"), ("csv ünï 表.csv", "ünï 表.csv"), ("csv", nil), ("csv   ", nil),
        ])
    func file(line: String, name: String?) throws {
        var state = try Fixture.state(120, 40)
        let export = try #require(try state.carryOut("export \(line)").first)
        guard case .export(let export) = export else {
            Issue.record("nothing is exported")
            return
        }
        #expect(export.file == name && export.format == .csv)
    }

    @Test("A file that nobody named is called by study, data set and screen, whatever they are called")
    func suggestedName() throws {
        var state = try Fixture.state(120, 40)
        #expect(try Self.export(&state, "json").suggestedName == "hashemi2017-cifar10-frontier.json")
        let study = try Fixture.study(title: "T", points: [(.float32, 80)], dataset: "../../etc/p w\u{1b}d")
        var hostile = ExplorerState(study, size: .init(columns: 120, rows: 40))
        #expect(try Self.export(&hostile, "csv").suggestedName == "made-..-..-etc-p-w-d-frontier.csv")
    }

    @Test(
        "A what-if is named in every format of every screen, with the accelerator that is laid behind where that is seen",
        arguments: Export.Format.allCases)
    func scenario(format: Export.Format) throws {
        var state = try Fixture.state(120, 40, canRun: true)
        _ = state.update(.queueChanged(try Fixture.queue()))
        try state.press("e,text:clock=300,enter")
        for screen in Screen.allCases where screen != .runs {
            try state.press("\(screen.rawValue)")
            let export = try Self.export(&state, format.rawValue)
            let facts = Dictionary(uniqueKeysWithValues: export.provenance.map { ($0.name, $0.value) })
            #expect(facts["scenario"] == "clock=300")
            #expect(facts["overlay"] == ([.frontier, .bars].contains(screen) ? "tile-65nm" : nil))
            if case .picture(let picture) = export.content { #expect(picture.contains("scenario clock=300"), "\(screen)") }
        }
    }

    @Test(
        "Of more marked points than stand side by side every format says how many are compared",
        arguments: Export.Format.allCases)
    func extent(format: Export.Format) throws {
        var state = try Fixture.state(120, 40)
        try state.press("2,g,m,j,m,j,m,j,m,4")
        let whole = try Self.export(&state, format.rawValue)
        #expect(!whole.provenance.contains { $0.name == "compared" })
        try state.press("2,j,m,4")
        let part = try Self.export(&state, format.rawValue)
        #expect(part.provenance.contains(.init(name: "compared", value: "4 of 5 marked")))
        if case .picture(let picture) = part.content { #expect(picture.contains("compared 4 of 5 marked")) }
        try state.press("5")
        #expect(try !Self.export(&state, format.rawValue).provenance.contains { $0.name == "compared" })
    }

    @Test("Which energy is charged is said wherever there is energy", arguments: [("svhn", "nominal"), ("cifar10", "gated")])
    func accounting(dataset: String, accounting: String) throws {
        var state = try Fixture.state(120, 40)
        try state.press(":,text:dataset \(dataset),enter")
        for screen in [Screen.frontier, .table, .compare, .layers] {
            try state.press("\(screen.rawValue)")
            let export = try Self.export(&state, "svg")
            #expect(export.provenance.contains { $0.name == "accounting" && $0.value == accounting }, "\(screen)")
            guard case .picture(let svg) = export.content else { continue }
            #expect(svg.contains("accounting \(accounting)"))
        }
    }

    @Test("Another accelerator is named, in the scenario and where it is laid behind")
    func named() throws {
        let study = try Fixture.study()
        var tile = study.accelerator.tile
        tile.neurons = 8
        let other = try HardwareModel.Accelerator(
            name: "small", title: "Small", tile: tile, costs: study.accelerator.costs, source: "made up")
        var state = ExplorerState(study, size: .init(columns: 160, rows: 40), accelerators: [other])
        try state.press(":,text:overlay small,enter")
        #expect(state.text.contains("○ small") && !state.text.contains("○ before"))
        for size in [(100, 30), (120, 40)] {
            var narrow = ExplorerState(study, size: .init(columns: size.0, rows: size.1), accelerators: [other])
            try narrow.press(":overlay small,:whatif clock=300")
            #expect(narrow.text.contains("○ small"), "\(size)")
            #expect(narrow.text.contains("behind: small"), "\(size) \(narrow.text.prefix(200))")
        }
        guard case .picture(let svg) = try Self.export(&state, "svg").content else {
            Issue.record("no picture")
            return
        }
        #expect(DrawnText.all(in: svg).contains { $0.text == "small" })
        try state.press(":,text:overlay none,enter,:,text:scenario small,enter")
        #expect(state.text.contains("○ before"))
        let facts = try Self.export(&state, "csv").provenance
        #expect(facts.contains { $0.name == "scenario" && $0.value == "small (neurons=8)" })
        #expect(facts.contains { $0.name == "accelerator" && $0.value == "small" })
        #expect(facts.contains { $0.name == "overlay" && $0.value == "tile-65nm" })
    }
}
