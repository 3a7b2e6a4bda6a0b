import DesignSpace
import Networks
import Precision
import ShippedPresets
import Terminal
import Testing

@testable import Explorer

@Suite("A data set without points")
struct OpenedDatasetTests {
    private func state(study: String = "default", canRun: Bool = true) throws -> ExplorerState {
        ExplorerState(
            try Fixture.study(study), size: Size(columns: 120, rows: 40), canRun: canRun,
            trainable: [
                TrainableDataset(name: "digits", imageShape: Shape(height: 28, width: 28, channels: 1)),
                TrainableDataset(name: "own", imageShape: Shape(height: 32, width: 32, channels: 3)),
                TrainableDataset(name: "odd", imageShape: Shape(height: 5, width: 5, channels: 1)),
            ])
    }

    @Test(
        "It shows what could be run on it, priced, from where r trains one",
        arguments: [("digits", ["lenet"]), ("objects", ["alex", "alex+", "alex++"])])
    func opened(dataset: String, networks: [String]) throws {
        var state = try state()
        #expect(!state.datasets.contains(dataset))
        try state.press("2,:,text:dataset \(dataset),enter")
        #expect(state.dataset == dataset && state.points.rows.count == 7 * networks.count)
        #expect(state.points.rows.allSatisfy { $0.state == .notRun && networks.contains($0.point.network) })
        #expect(state.points.rows.allSatisfy { state.stateText(of: $0) == "not run" } && state.message.contains("r trains"))
        let point = try #require(state.selectedPoint?.point)
        #expect(try state.press("r") == [.run(point)] && point.dataset == dataset)
        for screen in Screen.allCases { try state.press("\(screen.rawValue)") }
        try state.press("e,text:clock=500,enter,U,1")
        #expect(state.points.rows.count == 7 * networks.count)
    }

    @Test(
        "When one of its points was trained the others still stand there, however the data set was come to",
        arguments: ["d*9", ":dataset digits"])
    func trained(keys: String) throws {
        let lenet = try ShippedPresets.catalogue().network("lenet")
        let spec = ExperimentSpec(
            network: "lenet", networkFingerprint: lenet.fingerprint, dataset: "digits", precision: .float32, radix: .global,
            recipe: try ShippedPresets.catalogue().recipe("paper"), seed: 1)
        var record = ExperimentRecord(
            spec: spec, status: .done, engineVersion: "1.0.0", cpu: "test", threads: 1, createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = 91
        record.testImages = 9000
        var state = ExplorerState(try Fixture.study("default", records: [record]), size: Size(columns: 120, rows: 40), canRun: true)
        for key in try KeyScript(keys).inputs where state.dataset != "digits" { state.perform([key]) }
        #expect(state.dataset == "digits" && state.points.rows.count == 7)
        #expect(state.points.rows.count { $0.state == .measured } == 1)
        _ = state.update(.studyLoaded(try Fixture.study("default", records: [record])))
        #expect(state.dataset == "digits" && state.points.rows.count == 7)
    }

    @Test(
        "The plot of nothing is no plot: it is said what is missing and which key brings it",
        arguments: [(120, 40), (80, 24), (40, 10), (20, 5)])
    func noPlot(size: (Int, Int)) throws {
        for canRun in [true, false] {
            var state = try state(canRun: canRun)
            try state.press(":dataset digits,1")
            _ = state.update(.resized(Size(columns: size.0, rows: size.1)))
            try state.press("esc")
            for tick in ["┤", "└", "accuracy %", "µJ/image"] { #expect(!state.text.contains(tick), "\(state.text)") }
            let words = state.text.split { $0.isWhitespace }.joined(separator: " ")
            if size.1 > 5 { #expect(words.contains("No accuracy on digits"), "\(state.text)") }
            if size.1 > 10 { #expect(words.contains("r trains the selected point") == canRun) }
            #expect(state.text.contains("LeNet"))
            guard case .export(let export) = try state.press(":,text:export svg,enter").first,
                case .picture(let svg) = export.content
            else { continue }
            #expect(!svg.contains("accuracy %"))
        }
    }

    @Test("The data sets that have points are gone through with it, and it stays when results come")
    func turned() throws {
        var state = try state()
        let before = state.datasets
        try state.press(":,text:dataset digits,enter,d")
        #expect(state.datasets.count == before.count + 1)
        try state.press("D")
        #expect(state.dataset == "digits")
        _ = state.update(.studyLoaded(try Fixture.study("default")))
        #expect(state.dataset == "digits")
        try state.press(":,text:dataset objects,enter")
        #expect(Set(state.datasets) == Set(before + ["objects"]))
        #expect(state.reopened(theme: .standard).datasets == before)
    }

    @Test("One that the study has not takes the networks that fit; one that fits none says so, and the paper's study shows none")
    func others() throws {
        var state = try state()
        try state.press(":,text:dataset own,enter")
        #expect(Set(state.points.rows.map(\.point.network)) == ["convnet", "alex", "alex+", "alex++"])
        try state.press(":,text:dataset odd,enter")
        #expect(state.prompt?.error?.message.contains("no network") == true && state.dataset == "own")
        var paper = try self.state(study: "hashemi2017")
        try paper.press(":,text:dataset digits,enter")
        #expect(paper.prompt?.error != nil && !paper.datasets.contains("digits"))
    }

    @Test("Completion offers it, for :dataset and behind the point of :run")
    func completion() throws {
        var state = try state()
        try state.press(":,text:dataset dig,tab")
        #expect(state.prompt?.text == "dataset digits ")
        try state.press("esc,:,text:run lenet/fixed8 dig,tab,enter")
        #expect(state.prompt == nil)
        let effects = try state.press(":,text:run lenet/fixed8 digits,enter")
        #expect(effects == [.run(DesignPoint(network: "lenet", dataset: "digits", precision: .fixed8))])
        // Without a data set the one that the study trains the network on.
        #expect(
            try state.press(":,text:run lenet/fixed8,enter") == [
                .run(DesignPoint(network: "lenet", dataset: "mnist", precision: .fixed8))
            ])
    }

    @Test("One with parameters that something waits to be run on is offered too, with the networks that fit")
    func parameters() throws {
        var state = try state()
        var queue = try Fixture.queue()
        var spec = queue.experiments[1].spec
        (spec.network, spec.dataset) = ("lenet", "digits:0.7")
        queue.experiments[1] = QueuedExperiment(spec: spec, key: spec.key, position: 2)
        _ = state.update(.queueChanged(queue))
        try state.press(":,text:dataset digits:,tab,enter")
        #expect(state.dataset == "digits:0.7" && Set(state.points.rows.map(\.point.network)) == ["lenet"])
    }
}
