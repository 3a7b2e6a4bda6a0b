import DesignSpace
import Explorer
import Foundation
import PresetLibrary
import Terminal

extension Workspace {
    /// The explorer without a terminal: with what the store holds now, and nobody who looks at it again.
    func unattendedExplorer(on study: Study, size: Size, theme: ThemeName = .standard) throws -> ExplorerState {
        var state = explorer(on: try evaluatedStudy(of: study), size: size, theme: theme)
        var desk = ExperimentDesk(workspace: self, study: study, watch: nil)
        if let queue = try desk.changedQueue() { _ = state.update(.queueChanged(queue)) }
        return state
    }

    /// The explorer as it opens on a study.
    func explorer(
        on study: EvaluatedStudy, size: Size, theme: ThemeName, notes: SpeakerNotes = .onDemand
    ) -> ExplorerState {
        ExplorerState(
            study, size: size, canRun: true, studies: catalogue.studies.map(\.name), tours: catalogue.tours,
            accelerators: catalogue.accelerators,
            ownAccelerators: Set(library.entries.filter(\.isOwnAccelerator).map(\.name)), trainable: DatasetFacts.builtIn,
            theme: theme, notes: notes, faultyPresets: Set(library.problems.map(\.file)).count, options: options.words)
    }

    /// The tours as the files are now, and what is wrong with the file that is called like the one that is wished for.
    func toursRead(for wish: TourWish?) -> Action {
        let library = PresetLibrary.load(roots: roots)
        var problem: PresetProblem?
        if case .named(let name) = wish {
            problem = library.problems.first { URL(filePath: $0.file).deletingPathExtension().lastPathComponent == name }
        }
        return .toursRead(library.catalogue.tours, for: wish, problem: problem?.description)
    }

    /// The file of the user's own accelerator of a name; nil if there was none when presets were read.
    func file(ofOwnAccelerator name: String) -> String? {
        library.entries.first { $0.isOwnAccelerator && $0.name == name }?.file
    }
}

extension PresetLibrary.Entry {
    /// Whether it is an accelerator of the user's that is in force.
    fileprivate var isOwnAccelerator: Bool { kind == .accelerator && origin == .user && !isOverridden }
}
