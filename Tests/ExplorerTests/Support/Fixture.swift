import DesignSpace
import Explorer
import Foundation
import HardwareModel
import Networks
import Precision
import Quantities
import Recipes
import ShippedPresets
import Terminal

/// States and studies that the tests start from.
enum Fixture {
    /// A shipped study, priced.
    static func study(
        _ name: String = "hashemi2017", records: [ExperimentRecord] = [], imported: [ImportedAccuracy] = []
    ) throws -> EvaluatedStudy {
        let catalogue = try ShippedPresets.catalogue()
        return try EvaluatedStudy(catalogue.study(name), in: catalogue, records: records, imported: imported)
    }

    /// The explorer on a shipped study.
    static func state(
        _ columns: Int = 100, _ rows: Int = 30, study name: String = "hashemi2017", records: [ExperimentRecord] = [],
        canRun: Bool = false
    ) throws -> ExplorerState {
        ExplorerState(try study(name, records: records), size: Size(columns: columns, rows: rows), canRun: canRun)
    }

    /// The explorer on the default study, with the tour that comes with the program.
    static func presenter(_ columns: Int = 120, _ rows: Int = 40) throws -> ExplorerState {
        let tour = try ShippedPresets.catalogue().tour("hashemi2017")
        return ExplorerState(try study("default"), size: Size(columns: columns, rows: rows), tours: [tour])
    }

    /// The rows of one data set of the paper's study.
    static func rows(_ dataset: String = "cifar10") throws -> [EvaluatedPoint] {
        try study().rows.filter { $0.point.dataset == dataset }
    }

    /// What a finished run of ALEX on CIFAR-10 leaves in the store.
    static func record(
        _ precision: Precision, accuracy: Double, status: ExperimentStatus = .done, seed: UInt64 = 1, recipe: Recipe? = nil
    ) throws -> ExperimentRecord {
        let catalogue = try ShippedPresets.catalogue()
        let recipe = try recipe ?? catalogue.recipe("paper")
        let spec = ExperimentSpec(
            network: "alex", networkFingerprint: try catalogue.network("alex").fingerprint, dataset: "cifar10",
            precision: precision, radix: .global, recipe: recipe,
            seed: seed)
        var record = ExperimentRecord(
            spec: spec, status: status, engineVersion: "1.0.0", cpu: "test", threads: 1, createdAt: "2026-01-01T00:00:00Z")
        record.testAccuracyPercent = accuracy
        record.testImages = 9000
        return record
    }

    /// The results that come with the program.
    static func shippedRecords() throws -> [ExperimentRecord] {
        let folder = ShippedPresets.directory + "/results"
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }.sorted()
        return try files.flatMap { file in
            try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n").map { line in
                try ExperimentRecord(parsing: Array(line.utf8), .summary)
            }
        }
    }

    /// A queue in which ALEX is a quarter through its training in float32, and in 8 bits waits for that.
    static func queue(reason: String? = nil) throws -> QueueSnapshot {
        let parent = try record(.float32, accuracy: 0).spec
        let child = try record(.fixed8, accuracy: 0).spec
        var running = QueuedExperiment(spec: parent, key: parent.key, position: 1)
        running.state = .running
        running.reason = reason
        running.startedAt = 1
        running.progress = TrainingProgress(
            epoch: 4, epochs: 12, batch: 0, batches: 100, loss: 1.25, imagesPerSecond: 512, secondsLeft: 125)
        running.history = (1...3).map { epoch in
            EpochRecord(
                epoch: epoch, trainingLoss: 3 / Double(epoch), validationAccuracyPercent: 60 + Double(epoch), learningRate: 0.01,
                seconds: 2)
        }
        for epoch in 1...3 { running.lossCurve.add(.init(epochs: Double(epoch), loss: 3 / Double(epoch))) }
        var waiting = QueuedExperiment(spec: child, key: child.key, position: 2)
        waiting.parentKey = parent.key
        waiting.reason = reason
        return QueueSnapshot(experiments: [running, waiting], runner: 4711)
    }

    /// A study of one network under any title, with published points at the given precisions and accuracies.
    static func study(title: String, points: [(Precision, Double?)], dataset: String = "cifar10") throws -> EvaluatedStudy {
        var catalogue = try ShippedPresets.catalogue()
        let alex = try catalogue.network("alex")
        let network = try Network(
            name: "net", title: title, input: alex.input, layers: alex.layers.map(\.layer), source: alex.source)
        catalogue.networks.append(network)
        let benchmark = Study.Benchmark(
            dataset: dataset, title: title, networks: ["net"], baseline: PointReference(network: "net", precision: .float32),
            accounting: .nominal, testImages: 9000)
        let rows = points.map { precision, accuracy in
            PublishedStudy.PointRow(
                point: DesignPoint(network: "net", dataset: dataset, precision: precision), accuracyPercent: accuracy,
                energy: nil, saving: nil, converged: accuracy != nil, source: title)
        }
        let published = PublishedStudy(
            designs: [], points: rows, footprints: [], bufferShares: nil,
            tolerances: .init(
                designPercent: 1, energyPercent: 1, cyclesPercent: 1, footprintPercent: 1, sharePoints: 1, savingPoints: 1),
            designSource: title, textSource: title)
        let study = Study(
            name: "made", title: title, source: title, accelerator: "tile-65nm", benchmarks: [benchmark], published: published,
            grid: [], includesMeasured: false)
        return try EvaluatedStudy(study, in: catalogue)
    }
}

/// The tiers of terminals that every screen is tried on.
enum Tier: String, CaseIterable, Sendable {
    case full
    case block
    case ascii

    var capabilities: Capabilities {
        switch self {
        case .full: .full
        case .block: Capabilities(colors: .ansi16, glyphs: .block, mouse: false)
        case .ascii: .plain
        }
    }
}

extension ExplorerState {
    /// Presses keys, as in `2,j*3,/,text:net=alex,enter`.
    @discardableResult
    mutating func press(_ script: String) throws -> [Effect] {
        let (effects, mistakes) = perform(try KeyScript(script).inputs)
        if let mistake = mistakes.first { throw mistake }
        return effects
    }

    /// The lines of the screen, on a terminal that can draw everything.
    var lines: [String] { frame(for: .full).surface.lines }

    /// The screen as one text.
    var text: String { frame(for: .full).surface.text() }

    /// The selected point as the command line names it.
    var selectedName: String? { selectedPoint?.point.reference.name }
}
