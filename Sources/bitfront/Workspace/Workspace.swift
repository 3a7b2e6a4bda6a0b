import DesignSpace
import ExperimentStore
import Foundation
import HardwareModel
import PresetLibrary

/// What a command works on: the presets, a study, and what the store knows of it.
struct Workspace {
    /// The presets that are in force, and what is wrong with others.
    let library: PresetLibrary

    let options: WorkspaceOptions

    /// The folders that presets were read from.
    let roots: [PresetRoot]

    /// Reads the presets; what is wrong with a user's own is said on standard error, and the program goes on without it.
    ///
    /// - Parameter known: the folders of presets where they were found already; nil to find them.
    /// - Throws: `CommandFailure` with status 65 if the shipped presets cannot be used.
    init(_ options: WorkspaceOptions, roots known: [PresetRoot]? = nil) throws(CommandFailure) {
        self.options = options
        roots = if let known { known } else { try Self.roots(options) }
        library = PresetLibrary.load(roots: roots)
        for problem in library.problems { Diagnostics.write("bitfront: preset ignored: \(problem.description)") }
        guard !library.catalogue.studies.isEmpty else {
            throw CommandFailure(
                .input, "no study found among the presets: reinstall bitfront, or set BITFRONT_PRESETS to its Presets folder")
        }
    }

    /// The workspace of a command that makes no store: one that the command line names has to be there, since a slip of the pen would
    /// pass for an empty one. The user's own need not be there, as nothing may have been run yet.
    ///
    /// - Throws: `CommandFailure` with status 64 if it is not there, and what the initializer throws.
    static func reading(_ options: WorkspaceOptions) throws(CommandFailure) -> Workspace {
        if let named = options.store, !FileManager.default.fileExists(atPath: named) {
            throw CommandFailure(
                .usage,
                "--store '\(named)': there is no such file; without --store your own store is read, and 'bitfront run' makes a new one"
            )
        }
        return try Workspace(options)
    }

    /// The folders that presets are read from.
    ///
    /// - Throws: `CommandFailure` with status 64 if the command line names a folder that is not there.
    static func roots(_ options: WorkspaceOptions) throws(CommandFailure) -> [PresetRoot] {
        for folder in options.presets {
            var isFolder = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder else {
                throw CommandFailure(.usage, "--presets '\(folder)': there is no such folder")
            }
        }
        return PresetLocator.ofThisProcess().roots(additional: options.presets)
    }

    /// Everything that presets describe.
    var catalogue: Catalogue { library.catalogue }

    /// The study that was asked for.
    func study() throws(CommandFailure) -> Study {
        do {
            return try catalogue.study(options.study)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The accelerator or scenario that was asked for, or else the study's.
    func accelerator() throws(CommandFailure) -> HardwareModel.Accelerator {
        do {
            if let name = options.scenario { return try catalogue.scenario(name) }
            return try catalogue.accelerator(try options.accelerator ?? (try study().accelerator))
        } catch {
            throw CommandFailure(error)
        }
    }

    /// Whether points of a study are priced on the accelerator that its paper's figures are of, so that they can be held against those.
    func comparesWithPaper(_ study: Study) throws(CommandFailure) -> Bool { try accelerator().name == study.accelerator }

    /// How points are to be priced, as the command line asks.
    func pricing() throws(CommandFailure) -> EvaluatedStudy.Options {
        EvaluatedStudy.Options(accounting: options.accounting, accelerator: try accelerator())
    }

    /// The study with every point priced, and measured points if it includes them.
    func evaluatedStudy() throws(CommandFailure) -> EvaluatedStudy { try evaluatedStudy(of: study()) }

    /// A study with every point priced, and measured points if it includes them.
    func evaluatedStudy(of study: Study) throws(CommandFailure) -> EvaluatedStudy {
        guard study.includesMeasured else { return try evaluated(study, records: []) }
        let results = try results()
        results.reportProblems()
        return try evaluated(study, records: results.records, imported: results.imported)
    }

    /// The study with every point priced, with results or without.
    func evaluated(
        _ study: Study, records: [ExperimentRecord], imported: [ImportedAccuracy] = []
    ) throws(CommandFailure) -> EvaluatedStudy {
        do {
            return try EvaluatedStudy(study, in: catalogue, records: records, imported: imported, options: try pricing())
        } catch {
            throw CommandFailure(error)
        }
    }

    /// A network priced at a precision, under the accounting of its benchmark in the study.
    func evaluation(of reference: PointReference) throws(CommandFailure) -> Evaluation {
        do {
            let accounting = try options.accounting ?? (try study().benchmark(of: reference.network)?.accounting)
            return Evaluation(
                network: try catalogue.network(reference.network), precision: reference.precision, accelerator: try accelerator(),
                accounting: accounting ?? .nominal)
        } catch {
            throw CommandFailure(error)
        }
    }

    /// The path of the store that was asked for, or of the user's own.
    var storePath: String { Self.storePath(options) }

    static func storePath(_ options: WorkspaceOptions) -> String {
        options.store ?? ExperimentStore.defaultPath(environment: ProcessInfo.processInfo.environment)
    }

    /// The folder that holds the store.
    var storeFolder: String { URL(filePath: storePath).deletingLastPathComponent().path }
}
